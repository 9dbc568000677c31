package no.speil.lexicon;

import java.util.List;
import no.speil.corpus.Side;

/**
 * A key for words of both languages: cognates that differ only by regular spelling differences have
 * the same key.
 */
final class SpellingKey {
  /** Letters of English and the Norwegian letters in their place. */
  private record Habit(String english, String norwegian) {}

  /** Endings; the first that fits is replaced. */
  private static final List<Habit> ENDINGS =
      List.of(
          new Habit("ically", "isk"),
          new Habit("ities", "itet"),
          new Habit("ical", "isk"),
          new Habit("ity", "itet"),
          new Habit("ics", "ik"),
          new Habit("ous", "os"),
          new Habit("ies", "i"),
          new Habit("ic", "isk"),
          new Habit("ss", "ss"),
          new Habit("s", ""));

  /** Anywhere in a word, applied in this order. */
  private static final List<Habit> LETTERS =
      List.of(
          new Habit("tion", "sjon"),
          new Habit("ssion", "sjon"),
          new Habit("sion", "sjon"),
          new Habit("ch", "k"),
          new Habit("ph", "f"),
          new Habit("th", "t"),
          new Habit("sh", "sj"),
          new Habit("qu", "kv"));

  private static final int SHORTEST_STEM = 3;

  private SpellingKey() {}

  /**
   * The key of a word.
   *
   * @param word in lower case
   */
  static String key(Side side, String word) {
    String plain = side == Side.TRANSLATION ? inNorwegian(word) : word;
    var key = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char next = i + 1 < plain.length() ? plain.charAt(i + 1) : 0;
      String letter = letter(plain.charAt(i), next);
      if (key.isEmpty() || key.charAt(key.length() - 1) != letter.charAt(0)) {
        key.append(letter);
      }
    }
    return key.toString();
  }

  private static String inNorwegian(String english) {
    String word = english;
    for (Habit ending : ENDINGS) {
      int stem = english.length() - ending.english().length();
      if (stem >= SHORTEST_STEM && english.endsWith(ending.english())) {
        word = english.substring(0, stem) + ending.norwegian();
        break;
      }
    }
    for (Habit each : LETTERS) {
      word = word.replace(each.english(), each.norwegian());
    }
    return word;
  }

  private static String letter(char c, char next) {
    return switch (c) {
      case 'c' -> next == 'e' || next == 'i' || next == 'y' ? "s" : "k";
      case 'x' -> "ks";
      case 'q' -> "k";
      case 'w' -> "v";
      case 'z' -> "s";
      case 'y', 'í' -> "i";
      case 'æ', 'ä', 'é', 'è', 'ê' -> "e";
      case 'ø', 'ö', 'ó' -> "o";
      case 'å', 'á' -> "a";
      case 'ü' -> "u";
      default -> String.valueOf(c);
    };
  }
}
