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
    String same =
        word.replace("tion", "sn")
            .replace("sjon", "sn")
            .replace("ph", "f")
            .replace("th", "t")
            .replace("ch", "k");
    var folded = new StringBuilder(same.length());
    for (int i = 0; i < same.length(); i++) {
      char c = letter(same.charAt(i));
      if (folded.isEmpty() || folded.charAt(folded.length() - 1) != c) {
        folded.append(c);
      }
    }
    return folded.toString();
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
