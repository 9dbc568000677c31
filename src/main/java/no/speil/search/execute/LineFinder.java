package no.speil.search.execute;

import java.util.List;
import java.util.stream.Stream;
import no.speil.corpus.Side;
import no.speil.search.Concordance.TextLine;
import no.speil.search.ConcordanceRequest;
import no.speil.search.StoredSection;
import no.speil.search.count.PatternFinder;
import no.speil.search.count.WrittenText;
import no.speil.search.highlight.MatchSpans.MatchSpan;
import no.speil.search.highlight.SnippetHighlighter;
import no.speil.search.highlight.SnippetHighlighter.SpanFinder;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Finds the lines of a concordance: the matches that snippets mark, or some words. One thread. */
final class LineFinder {
  private final ParsedRequest parsed;
  private final SpanFinder finder;
  private final @Nullable PatternFinder pattern;
  private final boolean isNothing;

  LineFinder(SnippetHighlighter snippets, ParsedRequest parsed, ConcordanceRequest request) {
    this.parsed = parsed;
    this.finder = snippets.finder(parsed.compiled().highlight().query());
    this.pattern = request.words() == null ? null : new PatternFinder(request.words());
    this.isNothing = parsed.isEmpty() && (pattern == null || !request.search().query().isBlank());
  }

  /** The sections that may have lines, with their scores. */
  Query query() {
    Query match = isNothing ? new MatchNoDocsQuery("nothing is asked for") : parsed.match();
    return parsed.compiled().score().of(pattern == null ? match : pattern.among(match));
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
