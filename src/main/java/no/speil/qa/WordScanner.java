package no.speil.qa;

/** Goes through the words of a text: runs of letters and their marks, with digits if wanted. */
final class WordScanner {
  /** The types of the first characters, all of which are assigned. */
  private static final byte[] LATIN = latin();

  private final String text;

  /** The last of the types of characters in a word; those of letters and marks come first. */
  private final byte last;

  private int start;
  private int end;

  private WordScanner(String text, byte last) {
    this.text = text;
    this.last = last;
  }

  static WordScanner ofLetters(String text) {
    return new WordScanner(text, Character.COMBINING_SPACING_MARK);
  }

  static WordScanner ofLettersAndDigits(String text) {
    return new WordScanner(text, Character.OTHER_NUMBER);
  }

  /** Goes on to the next word; false if there is none. */
  boolean next() {
    start = end;
    while (start < text.length()) {
      end = endOfRun(start);
      if (end > start) {
        return true;
      }
      start += Character.charCount(text.codePointAt(start));
    }
    return false;
  }

  /** Makes one word of this one and what follows the character after it, if that is a word. */
  boolean join() {
    int after = endOfRun(end + 1);
    boolean isWord = after > end + 1;
    end = isWord ? after : end;
    return isWord;
  }

  /** Offset just after the run that begins at an offset; the offset itself if there is none. */
  int endOfRun(int from) {
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c < LATIN.length) {
        if (LATIN[c] > last) {
          break;
        }
        at++;
        continue;
      }
      int point = text.codePointAt(at);
      if (!isOfWord(point)) {
        break;
      }
      at += Character.charCount(point);
    }
    return at;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  String word() {
    return text.substring(start, end);
  }

  private boolean isOfWord(int c) {
    int type = Character.getType(c);
    return type > Character.UNASSIGNED && type <= last;
  }

  private static byte[] latin() {
    var types = new byte[0x180];
    for (int c = 0; c < types.length; c++) {
      types[c] = (byte) Character.getType(c);
    }
    return types;
  }
}
