package no.speil.exchange.cite;

import java.time.LocalDate;
import java.util.List;

/**
 * A document or section to be cited: in both languages, as it was read on a day. Unknown values are
 * empty.
 *
 * @param key unique; ASCII letters, digits and hyphens only
 * @param original {@link Voice#NONE} if there is no original
 * @param translation {@link Voice#NONE} if there is no translation
 */
public record Citation(String key, Voice original, Voice translation, Imprint imprint, Pin pin) {

  /**
   * One of the two texts.
   *
   * @param lang its language tag
   * @param authors as that text names them
   * @param address absolute URL of this text alone
   */
  public record Voice(String title, String lang, List<String> authors, String address) {
    public static final Voice NONE = new Voice("", "", List.of(), "");

    public Voice {
      authors = List.copyOf(authors);
    }

    public boolean isEmpty() {
      return title.isEmpty();
    }
  }

  /**
   * The publication.
   *
   * @param date as in the front matter
   */
  public record Imprint(
      String date, String publisher, List<String> translators, List<String> subjects) {
    public Imprint {
      translators = List.copyOf(translators);
      subjects = List.copyOf(subjects);
    }
  }

  /**
   * The version that was read.
   *
   * @param section its id; empty for the whole document
   * @param address absolute and permanent URL; the page shows whether the text is still that
   *     version
   */
  public record Pin(String section, String version, String address, LocalDate read) {}

  /** The text that is cited: the translation if there is one, which has an original. */
  public Voice cited() {
    return translation.isEmpty() ? original : translation;
  }

  /** The authors as the cited text names them; if it does not, as the other does. */
  public List<String> authors() {
    return cited().authors().isEmpty() ? original.authors() : cited().authors();
  }

  /** Whether it is a translation of a text whose title is known. */
  public boolean isTranslated() {
    return !translation.isEmpty() && !original.isEmpty();
  }
}
