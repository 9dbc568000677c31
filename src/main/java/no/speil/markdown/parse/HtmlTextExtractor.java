package no.speil.markdown.parse;

import java.util.List;
import java.util.Set;
import org.owasp.html.HtmlSanitizer;

/** Extracts the words of HTML: text and alternative texts, without scripts and styles. */
final class HtmlTextExtractor implements HtmlSanitizer.Policy {
  private static final Set<String> WITHIN_WORDS =
      Set.of(
          "a", "abbr", "b", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "q",
          "s", "small", "span", "strong", "sub", "sup", "u", "wbr");
  private static final Set<String> UNSEEN = Set.of("script", "style", "template");

  private final StringBuilder words = new StringBuilder();
  private boolean unseen;

  private HtmlTextExtractor() {}

  /**
   * The words with their white space; a space where an element begins or ends that separates words.
   */
  static String of(CharSequence html) {
    var words = new HtmlTextExtractor();
    HtmlSanitizer.sanitize(html.toString(), words);
    return words.words.toString();
  }

  @Override
  public void openDocument() {}

  @Override
  public void closeDocument() {}

  @Override
  public void openTag(String name, List<String> attributes) {
    part(name);
    unseen |= UNSEEN.contains(name);
    for (int i = 0; i + 1 < attributes.size(); i += 2) {
      if (attributes.get(i).equals("alt")) {
        words.append(attributes.get(i + 1)).append(' ');
      }
    }
  }

  @Override
  public void closeTag(String name) {
    part(name);
    unseen &= !UNSEEN.contains(name);
  }

  @Override
  public void text(String text) {
    if (!unseen) {
      words.append(text);
    }
  }

  private void part(String name) {
    if (!WITHIN_WORDS.contains(name)) {
      words.append(' ');
    }
  }
}
