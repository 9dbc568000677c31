package no.speil.corpus;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.text.PageMark;

/**
 * Reads the name that a writer gave a block: {@code {#demands}} at its end, perhaps with classes.
 */
public final class Anchor {
  private static final Pattern AT_THE_END =
      Pattern.compile("\\{:?[^{}\\n]*#([\\p{L}\\p{N}_.:-]+)[^{}\\n]*\\}$");

  private static final int LONGEST = 200;

  private Anchor() {}

  /** The anchor, or an empty string. */
  public static String of(String markdown) {
    String last = markdown.substring(Math.max(0, markdown.length() - LONGEST));
    String end = PageMark.without(last).stripTrailing();
    if (!end.endsWith("}")) {
      return "";
    }
    Matcher matcher = AT_THE_END.matcher(end);
    return matcher.find() ? matcher.group(1) : "";
  }
}
