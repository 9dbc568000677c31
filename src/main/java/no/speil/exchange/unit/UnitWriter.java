package no.speil.exchange.unit;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a document in a format of translators' tools, in UTF-8. */
public interface UnitWriter {
  /**
   * Writes all of it.
   *
   * @param out is flushed and left open
   */
  void write(OutputStream out, UnitDocument document) throws IOException;
}
