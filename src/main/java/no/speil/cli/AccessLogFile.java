package no.speil.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that lines are appended to, readable by its owner and group. It is opened for each line,
 * so that a new one is begun where somebody moves it away, as logrotate does. A disk that refuses
 * is told of once and stops no request. Thread-safe.
 */
final class AccessLogFile implements Consumer<String> {
  private static final Logger LOG = LoggerFactory.getLogger(AccessLogFile.class);

  private final Path file;
  private volatile boolean refused;

  AccessLogFile(Path file) throws IOException {
    this.file = file;
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
    boolean isPosix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] attributes = {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----"))
    };
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
            isPosix ? attributes : new FileAttribute<?>[0])) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }
}
