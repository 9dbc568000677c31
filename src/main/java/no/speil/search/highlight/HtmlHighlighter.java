package no.speil.search.highlight;

import java.util.List;
import no.speil.corpus.Side;
import no.speil.corpus.text.HtmlText;
import no.speil.search.WordMarker;
import no.speil.search.highlight.MatchSpans.MatchSpan;
import no.speil.search.highlight.SnippetHighlighter.SpanFinder;
import no.speil.search.schema.FieldGroup;
import org.jspecify.annotations.Nullable;

/** Marks the matches of a query in rendered HTML. For one thread. */
public final class HtmlHighlighter implements WordMarker {
  private final SpanFinder finder;
  private final HighlightQuery highlight;

  public HtmlHighlighter(SnippetHighlighter snippets, HighlightQuery highlight) {
    this.finder = snippets.finder(highlight.query());
    this.highlight = highlight;
  }

  @Override
  public String mark(Side side, String html) {
    FieldGroup fields = FieldGroup.of(side);
    var text = new HtmlText(html);
    List<MatchSpan> spans = finder.spans(fields, text.plain()).all();
    if (spans.isEmpty()) {
      return html;
    }
    @Nullable String[] marks = new String[text.plain().length()];
    for (MatchSpan span : spans) {
      boolean translation = highlight.isTranslation(fields, span.term());
      for (int i = span.start(); i < span.end(); i++) {
        if (marks[i] == null) {
          marks[i] = translation ? "<mark class=\"tr\">" : "<mark>";
        }
      }
    }
    return text.marked(marks);
  }
}
