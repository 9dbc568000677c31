package no.speil.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** An archive copied to where it may be written to, and what was learned of it on the way. */
final class ArchiveCopy implements AutoCloseable {
  private final Path root;
  private final QuerySample norwegian = new QuerySample(1);
  private final QuerySample english = new QuerySample(2);
  private long textBytes;
  private long largestBytes;
  private String largest = "";

  private ArchiveCopy(Path root) {
    this.root = root;
  }

  /** Copies both folders with their records, and no index. */
  static ArchiveCopy of(Path archive) throws IOException {
    var copy = new ArchiveCopy(Files.createTempDirectory("speil-size"));
    for (String folder : new String[] {"archive", "translations"}) {
      if (Files.isDirectory(archive.resolve(folder))) {
        copy.take(archive, folder);
      }
    }
    return copy;
  }

  private void take(Path archive, String folder) throws IOException {
    try (Stream<Path> files = Files.walk(archive.resolve(folder))) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        String below = archive.relativize(file).toString();
        byte[] bytes = Files.readAllBytes(file);
        Path target = root.resolve(below);
        Files.createDirectories(target.getParent());
        Files.write(target, bytes);
        if (below.endsWith(".md")) {
          look(below, bytes);
        }
      }
    }
  }

  private void look(String below, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    textBytes += bytes.length;
    if (below.startsWith("translations/")) {
      english.add(text);
      return;
    }
    norwegian.add(text);
    if (bytes.length > largestBytes) {
      largestBytes = bytes.length;
      largest = below.substring("archive/".length(), below.length() - ".md".length());
    }
  }

  Path root() {
    return root;
  }

  QuerySample norwegian() {
    return norwegian;
  }

  QuerySample english() {
    return english;
  }

  /** Millions of bytes of Markdown, front matter and all. */
  double textMegabytes() {
    return textBytes / 1e6;
  }

  /** The id of the document with the largest original. */
  String largest() {
    return largest;
  }

  long largestBytes() {
    return largestBytes;
  }

  /** Millions of bytes of the files below a folder whose names end so. */
  double megabytes(String below, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve(below))) {
      long sum = 0;
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        sum += file.toString().endsWith(ending) ? Files.size(file) : 0;
      }
      return sum / 1e6;
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
