package no.speil.exchange.term;

import java.util.List;
import java.util.Locale;
import no.speil.exchange.convert.ConversionRefusedException;
import no.speil.exchange.convert.DecodedText;
import no.speil.exchange.unit.UnreadableFileException;
import no.speil.exchange.unit.UnreadableFileException.Reason;
import no.speil.lexicon.GlossaryEntry;

/**
 * Terms that another program has written.
 *
 * @param terms with their lines: in a table those of the rows, in TBX those of the entries
 * @param passed lines of entries that lack a Norwegian or an English term
 */
public record TermFile(List<GlossaryEntry> terms, List<Integer> passed) {
  /**
   * Reads TBX, or a table with tabs, semicolons or commas; all of it or nothing.
   *
   * @param name of the file, whose ending says which
   */
  public static TermFile read(String name, byte[] content) throws UnreadableFileException {
    TermFile file =
        switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
          case "tbx", "xml" -> TbxTerms.read(content);
          case "csv", "tsv", "tab", "txt" -> new TermTableReader(text(content)).read();
          default -> throw new UnreadableFileException(Reason.UNKNOWN_KIND, 0, "");
        };
    if (file.terms().isEmpty()) {
      int line = file.passed().isEmpty() ? 0 : file.passed().getFirst();
      throw new UnreadableFileException(Reason.OTHER_LANGUAGES, line, "");
    }
    return file;
  }

  private static String text(byte[] content) throws UnreadableFileException {
    try {
      return DecodedText.of(content).text();
    } catch (ConversionRefusedException e) {
      throw new UnreadableFileException(Reason.ENCODING, 0, "");
    }
  }
}
