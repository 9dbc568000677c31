package no.speil.archive.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import no.speil.archive.PrivateFile;
import no.speil.archive.TemporaryFile;
import org.jspecify.annotations.Nullable;

/**
 * What a file held when it was read: in memory, or where it is large in a temporary file, so that a
 * copy can be thrown away if another file has changed meanwhile.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SpooledFile(byte[] beginning, @Nullable Path rest) implements AutoCloseable {
  private static final int SMALL = 1 << 20;

  /**
   * @param target beside which a temporary file may be made
   */
  static SpooledFile of(Path file, Path target) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] beginning = in.readNBytes(SMALL);
      return new SpooledFile(beginning, beginning.length < SMALL ? null : rest(in, target));
    }
  }

  private static Path rest(InputStream in, Path target) throws IOException {
    Path rest = TemporaryFile.beside(target);
    PrivateFile.create(rest);
    try (OutputStream out = Files.newOutputStream(rest)) {
      in.transferTo(out);
      return rest;
    } catch (IOException e) {
      Files.deleteIfExists(rest);
      throw e;
    }
  }

  void writeTo(OutputStream out) throws IOException {
    new ByteArrayInputStream(beginning).transferTo(out);
    if (rest != null) {
      Files.copy(rest, out);
    }
  }

  long size() throws IOException {
    return beginning.length + (rest == null ? 0 : Files.size(rest));
  }

  /** Whether it ends as a record does that nobody writes to at the moment. */
  boolean endsWithWholeLine() throws IOException {
    if (rest != null && Files.size(rest) > 0) {
      try (var channel = Files.newByteChannel(rest)) {
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.position(channel.size() - 1).read(last);
        return last.get(0) == '\n';
      }
    }
    return beginning.length == 0 || beginning[beginning.length - 1] == '\n';
  }

  @Override
  public void close() throws IOException {
    if (rest != null) {
      Files.deleteIfExists(rest);
    }
  }
}
