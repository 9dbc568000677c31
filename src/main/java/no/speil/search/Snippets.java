package no.speil.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;

/** Shows where in a text the words are; thread-safe. */
final class Snippets {
  /** A longer section is searched for marks no further than this. */
  private static final int LONGEST = 20_000;

  private final UnifiedHighlighter highlighter;

  Snippets(Analyzer analysis) {
    highlighter =
        UnifiedHighlighter.builderWithoutSearcher(analysis)
            .withMaskedFieldsFunc(Snippets::othersOf)
            .withBreakIterator(WholeBreakIterator::new)
            .withFormatter(new SnippetFormatter())
            .withWeightMatches(false)
            .build();
  }

  Excerpt excerpt(Column column, String text, Query marks) {
    String start = text.substring(0, Math.min(text.length(), LONGEST));
    try {
      Object snippet = highlighter.highlightWithoutSearcher(column.stem(), marks, start, 1);
      return new Excerpt(
          text, snippet == null ? SnippetFormatter.beginning(start) : snippet.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("reading a text in memory", e);
    }
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
