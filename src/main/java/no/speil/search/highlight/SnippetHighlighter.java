package no.speil.search.highlight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Set;
import no.speil.search.highlight.MatchSpans.MatchSpan;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;

/** Finds the matches in texts. Thread-safe. */
public final class SnippetHighlighter {
  /** Only this many characters of a text are highlighted. */
  private static final int LONGEST = 20_000;

  private final UnifiedHighlighter highlighter;

  public SnippetHighlighter(Analyzer analysis) {
    highlighter =
        UnifiedHighlighter.builderWithoutSearcher(analysis)
            .withMaskedFieldsFunc(SnippetHighlighter::othersOf)
            .withBreakIterator(WholeBreakIterator::new)
            .withFormatter(new MatchSpanFormatter())
            .withWeightMatches(false)
            .build();
  }

  /** All matches in a text, in order; some may overlap. */
  public MatchSpans spans(FieldGroup fieldGroup, String text, Query highlight) {
    try {
      Object spans =
          highlighter.highlightWithoutSearcher(fieldGroup.stem(), highlight, read(text), 1);
      return spans == null ? MatchSpans.NONE : (MatchSpans) spans;
    } catch (IOException e) {
      throw new UncheckedIOException("reading a text in memory", e);
    }
  }

  private static String read(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST));
  }

  /** The other fields of the same text, whose matches are highlighted too. */
  private static Set<String> othersOf(String field) {
    for (FieldGroup fieldGroup : FieldGroup.BOTH) {
      if (fieldGroup.stem().equals(field)) {
        return Set.of(fieldGroup.folded(), fieldGroup.exact(), fieldGroup.reversed());
      }
    }
    return Set.of();
  }

  /** Gives the matches of a text in order, the longest first where some begin together. */
  private static final class MatchSpanFormatter extends PassageFormatter {
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
