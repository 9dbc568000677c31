package no.speil.markdown.splice;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.util.ast.Node;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.speil.markdown.parse.ParsedBody;

/** Finds markup that a text leaves open, so that it would swallow the text after it. */
final class UnclosedMarkup {
  /** CommonMark's HTML blocks of kinds 1 to 5 end at a mark, not at an empty line. */
  private static final List<Map.Entry<String, String>> ENDS =
      List.of(
          Map.entry("<!--", "-->"),
          Map.entry("<?", "?>"),
          Map.entry("<![cdata[", "]]>"),
          Map.entry("<!", ">"),
          Map.entry("<pre", "</pre>"),
          Map.entry("<script", "</script>"),
          Map.entry("<style", "</style>"),
          Map.entry("<textarea", "</textarea>"));

  private UnclosedMarkup() {}

  /** The text, with a line added that closes its last block if necessary. */
  static String close(String markdown) {
    ParsedBody parsed = ParsedBody.ofFragment(markdown);
    if (parsed.root() == null || parsed.spans().isEmpty()) {
      return markdown;
    }
    Node last = parsed.root().getLastChild();
    if (last instanceof FencedCodeBlock code && code.getClosingMarker().isEmpty()) {
      return markdown + "\n" + code.getOpeningMarker();
    }
    if (last instanceof HtmlBlockBase) {
      return markdown + closing(parsed.markdown(parsed.spans().getLast()));
    }
    return markdown;
  }

  private static String closing(String html) {
    String lower = html.toLowerCase(Locale.ROOT);
    return ENDS.stream()
        .filter(mark -> lower.startsWith(mark.getKey()))
        .findFirst()
        .filter(mark -> !lower.contains(mark.getValue()))
        .map(mark -> "\n" + mark.getValue())
        .orElse("");
  }
}
