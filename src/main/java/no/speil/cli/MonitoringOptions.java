package no.speil.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Consumer;
import no.speil.web.http.Monitoring;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a server is watched. */
final class MonitoringOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--metrics-token-file", paramLabel = "FILE")
  private @Nullable Path metricsTokenFile;

  @Option(names = "--access-log", paramLabel = "FILE")
  private @Nullable String accessLog;

  Monitoring monitoring() {
    String token = ArchiveCommand.secret(spec, "--metrics-token-file", metricsTokenFile);
    return new Monitoring(token, accessLog());
  }

  private @Nullable Consumer<String> accessLog() {
    if (accessLog == null) {
      return null;
    }
    if (accessLog.equals("-")) {
      PrintWriter out = spec.commandLine().getOut();
      return out::println;
    }
    try {
      return new AccessLogFile(Path.of(accessLog));
    } catch (IOException e) {
      throw ArchiveCommand.wrong(spec, "--access-log", "cannot write to " + e.getMessage());
    }
  }

  /**
   * A file that lines are appended to, readable by its owner and group. It is opened for each line,
   * so that a new one is begun where somebody moves it away, as logrotate does. A disk that refuses
   * is told of once and stops no request. Thread-safe.
   */
  static final class AccessLogFile implements Consumer<String> {
    private static final Logger LOG = LoggerFactory.getLogger(AccessLogFile.class);

    private static final FileAttribute<?> OWNER_AND_GROUP =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----"));

    private final Path file;
    private final FileAttribute<?>[] attributes;
    private volatile boolean refused;

    AccessLogFile(Path file) throws IOException {
      this.file = file;
      boolean isPosix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
      this.attributes =
          isPosix ? new FileAttribute<?>[] {OWNER_AND_GROUP} : new FileAttribute<?>[0];
      append("");
    }

    @Override
    public void accept(String line) {
      try {
        append(line + "\n");
        refused = false;
      } catch (IOException e) {
        if (!refused) {
          LOG.warn("{} cannot be written to: {}", file, e.toString());
        }
        refused = true;
      }
    }

    private synchronized void append(String text) throws IOException {
      var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      try (OutputStream out =
          Channels.newOutputStream(FileChannel.open(file, options, attributes))) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
