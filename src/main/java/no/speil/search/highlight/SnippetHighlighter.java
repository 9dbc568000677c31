package no.speil.search.highlight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.speil.corpus.text.HtmlText;
import no.speil.search.WordMarker;
import no.speil.search.highlight.MatchSpans.MatchSpan;
import no.speil.search.schema.FieldGroup;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.FieldHighlighter;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.jspecify.annotations.Nullable;

/** Finds the matches of queries in texts, and marks them in HTML. Thread-safe. */
public final class SnippetHighlighter {
  /** Only this many characters of a text are highlighted. */
  private static final int LONGEST = 20_000;

  private final UnifiedHighlighter.Builder settings;

  public SnippetHighlighter(Analyzer analysis) {
    settings =
        UnifiedHighlighter.builderWithoutSearcher(analysis)
            .withMaskedFieldsFunc(SnippetHighlighter::othersOf)
            .withWeightMatches(false)
            .withBreakIterator(WholeBreakIterator::new) // passages are cut elsewhere
            .withMaxNoHighlightPassages(0)
            .withFormatter(new SpanFormatter());
  }

  /** Prepares to find the matches of a query. */
  public SpanFinder finder(Query query) {
    return new SpanFinder(settings, query);
  }

  /** Marks the matches of a query in rendered HTML. */
  public WordMarker marker(HighlightQuery highlight) {
    SpanFinder finder = finder(highlight.query());
    return (side, html) -> {
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
    };
  }

  /** Finds the matches of one query in any number of texts. For one thread. */
  public static final class SpanFinder extends UnifiedHighlighter {
    private final Query query;
    private final Map<FieldGroup, FieldHighlighter> sides = new EnumMap<>(FieldGroup.class);

    private SpanFinder(Builder settings, Query query) {
      super(settings);
      this.query = query;
    }

    /** All matches in a text, in order, the longest first where some begin together. */
    public MatchSpans spans(FieldGroup fields, String text) {
      try {
        Object spans =
            sides
                .computeIfAbsent(
                    fields, side -> getFieldHighlighter(side.stem(), query, extractTerms(query), 1))
                .highlightFieldForDoc(
                    null, -1, text.substring(0, Math.min(text.length(), LONGEST)));
        return spans instanceof MatchSpans found ? found : MatchSpans.NONE;
      } catch (IOException e) {
        throw new UncheckedIOException("reading a text in memory", e);
      }
    }
  }

  /** The other fields of the same text, whose matches are highlighted too. */
  private static Set<String> othersOf(String stem) {
    return Set.of(stem + IndexSchema.FOLDED, stem + IndexSchema.EXACT, stem + IndexSchema.ENDINGS);
  }

  /** Gives the places of the matches instead of a text with them marked. */
  private static final class SpanFormatter extends PassageFormatter {
    @Override
    public MatchSpans format(Passage[] passages, String text) {
      var all = new ArrayList<MatchSpan>();
      for (Passage passage : passages) {
        for (int i = 0; i < passage.getNumMatches(); i++) {
          all.add(
              new MatchSpan(
                  passage.getMatchStarts()[i],
                  passage.getMatchEnds()[i],
                  passage.getMatchTerms()[i].utf8ToString()));
        }
      }
      all.sort(Comparator.comparingInt(MatchSpan::start).thenComparingInt(span -> -span.end()));
      return new MatchSpans(all);
    }
  }
}
