package no.speil.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.speil.corpus.Coded;
import no.speil.corpus.TextHash;

/**
 * A file beside the texts: a picture that they show, or what shows how one of them looked where it
 * comes from.
 *
 * @param path below the root, with {@code /}
 * @param stamp as the file was when it was found
 */
public record AttachedFile(Kind kind, String path, Path file, FileStamp stamp) {
  /** So far into a file what it is must show. */
  private static final int BEGINNING = 1024;

  /** How pictures made of pixels begin, by their types, a byte to a character. */
  private static final Map<String, Pattern> RASTERS =
      Map.of(
          "image/png", Pattern.compile("\\x89PNG\\r\\n"),
          "image/jpeg", Pattern.compile("\\xFF\\xD8\\xFF"),
          "image/gif", Pattern.compile("GIF8"),
          "image/webp", Pattern.compile("RIFF.{4}WEBP", Pattern.DOTALL));

  /**
   * What a file is by the ending of its name, and how such a file begins, a byte to a character;
   * pictures may also begin as {@link #RASTERS}.
   */
  public enum Kind implements Coded {
    IMAGE("png|jpe?g|gif|webp|avif|svg", ".{4}ftyp|.*?<svg"),
    PDF("pdf", ".*?%PDF-"),
    HTML("html?", "(?:\\xEF\\xBB\\xBF)?\\s*+<"),
    WARC("warc(?:\\.gz)?", "WARC/|\\x1F\\x8B");

    private final Pattern name;
    private final Pattern beginning;

    Kind(String ending, String beginning) {
      this.name = Pattern.compile(".*\\.(?:" + ending + ")", Pattern.CASE_INSENSITIVE);
      this.beginning = Pattern.compile(beginning, Pattern.DOTALL);
    }

    /** By a path or a name; empty for what is not served. */
    public static Optional<Kind> of(String path) {
      return Stream.of(values()).filter(kind -> kind.name.matcher(path).matches()).findFirst();
    }

    /** Whether it is a page of the web as it was fetched. */
    public boolean isFetched() {
      return this == HTML || this == WARC;
    }

    /** Whether it is this by a path or a name. */
    public boolean is(String path) {
      return name.matcher(path).matches();
    }
  }

  /** Whether it begins as a file of its kind does. */
  public boolean fits() {
    try {
      String begins = beginning();
      boolean isRaster = kind == Kind.IMAGE && !rasterType(begins).isEmpty();
      return isRaster || kind.beginning.matcher(begins).lookingAt();
    } catch (IOException e) {
      return false; // what nobody may read shows nothing
    }
  }

  /** The type of a picture made of pixels, as its bytes say; empty for other files. */
  public String rasterType() throws IOException {
    return rasterType(beginning());
  }

  private static String rasterType(String begins) {
    return RASTERS.entrySet().stream()
        .filter(each -> each.getValue().matcher(begins).lookingAt())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  private String beginning() throws IOException {
    try (InputStream in = open(file, 0)) {
      return new String(in.readNBytes(BEGINNING), ISO_8859_1);
    }
  }

  /** The hash of all its bytes as it is now, in hexadecimal digits. */
  public String sha256() throws IOException {
    try (InputStream in = open(file, 0)) {
      return TextHash.sha256(in);
    }
  }

  /** The bytes of a file from one on; follows no link. */
  public static InputStream open(Path file, long from) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    return Channels.newInputStream(channel.position(from));
  }

  /** As browsers show it; pages of others are nothing that they show. */
  public String contentType() {
    String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (kind) {
      case IMAGE -> "image/" + ending.replace("jpg", "jpeg").replace("svg", "svg+xml");
      case PDF -> "application/pdf";
      case HTML, WARC -> "application/octet-stream";
    };
  }
}
