package no.speil.web.section;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Moves a text's headings below the page's own without skipping levels (WCAG 2.2, 1.3.1). Stateful:
 * expects the headings in order.
 */
public final class HeadingLevels {
  private static final Pattern TAG = Pattern.compile("<(/?)h([1-6])(?=[ >])");

  private final Deque<Integer> open = new ArrayDeque<>();

  /** The level on the page of the next heading. */
  public int next(int written) {
    while (!open.isEmpty() && open.peek() >= written) {
      open.pop();
    }
    int level = inner();
    open.push(written);
    return level;
  }

  /** The HTML of the next block, with its headings on the level that suits the page. */
  public String fit(String html) {
    Matcher matcher = TAG.matcher(html);
    return relevel(html, matcher.lookingAt() ? next(Integer.parseInt(matcher.group(2))) : inner());
  }

  /** The same HTML with its headings on that level. */
  public static String relevel(String html, int level) {
    return TAG.matcher(html).replaceAll("<$1h" + level);
  }

  /** The level for headings inside other blocks here. */
  int inner() {
    return Math.min(6, 2 + open.size());
  }
}
