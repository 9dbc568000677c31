package no.speil.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that lines are appended to, readable by its owner and group. Where somebody moves it away,
 * as logrotate does, a new one is begun within a second. A disk that refuses is told of once and
 * stops no request. Thread-safe.
 */
final class AccessLogFile implements Consumer<String> {
  private static final Logger LOG = LoggerFactory.getLogger(AccessLogFile.class);
  private static final long LOOK_AFTER = TimeUnit.SECONDS.toNanos(1);

  private final Path file;
  private final ReentrantLock lock = new ReentrantLock();
  private FileChannel channel;
  private @Nullable Object key;
  private long looked;
  private boolean refused;

  AccessLogFile(Path file) throws IOException {
    this.file = file;
    this.channel = open();
  }

  private FileChannel open() throws IOException {
    FileAttribute<?>[] attributes =
        file.getFileSystem().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----"))
            }
            : new FileAttribute<?>[0];
    FileChannel opened =
        FileChannel.open(
            file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), attributes);
    key = key();
    looked = System.nanoTime();
    return opened;
  }

  private @Nullable Object key() throws IOException {
    return Files.exists(file)
        ? Files.readAttributes(file, BasicFileAttributes.class).fileKey()
        : null;
  }

  @Override
  public void accept(String line) {
    lock.lock();
    try {
      if (System.nanoTime() - looked > LOOK_AFTER) {
        openAgainIfMoved();
      }
      ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      refused = false;
    } catch (IOException e) {
      if (!refused) {
        LOG.warn("{} cannot be written to: {}", file, e.toString());
      }
      refused = true;
    } finally {
      lock.unlock();
    }
  }

  private void openAgainIfMoved() throws IOException {
    looked = System.nanoTime();
    if (!Objects.equals(key, key()) || !Files.exists(file)) {
      FileChannel moved = channel;
      channel = open();
      moved.close();
    }
  }
}
