package no.speil.exchange.unit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The formats of translators' tools, by the ending of their files. */
public enum UnitFormat {
  /** XLIFF 2.1. */
  XLF("application/xliff+xml; charset=utf-8"),
  /** XLIFF 1.2. */
  XLIFF("application/x-xliff+xml; charset=utf-8"),
  PO("text/x-gettext-translation; charset=utf-8"),
  TMX(null);

  /** Reads the units of a file that has been through another tool. */
  public interface Reader {
    /**
     * All units of the file, in its order.
     *
     * @throws UnreadableFileException if it is not a whole file of the format
     */
    List<ImportedUnit> read(InputStream in) throws IOException, UnreadableFileException;
  }

  /** Writes a document in UTF-8. */
  public interface Writer {
    /**
     * Writes all of it.
     *
     * @param out is flushed and left open
     */
    void write(OutputStream out, UnitDocument document) throws IOException;
  }

  private final @Nullable String mediaType;

  UnitFormat(@Nullable String mediaType) {
    this.mediaType = mediaType;
  }

  /** The ending of its files, in lower case, without a dot. */
  public String ending() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format with that {@link #ending}; empty if there is none. */
  public static Optional<UnitFormat> parse(String ending) {
    return Stream.of(values())
        .filter(format -> format.ending().equals(ending.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** Of a file's name. */
  public static Optional<UnitFormat> ofFile(String name) {
    return parse(name.substring(name.lastIndexOf('.') + 1));
  }

  /** Whether a whole document is written in it with its inline codes. */
  public boolean hasCodes() {
    return mediaType != null;
  }

  /**
   * Of its files.
   *
   * @throws IllegalStateException if it is written otherwise, see {@link #hasCodes}
   */
  public String mediaType() {
    if (mediaType == null) {
      throw new IllegalStateException(this + " is written by ExportFormat");
    }
    return mediaType;
  }

  /** The writer of documents; throws as {@link #mediaType}. */
  public Writer writer() {
    return switch (this) {
      case XLF -> new Xliff2Writer();
      case XLIFF -> new Xliff1Writer();
      case PO -> new PoUnitWriter();
      case TMX -> throw new IllegalStateException(this + " is written by ExportFormat");
    };
  }

  /** The reader of files that come back. */
  public Reader reader() {
    return switch (this) {
      case XLF, XLIFF -> XliffReader::read;
      case PO -> PoUnitReader::read;
      case TMX -> TmxUnitReader::read;
    };
  }
}
