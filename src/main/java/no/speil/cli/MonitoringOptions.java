package no.speil.cli;

import static no.speil.cli.ArchiveCommand.secret;
import static no.speil.cli.ArchiveCommand.wrong;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.Consumer;
import no.speil.people.People;
import no.speil.web.http.Monitoring;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a server is watched. */
final class MonitoringOptions {
  private static final String ACCESS_LOG = "--access-log";
  private static final String AUDIT_LOG = "--audit-log";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--metrics-token-file", paramLabel = "FILE")
  private @Nullable Path metricsTokenFile;

  @Option(names = ACCESS_LOG, paramLabel = "FILE")
  private @Nullable String accessLog;

  @Option(names = AUDIT_LOG, paramLabel = "FILE")
  private @Nullable Path auditLog;

  Monitoring monitoring() {
    if (auditLog != null) {
      LogFile file = logFile(AUDIT_LOG, auditLog);
      file.accept(line(Instant.now(), "Speil was started with " + Settings.names(spec)));
      audit(file);
    }
    String token = secret(spec, "--metrics-token-file", metricsTokenFile);
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
    return logFile(ACCESS_LOG, Path.of(accessLog));
  }

  private LogFile logFile(String option, Path file) {
    try {
      return new LogFile(file);
    } catch (IOException e) {
      throw wrong(spec, option, "cannot write to " + e.getMessage());
    }
  }

  private static String line(Instant at, String said) {
    return at.truncatedTo(ChronoUnit.SECONDS) + " " + said.replaceAll("[\\p{Cc}\\p{Cf}]", "\uFFFD");
  }

  /** What is logged of sign-ins and accounts goes to that file, too. */
  static void audit(LogFile file) {
    var appender =
        new AppenderBase<ILoggingEvent>() {
          @Override
          protected void append(ILoggingEvent event) {
            file.accept(line(event.getInstant(), event.getFormattedMessage()));
          }
        };
    appender.start();
    ((ch.qos.logback.classic.Logger) People.AUDIT).addAppender(appender);
  }

  /**
   * A file that lines are appended to, readable by its owner and group. It is opened for each line,
   * so that a new one is begun where somebody moves it away, as logrotate does. A disk that refuses
   * is told of once and stops no request. Thread-safe.
   */
  static final class LogFile implements Consumer<String> {
    private static final Logger LOG = LoggerFactory.getLogger(LogFile.class);

    private static final FileAttribute<?> OWNER_AND_GROUP =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----"));

    private final Path file;
    private final FileAttribute<?>[] attributes;
    private volatile boolean refused;

    LogFile(Path file) throws IOException {
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
