package no.speil.search.highlight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import no.speil.search.highlight.MatchSpans.MatchSpan;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.FieldHighlighter;
import org.apache.lucene.search.uhighlight.FieldOffsetStrategy;
import org.apache.lucene.search.uhighlight.OffsetsEnum;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.PassageScorer;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/** Finds the matches of queries in texts. Thread-safe. */
public final class SnippetHighlighter {
  /** Only this many characters of a text are highlighted. */
  private static final int LONGEST = 20_000;

  private final OffsetHighlighter highlighter;

  public SnippetHighlighter(Analyzer analysis) {
    highlighter =
        new OffsetHighlighter(
            UnifiedHighlighter.builderWithoutSearcher(analysis)
                .withMaskedFieldsFunc(SnippetHighlighter::othersOf)
                .withWeightMatches(false));
  }

  /** Prepares to find the matches of a query. */
  public SpanFinder finder(Query query) {
    return new SpanFinder(query);
  }

  /** Finds the matches of one query in any number of texts. For one thread. */
  public final class SpanFinder {
    private final Query query;
    private final Map<FieldGroup, SideHighlighter> sides = new EnumMap<>(FieldGroup.class);

    private SpanFinder(Query query) {
      this.query = query;
    }

    /** All matches in a text, in order, the longest first where some begin together. */
    public MatchSpans spans(FieldGroup fieldGroup, String text) {
      try {
        return sides
            .computeIfAbsent(fieldGroup, side -> highlighter.of(side.stem(), query))
            .spans(text.substring(0, Math.min(text.length(), LONGEST)));
      } catch (IOException e) {
        throw new UncheckedIOException("reading a text in memory", e);
      }
    }
  }

  /** The other fields of the same text, whose matches are highlighted too. */
  private static Set<String> othersOf(String field) {
    for (FieldGroup fieldGroup : FieldGroup.BOTH) {
      if (fieldGroup.stem().equals(field)) {
        return Set.of(fieldGroup.folded(), fieldGroup.exact(), fieldGroup.endings());
      }
    }
    return Set.of();
  }

  /** Lucene's highlighter, as far as where the matches are: passages are cut elsewhere. */
  private static final class OffsetHighlighter extends UnifiedHighlighter {
    OffsetHighlighter(Builder builder) {
      super(builder);
    }

    SideHighlighter of(String field, Query query) {
      return (SideHighlighter) getFieldHighlighter(field, query, extractTerms(query), 1);
    }

    @Override
    protected FieldHighlighter newFieldHighlighter(
        String field,
        FieldOffsetStrategy offsets,
        BreakIterator breaks,
        PassageScorer scorer,
        int most,
        int mostWithoutMatches,
        PassageFormatter formatter,
        Comparator<Passage> order) {
      return new SideHighlighter(
          field, offsets, breaks, scorer, most, mostWithoutMatches, formatter, order);
    }
  }

  private static final class SideHighlighter extends FieldHighlighter {
    SideHighlighter(
        String field,
        FieldOffsetStrategy offsets,
        BreakIterator breaks,
        PassageScorer scorer,
        int most,
        int mostWithoutMatches,
        PassageFormatter formatter,
        Comparator<Passage> order) {
      super(field, offsets, breaks, scorer, most, mostWithoutMatches, formatter, order);
    }

    MatchSpans spans(String text) throws IOException {
      var all = new ArrayList<MatchSpan>();
      try (OffsetsEnum matches = fieldOffsetStrategy.getOffsetsEnum(null, -1, text)) {
        while (matches.nextPosition()) {
          all.add(
              new MatchSpan(
                  matches.startOffset(), matches.endOffset(), matches.getTerm().utf8ToString()));
        }
      }
      all.sort(Comparator.comparingInt(MatchSpan::start).thenComparingInt(span -> -span.end()));
      return all.isEmpty() ? MatchSpans.NONE : new MatchSpans(all);
    }
  }
}
