package no.speil.lexicon;

import java.util.List;
import java.util.Map;
import no.speil.corpus.Side;

/** Spells words of both languages alike that differ by the languages' habits of spelling. */
final class Spelling {
  /** What stands at the end of an English word and of the same word in Norwegian. */
  private static final Map<String, String> ENGLISH_ENDINGS =
      Map.of(
          "ity", "itet", "ities", "itet", "ical", "isk", "ics", "ik", "ic", "isk", "ically", "isk",
          "ous", "os", "ies", "i");

  private static final List<String[]> ENGLISH =
      List.of(
          new String[] {"tion", "sjon"},
          new String[] {"ssion", "sjon"},
          new String[] {"sion", "sjon"},
          new String[] {"ch", "k"},
          new String[] {"ph", "f"},
          new String[] {"th", "t"},
          new String[] {"sh", "sj"},
          new String[] {"qu", "kv"});

  private Spelling() {}

  /** Lower case without accents in; two words with the same key are likely the same word. */
  static String key(Side side, String word) {
    String plain = side == Side.TRANSLATION ? english(word) : word;
    var key = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char next = i + 1 < plain.length() ? plain.charAt(i + 1) : 0;
      for (char c : letter(plain.charAt(i), next).toCharArray()) {
        if (key.isEmpty() || key.charAt(key.length() - 1) != c) {
          key.append(c);
        }
      }
    }
    return key.toString();
  }

  private static String english(String word) {
    String changed =
        word.endsWith("s")
                && !word.endsWith("ss")
                && !word.endsWith("ous")
                && !word.endsWith("ics")
                && !word.endsWith("ies")
            ? word.substring(0, word.length() - 1)
            : word;
    String longest = "";
    for (String ending : ENGLISH_ENDINGS.keySet()) {
      if (changed.length() > ending.length() + 2
          && changed.endsWith(ending)
          && ending.length() > longest.length()) {
        longest = ending;
      }
    }
    if (!longest.isEmpty()) {
      changed =
          changed.substring(0, changed.length() - longest.length()) + ENGLISH_ENDINGS.get(longest);
    }
    for (String[] each : ENGLISH) {
      changed = changed.replace(each[0], each[1]);
    }
    return changed;
  }

  private static String letter(char c, char next) {
    return switch (c) {
      case 'c' -> next == 'e' || next == 'i' || next == 'y' ? "s" : "k";
      case 'x' -> "ks";
      case 'q' -> "k";
      case 'w' -> "v";
      case 'z' -> "s";
      case 'y' -> "i";
      case 'æ', 'ä' -> "e";
      case 'ø', 'ö' -> "o";
      case 'å' -> "a";
      case 'é', 'è', 'ê' -> "e";
      case 'ü' -> "u";
      default -> String.valueOf(c);
    };
  }
}
