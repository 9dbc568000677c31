package no.speil.search.execute;

import java.util.List;
import java.util.stream.Stream;
import no.speil.corpus.Side;
import no.speil.search.Concordance.TextLine;
import no.speil.search.StoredSection;
import no.speil.search.WordPattern;
import no.speil.search.compile.CompiledQuery;
import no.speil.search.count.PatternFinder;
import no.speil.search.count.WrittenText;
import no.speil.search.highlight.MatchSpans.MatchSpan;
import no.speil.search.highlight.SnippetHighlighter;
import no.speil.search.highlight.SnippetHighlighter.SpanFinder;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Finds the lines of a concordance: the matches that snippets mark, or some words. For one thread.
 */
final class LineFinder {
  private final SpanFinder finder;
  private final @Nullable PatternFinder pattern;
  private final Query query;

  /**
   * @param words null for the matches
   * @param sections that are found
   */
  LineFinder(
      SnippetHighlighter snippets,
      CompiledQuery compiled,
      @Nullable WordPattern words,
      Query sections) {
    finder = snippets.finder(compiled.highlight().query());
    pattern = words == null ? null : new PatternFinder(words);
    query = compiled.score().of(pattern == null ? sections : pattern.among(sections));
  }

  /** The sections that may have lines, with their scores. */
  Query query() {
    return query;
  }

  List<MatchSpan> matches(Side side, String text) {
    if (pattern == null) {
      return finder.spans(FieldGroup.of(side), text).merged(text);
    }
    return pattern.side() == side
        ? pattern
            .places(new WrittenText(side, text))
            .map(place -> new MatchSpan(place.start(), place.end(), ""))
            .toList()
        : List.of();
  }

  /** All lines of a section, in the order of its texts. */
  Stream<TextLine> lines(StoredSection section) {
    return Stream.of(Side.values())
        .flatMap(
            side -> {
              String text = section.texts().of(side);
              return text == null
                  ? Stream.of()
                  : matches(side, text).stream()
                      .map(match -> new TextLine(section, side, match.start(), match.in(text)));
            });
  }
}
