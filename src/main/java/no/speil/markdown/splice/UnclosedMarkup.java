package no.speil.markdown.splice;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.util.ast.Node;
import java.util.List;
import java.util.Locale;
import no.speil.markdown.parse.ParsedBody;

/** Finds markup that a text leaves open, so that it would swallow the text after it. */
final class UnclosedMarkup {
  private static final List<String> RAW = List.of("pre", "script", "style", "textarea");

  private UnclosedMarkup() {}

  /** The text, with a line added that closes its last block if necessary. */
  static String close(String markdown) {
    ParsedBody parsedBody = ParsedBody.ofFragment(markdown);
    if (parsedBody.root() == null || parsedBody.blockSpans().isEmpty()) {
      return markdown;
    }
    Node last = parsedBody.root().getLastChild();
    if (last instanceof FencedCodeBlock code && code.getClosingMarker().isEmpty()) {
      return markdown + "\n" + code.getOpeningMarker();
    }
    if (last instanceof HtmlBlockBase) {
      return markdown + closing(parsedBody.markdown(parsedBody.blockSpans().getLast()));
    }
    return markdown;
  }

  /** CommonMark's HTML blocks of kinds 1 to 5 end at a mark, not at an empty line. */
  private static String closing(String html) {
    String lower = html.toLowerCase(Locale.ROOT);
    if (lower.startsWith("<!--")) {
      return lower.contains("-->") ? "" : "\n-->";
    }
    if (lower.startsWith("<?")) {
      return lower.contains("?>") ? "" : "\n?>";
    }
    if (lower.startsWith("<![cdata[")) {
      return lower.contains("]]>") ? "" : "\n]]>";
    }
    if (lower.startsWith("<!")) {
      return lower.contains(">") ? "" : "\n>";
    }
    for (String name : RAW) {
      if (lower.startsWith("<" + name)) {
        return lower.contains("</" + name + ">") ? "" : "\n</" + name + ">";
      }
    }
    return "";
  }
}
