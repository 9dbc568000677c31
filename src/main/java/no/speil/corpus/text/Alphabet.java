package no.speil.corpus.text;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;

/**
 * The order of titles and names in a language: letters by their place in its alphabet, digits
 * before them, case and accents passed over, all between two words as one space. Norwegian ends in
 * æ, ø and å, to which ä and ö belong; English takes them for ae, o and a.
 */
public enum Alphabet implements Comparator<String> {
  NORWEGIAN,
  ENGLISH;

  /** Letters of Norwegian that are no plain ones, and what stands for them in a key. */
  private static final String SPECIAL = "æäøöåü";

  private static final String KEYS = "{{||}y"; // the characters after z

  /** The alphabet of an interface language. */
  public static Alphabet of(String language) {
    return language.equals("en") ? ENGLISH : NORWEGIAN;
  }

  @Override
  public int compare(String one, String other) {
    return key(one).compareTo(key(other));
  }

  /**
   * The letter that a text is listed under; {@code 0–9} for digits, and the empty text where there
   * is neither.
   */
  public String initial(String text) {
    String key = key(text);
    if (key.isEmpty()) {
      return "";
    }
    int first = key.codePointAt(0);
    return switch (first) {
      case '{' -> "Æ";
      case '|' -> "Ø";
      case '}' -> "Å";
      default -> first <= '9' ? "0–9" : Character.toString(first).toUpperCase(Locale.ROOT);
    };
  }

  /** The text in characters whose order is that of the alphabet. */
  private String key(String text) {
    var key = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      int c = Character.toLowerCase(text.codePointAt(i));
      if (!Character.isLetterOrDigit(c)) {
        gap |= !isPassedOver(c);
        continue;
      }
      if (gap && !key.isEmpty()) {
        key.append(' ');
      }
      gap = false;
      if (c < 0x80) {
        key.append((char) c);
      } else {
        key.append(letters(c));
      }
    }
    return key.toString();
  }

  private String letters(int c) {
    int special = this == NORWEGIAN ? SPECIAL.indexOf(c) : -1;
    if (special >= 0) {
      return KEYS.substring(special, special + 1);
    }
    return switch (c) {
      case 'æ' -> "ae";
      case 'ø' -> "o";
      case 'ð', 'đ' -> "d";
      case 'ł' -> "l";
      case 'ß' -> this == ENGLISH ? "ss" : "s";
      default -> {
        String letter = Character.toString(c);
        int base = Normalizer.normalize(letter, Normalizer.Form.NFD).codePointAt(0);
        boolean isLatin = base < 0x80 || base == 'æ' || base == 'ø';
        yield isLatin && base != c ? letters(base) : letter;
      }
    };
  }

  private static boolean isPassedOver(int c) {
    return c == '\''
        || c == '’'
        || c == '\u00AD'
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
