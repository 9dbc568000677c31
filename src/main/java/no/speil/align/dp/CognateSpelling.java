package no.speil.align.dp;

/**
 * Spells words alike that English and Norwegian share and write differently: {@code kommunikasjon},
 * {@code communication}.
 */
final class CognateSpelling {
  private CognateSpelling() {}

  /** The word in lower case with sounds that alternate between the languages made one. */
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
