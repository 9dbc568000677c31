package no.speil.corpus.text;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The mark {@code {page=3}} by which a text says where a page of its original begins. It is no part
 * of the text: with it and without it a text is the same.
 */
public final class PageMark {
  private static final Pattern MARK =
      Pattern.compile("\\s*+(?<![`\\\\])\\{page=(\\d{1,4})\\}(?!`)");

  private PageMark() {}

  /** The text without such marks, and without the space before them. */
  public static String without(String markdown) {
    return markdown.contains("{page=") ? MARK.matcher(markdown).replaceAll("") : markdown;
  }

  /** The pages that begin in a text. */
  public static List<Integer> pages(String markdown) {
    return MARK.matcher(markdown)
        .results()
        .map(mark -> Integer.valueOf(mark.group(1)))
        .filter(page -> page > 0)
        .toList();
  }
}
