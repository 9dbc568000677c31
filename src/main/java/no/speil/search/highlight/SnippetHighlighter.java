package no.speil.search.highlight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Set;
import no.speil.search.Excerpt;
import no.speil.search.highlight.MatchSpans.Find;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;

/** Shows where in a text the words are; thread-safe. */
public final class SnippetHighlighter {
  /** A longer section is searched for marks no further than this. */
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

  Excerpt excerpt(FieldGroup fieldGroup, String text, Query marks) {
    return new Excerpt(text, SnippetHtml.of(read(text), finds(fieldGroup, text, marks).all()));
  }

  /** Everything in a text that is marked, in its order; some may overlap. */
  public MatchSpans finds(FieldGroup fieldGroup, String text, Query marks) {
    try {
      Object finds = highlighter.highlightWithoutSearcher(fieldGroup.stem(), marks, read(text), 1);
      return finds == null ? MatchSpans.NONE : (MatchSpans) finds;
    } catch (IOException e) {
      throw new UncheckedIOException("reading a text in memory", e);
    }
  }

  private static String read(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST));
  }

  /** The fields that hold the same text cut otherwise, whose finds are marked in it too. */
  private static Set<String> othersOf(String field) {
    for (FieldGroup fieldGroup : FieldGroup.BOTH) {
      if (fieldGroup.stem().equals(field)) {
        return Set.of(fieldGroup.folded(), fieldGroup.exact(), fieldGroup.reversed());
      }
    }
    return Set.of();
  }

  /**
   * Gives a text's finds as they are, in its order; of those that begin together the longest first.
   */
  private static final class MatchSpanFormatter extends PassageFormatter {
    @Override
    public MatchSpans format(Passage[] passages, String text) {
      var all = new ArrayList<Find>();
      for (Passage passage : passages) {
        for (int i = 0; i < passage.getNumMatches(); i++) {
          all.add(
              new Find(
                  passage.getMatchStarts()[i],
                  passage.getMatchEnds()[i],
                  passage.getMatchTerms()[i].utf8ToString()));
        }
      }
      all.sort(Comparator.comparingInt(Find::start).thenComparingInt(find -> -find.end()));
      return new MatchSpans(all);
    }
  }
}
