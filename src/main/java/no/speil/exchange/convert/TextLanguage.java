package no.speil.exchange.convert;

import java.util.stream.Stream;
import no.speil.corpus.Language;
import no.speil.markdown.parse.LanguageDetector;

/** The language of a text. Programs often say the language of their menus, and words do not. */
final class TextLanguage {
  private TextLanguage() {}

  /**
   * The language that is said, unless the words are clearly in the other of the two that are known
   * here.
   *
   * @param said BCP 47; may be empty, as the result then is if the words do not tell
   */
  static String of(String words, String said, Losses losses) {
    Language detected = LanguageDetector.of(Stream.of(words));
    Language told = Language.of(said);
    boolean agree =
        detected.isEnglish() ? told.isEnglish() : told.isNorwegian() && !told.tag().equals("no");
    if (agree || detected.equals(Language.UNDETERMINED)) {
      return said;
    }
    if (!told.equals(Language.UNDETERMINED) && !told.tag().equals("no")) {
      losses.say("convert.language", said, detected.tag());
    }
    return detected.tag();
  }
}
