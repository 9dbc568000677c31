package no.speil.search;

/**
 * A place in a text with the words around it, on one line.
 *
 * @param before as far as {@link #LENGTH} characters, cut between words
 * @param match as it is written there
 * @param after likewise
 */
public record Context(String before, String match, String after) {
  public static final int LENGTH = 100;

  static Context of(String text, Finds.Find place) {
    return new Context(
        onOneLine(text.substring(from(text, place.start()), place.start())),
        onOneLine(text.substring(place.start(), place.end())),
        onOneLine(text.substring(place.end(), to(text, place.end()))));
  }

  private static int from(String text, int end) {
    int least = Math.max(0, end - LENGTH);
    int start = least;
    while (start > 0 && start < end && !QueryText.isSpace(text.charAt(start - 1))) {
      start++;
    }
    return start < end || least == end ? start : onCharacter(text, least);
  }

  private static int to(String text, int start) {
    int most = Math.min(text.length(), start + LENGTH);
    int end = most;
    while (end < text.length() && end > start && !QueryText.isSpace(text.charAt(end))) {
      end--;
    }
    return end > start || most == start ? end : onCharacter(text, most);
  }

  private static int onCharacter(String text, int at) {
    boolean inside =
        at > 0
            && at < text.length()
            && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    return inside ? at - 1 : at;
  }

  private static String onOneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
