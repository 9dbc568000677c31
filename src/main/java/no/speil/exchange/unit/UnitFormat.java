package no.speil.exchange.unit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.speil.corpus.Coded;

/** The formats of translators' tools, by the ending of their files. */
public enum UnitFormat implements Coded {
  /** XLIFF 2.1. */
  XLF("application/xliff+xml; charset=utf-8"),
  /** XLIFF 1.2. */
  XLIFF("application/x-xliff+xml; charset=utf-8"),
  PO("text/x-gettext-translation; charset=utf-8"),
  TMX("");

  private final String mediaType;

  UnitFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The format whose files have that ending, in any case; empty if there is none. */
  public static Optional<UnitFormat> parse(String ending) {
    return Coded.parse(values(), ending.toLowerCase(Locale.ROOT));
  }

  /** Of a file's name. */
  public static Optional<UnitFormat> ofFile(String name) {
    return parse(name.substring(name.lastIndexOf('.') + 1));
  }

  /** Whether a whole document is written in it with its inline codes. */
  public boolean hasCodes() {
    return !mediaType.isEmpty();
  }

  /** Of its files; empty if it is written otherwise, see {@link #hasCodes}. */
  public String mediaType() {
    return mediaType;
  }

  /**
   * Writes all of a document in UTF-8.
   *
   * @param out is flushed and left open
   * @throws IllegalStateException if it is written otherwise, see {@link #hasCodes}
   */
  public void write(OutputStream out, UnitDocument document) throws IOException {
    switch (this) {
      case XLF -> new Xliff2Writer().write(out, document);
      case XLIFF -> new Xliff1Writer().write(out, document);
      case PO -> PoUnits.write(out, document);
      case TMX -> throw new IllegalStateException(this + " is written by ExportFormat");
    }
  }

  /**
   * All units of a file that has been through another tool, in its order.
   *
   * @throws UnreadableFileException if it is not a whole file of the format
   */
  public List<ImportedUnit> read(byte[] file) throws UnreadableFileException {
    return switch (this) {
      case XLF, XLIFF -> XliffReader.read(file);
      case PO -> PoUnits.read(file);
      case TMX -> TmxReader.units(file);
    };
  }
}
