package no.speil.qa;

/** Goes through the words of a text: runs of letters and their marks, with digits if wanted. */
final class WordScanner {
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
      int c = text.codePointAt(start);
      if (isOfWord(c)) {
        end = endOfRun(start);
        return true;
      }
      start += Character.charCount(c);
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
      int c = text.codePointAt(at);
      if (!isOfWord(c)) {
        break;
      }
      at += Character.charCount(c);
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
}
