package no.speil.exchange.convert;

import no.speil.corpus.Language;
import no.speil.markdown.parse.LanguageDetector;

/** The language of a text. Programs often say the language of their menus, and words do not. */
final class TextLanguage {
  /** So many characters tell the language. */
  private static final int DETECTED = 30_000;

  private TextLanguage() {}

  /**
   * The language that is said, unless the words are clearly in the other of the two that are known
   * here.
   *
   * @param said BCP 47; may be empty, as the result then is if the words do not tell
   */
  static String of(String words, String said, Losses losses) {
    Language detected = LanguageDetector.of(words.substring(0, Math.min(words.length(), DETECTED)));
    Language told = said.isEmpty() ? Language.UNDETERMINED : Language.of(said);
    if (detected.equals(Language.UNDETERMINED)) {
      return said;
    }
    boolean agree =
        detected.isEnglish() ? told.isEnglish() : told.isNorwegian() && !told.tag().equals("no");
    if (agree) {
      return said;
    }
    if (!told.equals(Language.UNDETERMINED) && !told.tag().equals("no")) {
      losses.say(
          "The file says that its language is %s; its words are %s, and that was written."
              .formatted(said, detected.tag()));
    }
    return detected.tag();
  }
}
