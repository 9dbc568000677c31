package no.speil.align.dp;

/**
 * Gives cognates of English and Norwegian the same spelling: {@code kommunikasjon}, {@code
 * communication}. Coarser than the lexicon's spelling keys, since only shares of equal 4-grams
 * count.
 */
final class CognateSpelling {
  private CognateSpelling() {}

  /**
   * Replaces letters that differ between the languages by one of them.
   *
   * @param word in lower case
   */
  static String fold(String word) {
    var folded = new StringBuilder(word.length());
    int i = 0;
    while (i < word.length()) {
      if (word.startsWith("tion", i) || word.startsWith("sjon", i)) {
        add('s', folded);
        add('n', folded);
        i += "tion".length();
      } else if (word.startsWith("ph", i)) {
        add('f', folded);
        i += "ph".length();
      } else {
        char c = word.charAt(i);
        add(letter(c), folded);
        boolean isAspirated = (c == 't' || c == 'c') && word.startsWith("h", i + 1);
        i += isAspirated ? 2 : 1;
      }
    }
    return folded.toString();
  }

  /** Adds a letter; a double letter only once. */
  private static void add(char letter, StringBuilder folded) {
    if (folded.isEmpty() || folded.charAt(folded.length() - 1) != letter) {
      folded.append(letter);
    }
  }

  private static char letter(char c) {
    return switch (c) {
      case 'c', 'q' -> 'k';
      case 'w' -> 'v';
      case 'z' -> 's';
      case 'y' -> 'i';
      case 'å', 'æ', 'ä', 'á', 'à', 'â' -> 'a';
      case 'ø', 'ö', 'ó', 'ò', 'ô' -> 'o';
      case 'é', 'è', 'ê' -> 'e';
      case 'ü' -> 'u';
      default -> c;
    };
  }
}
