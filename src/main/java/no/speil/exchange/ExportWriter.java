package no.speil.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;

/** Writes sections for other programs, one after another, without keeping them in memory. */
public interface ExportWriter {
  /**
   * Writes all of them, in UTF-8. If reading the sections throws an exception, the file ends there.
   *
   * @param out is flushed and left open
   */
  void write(OutputStream out, ExportHeader header, Iterator<TranslationUnit> units)
      throws IOException;
}
