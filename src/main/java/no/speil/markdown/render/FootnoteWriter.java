package no.speil.markdown.render;

import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.util.ast.Node;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import no.speil.corpus.text.HtmlEscape;

/**
 * Writes footnote references and footnotes, linked by ids such as {@code fn-no-1}. A footnote shows
 * its label as written, so that both sides of a document show the same.
 */
final class FootnoteWriter {
  private final Sanitizer sanitizer;
  private final String prefix;
  private final Set<String> marked = new HashSet<>();

  /**
   * @param prefix makes the ids of several texts on one page distinct
   */
  FootnoteWriter(Sanitizer sanitizer, String prefix) {
    this.sanitizer = sanitizer;
    this.prefix = prefix;
  }

  void mark(Footnote mark, String written, StringBuilder html) {
    if (!mark.isDefined()) {
      html.append(HtmlEscape.text(written));
      return;
    }
    String label = mark.getText().toString();
    html.append("<sup class=\"footnote-ref\"");
    if (marked.add(label)) {
      html.append(" id=\"").append(sanitizer.sealed("fnref-" + name(label))).append('"');
    }
    html.append("><a href=\"#").append(sanitizer.sealed("fn-" + name(label))).append("\">");
    html.append(HtmlEscape.text(label)).append("</a></sup>");
  }

  void write(FootnoteBlock note, Consumer<Node> children, StringBuilder html) {
    String label = note.getText().toString();
    html.append("<div class=\"footnote\" id=\"").append(sanitizer.sealed("fn-" + name(label)));
    html.append("\"><sup>").append(HtmlEscape.text(label)).append("</sup> ");
    children.accept(note);
    html.append(" <a class=\"footnote-back\" href=\"#");
    html.append(sanitizer.sealed("fnref-" + name(label))).append("\">↩</a></div>");
  }

  private String name(String label) {
    var name = new StringBuilder(prefix);
    label
        .strip()
        .toLowerCase(Locale.ROOT)
        .chars()
        .forEach(
            c -> {
              if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                name.append((char) c);
              } else {
                name.append('_').append(Integer.toHexString(c)).append('_');
              }
            });
    return name.toString();
  }
}
