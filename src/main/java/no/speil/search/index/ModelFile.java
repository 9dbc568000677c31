package no.speil.search.index;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A model that was learned from an archive, in a file of the form gzip, with its sum, beside the
 * index.
 */
final class ModelFile {
  private final String from;
  private final byte[] bytes;

  /**
   * @param from a note of what it was learned from, to find out whether that has changed
   */
  ModelFile(String from, byte[] bytes) {
    this.from = from;
    this.bytes = bytes.clone();
  }

  String from() {
    return from;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /** Reads a file; empty if it is missing or damaged. */
  static Optional<ModelFile> read(Path file) {
    try (var in =
        new DataInputStream(
            new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file))))) {
      return Optional.of(new ModelFile(in.readUTF(), in.readAllBytes()));
    } catch (IOException e) {
      // Models are derived: one that cannot be read is learned again.
      return Optional.empty();
    }
  }

  void write(Path file) throws IOException {
    var whole = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(new GZIPOutputStream(whole))) {
      out.writeUTF(from);
      out.write(bytes);
    }
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    Files.write(beside, whole.toByteArray());
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
