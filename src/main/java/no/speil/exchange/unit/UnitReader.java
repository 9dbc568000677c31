package no.speil.exchange.unit;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads the units of a file that has been through another tool. */
public interface UnitReader {
  /**
   * All units of the file, in its order.
   *
   * @throws UnreadableFileException if it is not a whole file of the format
   */
  List<ImportedUnit> read(InputStream in) throws IOException, UnreadableFileException;
}
