package no.speil.corpus.text;

import java.text.Normalizer;
import java.util.Comparator;

/**
 * The order of titles and names in a language: letters by their place in its alphabet, digits
 * before them, case and accents passed over, all between two words as one space. Compares where the
 * text stands, without keys to be kept. Norwegian ends in æ, ø and å, to which ä and ö belong;
 * English takes them for ae, o and a.
 */
public enum Alphabet implements Comparator<String> {
  NORWEGIAN,
  ENGLISH;

  private static final int END = -1;
  private static final int SPACE = 0;
  private static final int DIGIT = 1;
  private static final int LETTER = 20;
  private static final int AE = LETTER + 26;
  private static final int OE = AE + 1;
  private static final int AA = AE + 2;
  private static final int OTHER = LETTER + 40;

  /** The alphabet of an interface language. */
  public static Alphabet of(String language) {
    return language.equals("en") ? ENGLISH : NORWEGIAN;
  }

  @Override
  public int compare(String one, String other) {
    var left = new Cursor(one);
    var right = new Cursor(other);
    while (true) {
      int a = left.next();
      int b = right.next();
      if (a != b) {
        return Integer.compare(a, b);
      }
      if (a == END) {
        return 0;
      }
    }
  }

  /**
   * The letter that a text is listed under; {@code 0–9} for digits, and the empty text where there
   * is neither.
   */
  public String initial(String text) {
    int first = new Cursor(text).next();
    if (first == END) {
      return "";
    }
    if (first < LETTER) {
      return "0–9";
    }
    if (first < AE) {
      return Character.toString('A' + first - LETTER);
    }
    return switch (first) {
      case AE -> "Æ";
      case OE -> "Ø";
      case AA -> "Å";
      default -> Character.toString(first - OTHER).toUpperCase(java.util.Locale.ROOT);
    };
  }

  /** Goes through the weights of a text. */
  private final class Cursor {
    private final String text;
    private int at;
    private int pending = END;
    private boolean begun;

    Cursor(String text) {
      this.text = text;
    }

    int next() {
      if (pending != END) {
        int weight = pending;
        pending = END;
        return weight;
      }
      boolean gap = false;
      while (at < text.length()) {
        int c = text.codePointAt(at);
        at += Character.charCount(c);
        if (Character.isLetterOrDigit(c)) {
          return weight(Character.toLowerCase(c), gap);
        }
        gap |= !isPassedOver(c);
      }
      return END;
    }

    private int weight(int c, boolean gap) {
      int weight = c < 0x80 ? plain(c) : special(c);
      boolean isNewWord = gap && begun;
      begun = true;
      if (!isNewWord) {
        return weight;
      }
      pending = weight; // the e of an English æ at the beginning of a word is given up for it
      return SPACE;
    }

    private int special(int c) {
      return switch (c) {
        case 'æ', 'ä' -> norwegianOr(AE, 'a', c == 'æ' ? 'e' : 0);
        case 'ø', 'ö' -> norwegianOr(OE, 'o', 0);
        case 'å' -> norwegianOr(AA, 'a', 0);
        case 'ü' -> plain(Alphabet.this == NORWEGIAN ? 'y' : 'u');
        case 'ð', 'đ' -> plain('d');
        case 'ł' -> plain('l');
        case 'ß' -> norwegianOr(plain('s'), 's', 's');
        default -> decomposed(c);
      };
    }

    private int norwegianOr(int norwegian, int english, int after) {
      if (Alphabet.this == NORWEGIAN) {
        return norwegian;
      }
      if (after != 0) {
        pending = plain(after);
      }
      return plain(english);
    }
  }

  private static int plain(int c) {
    return c <= '9' ? DIGIT + c - '0' : LETTER + c - 'a';
  }

  private static int decomposed(int c) {
    int first = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD).codePointAt(0);
    boolean isPlain = (first >= 'a' && first <= 'z') || (first >= '0' && first <= '9');
    return isPlain ? plain(first) : OTHER + c;
  }

  /** Accents that stand alone, apostrophes and soft hyphens are within a word. */
  private static boolean isPassedOver(int c) {
    return c == '\''
        || c == '’'
        || c == '\u00AD'
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
