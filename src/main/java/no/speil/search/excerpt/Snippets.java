package no.speil.search.excerpt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import no.speil.search.Excerpt;
import no.speil.search.entry.Column;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;

/** Shows where in a text the words are; thread-safe. */
public final class Snippets {
  /** A longer section is searched for marks no further than this. */
  private static final int LONGEST = 20_000;

  private final UnifiedHighlighter highlighter;

  public Snippets(Analyzer analysis) {
    highlighter =
        UnifiedHighlighter.builderWithoutSearcher(analysis)
            .withMaskedFieldsFunc(Snippets::othersOf)
            .withBreakIterator(WholeBreakIterator::new)
            .withFormatter(new FindsFormatter())
            .withWeightMatches(false)
            .build();
  }

  Excerpt excerpt(Column column, String text, Query marks) {
    return new Excerpt(text, SnippetHtml.of(read(text), finds(column, text, marks).all()));
  }

  /** Everything in a text that is marked, in its order; some may overlap. */
  public Finds finds(Column column, String text, Query marks) {
    try {
      Object finds = highlighter.highlightWithoutSearcher(column.stem(), marks, read(text), 1);
      return finds == null ? Finds.NONE : (Finds) finds;
    } catch (IOException e) {
      throw new UncheckedIOException("reading a text in memory", e);
    }
  }

  private static String read(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST));
  }

  /** The fields that hold the same text cut otherwise, whose finds are marked in it too. */
  private static Set<String> othersOf(String field) {
    for (Column column : Column.BOTH) {
      if (column.stem().equals(field)) {
        return Set.of(column.folded(), column.exact(), column.reversed());
      }
    }
    return Set.of();
  }
}
