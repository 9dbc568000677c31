package no.speil.markdown.parse;

import com.vladsch.flexmark.ext.attributes.AttributesExtension;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.util.List;
import java.util.Optional;

/**
 * The only place where Markdown is parsed: CommonMark with tables, footnotes, attributes and
 * strikethrough. A tree is at most {@link ParseLimits#DEPTH} deep, so that recursion is safe.
 */
final class FlexmarkParser {
  private static final Parser EXTENDED =
      Parser.builder()
          .extensions(
              List.of(
                  TablesExtension.create(),
                  FootnoteExtension.create(),
                  AttributesExtension.create(),
                  StrikethroughExtension.create()))
          .build();

  /** Finds the same where no extension has anything to find, in two thirds of the time. */
  private static final Parser PLAIN = Parser.builder().build();

  private FlexmarkParser() {}

  /** The tree of a text; empty if it exceeds the limits. */
  static Optional<Document> parse(String text) {
    if (!ParseLimits.allow(text)) {
      return Optional.empty();
    }
    try {
      Document root = (mayNeedExtensions(text) ? EXTENDED : PLAIN).parse(text);
      return isDeep(root, 0) ? Optional.empty() : Optional.of(root);
    } catch (StackOverflowError e) {
      // The parser's regular expressions recurse on text that no limit covers.
      return Optional.empty();
    }
  }

  /** Whether there is a mark of a table, a footnote, an attribute or struck-out words. */
  private static boolean mayNeedExtensions(String text) {
    return text.indexOf('|') >= 0
        || text.contains("[^")
        || text.indexOf('{') >= 0
        || text.indexOf('~') >= 0;
  }

  private static boolean isDeep(Node parent, int depth) {
    for (Node child : parent.getChildren()) {
      if (depth >= ParseLimits.DEPTH || isDeep(child, depth + 1)) {
        return true;
      }
    }
    return false;
  }
}
