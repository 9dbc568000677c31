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
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** A model that was learned from an archive, in a compressed file beside the index. */
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
            new InflaterInputStream(new ByteArrayInputStream(Files.readAllBytes(file))))) {
      long sum = in.readLong();
      String from = in.readUTF();
      byte[] bytes = in.readAllBytes();
      return sum == sum(from, bytes) ? Optional.of(new ModelFile(from, bytes)) : Optional.empty();
    } catch (IOException e) {
      // Models are derived: one that cannot be read is learned again.
      return Optional.empty();
    }
  }

  void write(Path file) throws IOException {
    var whole = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(new DeflaterOutputStream(whole))) {
      out.writeLong(sum(from, bytes));
      out.writeUTF(from);
      out.write(bytes);
    }
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    Files.write(beside, whole.toByteArray());
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static long sum(String from, byte[] bytes) {
    var sum = new CRC32();
    from.chars().forEach(sum::update);
    sum.update(bytes);
    return sum.getValue();
  }
}
