package no.speil.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.speil.archive.AtomicFile;

/** What makes a folder a bag (BagIt 1.0, RFC 8493): checksums of all its files. */
public final class BagWriter {
  /** The folder in it that holds what it is about. */
  public static final String PAYLOAD = "data";

  private static final String MANIFEST = "manifest-sha512.txt";

  private BagWriter() {}

  /**
   * Writes the tag files of a bag.
   *
   * @param payload where the bytes of each file in it stand, by path
   * @param place the folder to write them in
   */
  static void write(SortedMap<String, Path> payload, Path place) throws IOException {
    long bytes = 0;
    for (Path each : payload.values()) {
      bytes += Files.size(each);
    }
    Files.createDirectories(place);
    Files.writeString(place.resolve(MANIFEST), manifest(PAYLOAD + '/', payload));
    Files.writeString(
        place.resolve("bagit.txt"), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    Files.writeString(
        place.resolve("bag-info.txt"), "Payload-Oxum: %d.%d\n".formatted(bytes, payload.size()));
    var tags = new TreeMap<String, Path>();
    for (Path each : AtomicFile.list(place)) {
      tags.put(place.relativize(each).toString(), each);
    }
    Files.writeString(place.resolve("tag" + MANIFEST), manifest("", tags));
  }

  private static String manifest(String folder, SortedMap<String, Path> files) {
    return files.entrySet().stream()
        .map(file -> "%s  %s\n".formatted(checksum(file.getValue()), name(folder + file.getKey())))
        .collect(Collectors.joining());
  }

  private static String name(String path) {
    return path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D");
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
