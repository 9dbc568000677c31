package no.speil.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;

/** Writes sections in a form that other programs read, one after another, keeping none. */
public interface ExportWriter {
  /**
   * Writes all of them, in UTF-8. Where the pairs end in an exception, the file ends there.
   *
   * @param out is flushed and left open
   */
  void write(
      OutputStream out, ExportHeader exportHeader, Iterator<TranslationUnit> translationUnits)
      throws IOException;
}
