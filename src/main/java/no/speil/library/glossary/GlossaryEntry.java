package no.speil.library.glossary;

import java.text.Normalizer;
import java.util.Locale;
import no.speil.lexicon.Glossary;
import no.speil.lexicon.GlossaryLine;
import no.speil.lexicon.LexiconSources.Entry;

/**
 * An entry of the glossary.
 *
 * @param line of the file, from 1; 0 for an entry that is not in it
 * @param note the keeper's; may be empty
 */
public record GlossaryEntry(int line, String norwegian, String english, String note) {
  /** The most characters of a term, and of a note. */
  public static final int LONGEST = Glossary.LONGEST;

  static GlossaryEntry of(GlossaryLine line) {
    return new GlossaryEntry(
        line.number(), line.entry().norwegian(), line.entry().english(), line.note());
  }

  GlossaryLine toLine() {
    return new GlossaryLine(line, new Entry(norwegian, english), note);
  }

  /** Both terms as they are compared. */
  String pair() {
    return key(norwegian) + '\t' + key(english);
  }

  /** A term as it is compared: case and the form of Unicode do not matter. */
  public static String key(String term) {
    return Normalizer.normalize(term, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}
