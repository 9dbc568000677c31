package no.speil.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What makes a folder a bag (BagIt 1.0, RFC 8493): checksums of all its files. */
public final class BagWriter {
  /** The folder in it that holds what it is about. */
  public static final String PAYLOAD = "data";

  private static final String MANIFEST = "manifest-sha512.txt";

  private BagWriter() {}

  /** Makes a folder with a payload a bag, or a bag whose payload has changed right again. */
  public static void write(Path bag) {
    try (Stream<Path> payload = Files.walk(bag.resolve(PAYLOAD))) {
      List<Path> files = payload.filter(Files::isRegularFile).sorted().toList();
      long bytes = files.stream().mapToLong(file -> file.toFile().length()).sum();
      Files.writeString(bag.resolve(MANIFEST), manifest(bag, files));
      Files.writeString(
          bag.resolve("bagit.txt"), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
      Files.writeString(
          bag.resolve("bag-info.txt"), "Payload-Oxum: %d.%d\n".formatted(bytes, files.size()));
      List<Path> tags = Stream.of("bag-info.txt", "bagit.txt", MANIFEST).map(bag::resolve).toList();
      Files.writeString(bag.resolve("tag" + MANIFEST), manifest(bag, tags));
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + bag, e);
    }
  }

  private static String manifest(Path bag, List<Path> files) {
    return files.stream()
        .map(file -> "%s  %s\n".formatted(checksum(file), name(bag.relativize(file))))
        .collect(Collectors.joining());
  }

  private static String name(Path path) {
    return path.toString().replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D");
  }

  private static String checksum(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has it", e);
    }
  }
}
