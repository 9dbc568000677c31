package no.speil.search.analysis;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The regular forms of Norwegian words that a stemmer by endings does not unite with them, of
 * Bokmål and Nynorsk alike. Some do not exist, which does no harm.
 */
final class NorwegianInflection {
  private static final String VOWELS = "aeiouyæøå";

  private final String base;
  private final Set<String> forms = new HashSet<>();

  private NorwegianInflection(String base) {
    this.base = base;
  }

  /**
   * The forms of a word, without itself.
   *
   * @param base in lower case; an infinitive, or a singular without article
   * @param partOfSpeech noun "n", verb "v", and what is inflected like an adjective; others have no
   *     forms
   */
  static Set<String> forms(String base, String partOfSpeech) {
    var inflection = new NorwegianInflection(base);
    if (base.length() > 1) {
      switch (partOfSpeech) {
        case "n" -> inflection.noun();
        case "v" -> inflection.verb();
        case "adj", "det", "pron" -> inflection.adjective();
        default -> {}
      }
    }
    return inflection.forms;
  }

  private void verb() {
    String stem = base.substring(0, base.length() - 1);
    if (!base.endsWith("e") || stem.chars().noneMatch(NorwegianInflection::isVowel)) {
      add(base, "r", "dde", "dd");
      return;
    }
    add(stem, "er", "es", "et", "a", "ende", "ast", "est", "ande");
    String single = single(stem);
    if (List.of("v", "g", "ei", "øy").stream().anyMatch(stem::endsWith)) {
      add(single, "de", "d");
    } else if (!isVowel(stem.charAt(stem.length() - 1)) && !stem.endsWith("er")) {
      add(single, "te", "t", "tes");
      if (single.endsWith("m")
          || (single.length() > 3 && List.of("l", "n", "r").stream().anyMatch(single::endsWith))) {
        add(single, "de", "d"); // Nynorsk, as "kjende"; short ones would be "find" or "bond"
      }
    }
  }

  private void noun() {
    if (base.endsWith("er")) {
      add(base, "e", "ne", "en", "et", "ens", "nes");
    } else if (base.endsWith("ar")) {
      add(base, "en", "ar", "ane", "ens", "anes");
    } else if (base.endsWith("ium") || base.endsWith("eum")) {
      add(base.substring(0, base.length() - 2), "et", "er", "ene", "a", "ets", "enes");
    } else if (base.endsWith("m")) {
      add(base, "men", "met", "mer", "mene", "mar", "mane");
    }
    if (isContracted()) {
      add(contracted(), "er", "ene", "ar", "ane", "et", "enes");
    }
  }

  private void adjective() {
    if (base.endsWith("ig") || base.endsWith("eg")) {
      add(base, "ere", "st", "ste", "are", "aste");
    } else {
      add(single(base), isVowel(base.charAt(base.length() - 1)) ? "tt" : "t");
      add(base, "e", "ere", "est", "este", "are", "ast", "aste");
    }
    if (base.endsWith("m")) {
      add(base, "me");
    }
    if (isContracted()) {
      add(contracted(), "e", "ere", "est", "este");
    }
  }

  private void add(String stem, String... endings) {
    for (String ending : endings) {
      forms.add(stem + ending);
    }
  }

  /** Whether the last vowel can be left out, as in "eksempler" and "enkle". */
  private boolean isContracted() {
    return base.length() > 3
        && List.of("el", "en", "er").contains(base.substring(base.length() - 2))
        && !isVowel(base.charAt(base.length() - 3));
  }

  private String contracted() {
    int length = base.length();
    return single(base.substring(0, length - 2)) + base.charAt(length - 1);
  }

  /** With one consonant for two at the end, as in "kjente" of "kjenne". */
  private static String single(String stem) {
    int length = stem.length();
    boolean isDouble = length > 2 && stem.charAt(length - 1) == stem.charAt(length - 2);
    return isDouble ? stem.substring(0, length - 1) : stem;
  }

  private static boolean isVowel(int letter) {
    return VOWELS.indexOf(letter) >= 0;
  }
}
