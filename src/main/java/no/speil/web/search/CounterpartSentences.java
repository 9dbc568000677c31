package no.speil.web.search;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.align.dp.Pairing;
import no.speil.align.dp.Pairing.Span;
import no.speil.align.dp.SentenceAligner;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.text.HtmlEscape;
import no.speil.library.documents.LayoutEngines;
import no.speil.search.Concordance;
import no.speil.search.Concordance.TextLine;
import no.speil.search.Excerpt;
import no.speil.search.Hit;
import no.speil.search.StoredSection.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Shows the sentence of one text that translates a sentence of the other, for the hits of one page.
 * For one thread.
 */
final class CounterpartSentences {
  private static final String CUT = "…";

  /** Words in HTML begin neither within others nor as a reference to a character. */
  private static final String BEGINNING = "(?<![\\p{L}\\p{N}&]|&#)(?:";

  private static final String END = ")(?![\\p{L}\\p{N}])";

  private static final String NOTHING = "(?!)";
  private static final String MARKED = "<mark>$0</mark>";

  private final SentenceAligner aligner = LayoutEngines.sentences();
  private final Map<SectionId, List<Pairing>> pairings = new HashMap<>();

  /**
   * The sentence that translates the one of a line, with the words marked that the snippet marks.
   *
   * @return safe HTML; empty where the section has fewer than two pairs of sentences, or none for
   *     the line
   */
  Optional<String> html(Concordance.Line line) {
    Side other = line.side().other();
    return link(links(line.hit()), line.side(), line.at())
        .map(each -> words(line.hit().pair().excerpt(other), span(each, other)).replaceAll(MARKED));
  }

  /**
   * The same as plain text, of lines that come section by section; the whole other text where there
   * is no such sentence.
   */
  String plain(TextLine line) {
    pairings.keySet().retainAll(Set.of(line.section().section()));
    Texts texts = line.section().texts();
    Side side = line.side();
    @Nullable String other = texts.of(side.other());
    return other == null
        ? ""
        : link(
                links(line.section().section(), texts.original(), texts.translation()),
                side,
                line.at())
            .map(
                each ->
                    other.substring(span(each, side.other()).from(), span(each, side.other()).to()))
            .orElse(other);
  }

  private static Optional<Pairing> link(List<Pairing> links, Side side, int at) {
    return links.stream().filter(each -> holds(span(each, side), at)).findFirst();
  }

  /**
   * What to show of a side instead of its snippet, where the words are found on the other side only
   * and the snippet is not all of the text: the sentence that translates the one with the most of
   * the words.
   *
   * @return safe HTML; empty where the snippet should be shown
   */
  Optional<String> html(Hit hit, Side side) {
    Excerpt shown = hit.pair().excerpt(side);
    Excerpt found = hit.pair().excerpt(side.other());
    if (shown == null
        || found == null
        || isFound(shown)
        || !isFound(found)
        || !shown.snippet().cut()) {
      return Optional.empty();
    }
    return links(hit).stream()
        .max(Comparator.comparingInt(each -> count(found, span(each, side.other()))))
        .filter(each -> count(found, span(each, side.other())) > 0)
        .map(each -> stretch(shown, span(each, side)));
  }

  /** A sentence within a longer text. */
  private static String stretch(Excerpt excerpt, Span span) {
    return (span.from() > 0 ? CUT : "")
        + HtmlEscape.text(excerpt.text().substring(span.from(), span.to()))
        + (span.to() < excerpt.text().length() ? CUT : "");
  }

  private static boolean isFound(Excerpt excerpt) {
    return !excerpt.snippet().matches().isEmpty();
  }

  /** How many different words a sentence has that the snippet marks. */
  private static int count(Excerpt excerpt, Span span) {
    return (int) words(excerpt, span).results().map(MatchResult::group).distinct().count();
  }

  /** The pairs of sentences of a section, where it has more than one. */
  private List<Pairing> links(Hit hit) {
    Excerpt original = hit.pair().original();
    Excerpt translation = hit.pair().translation();
    return links(
        hit.section(),
        original == null ? null : original.text(),
        translation == null ? null : translation.text());
  }

  private List<Pairing> links(
      SectionId section, @Nullable String original, @Nullable String translation) {
    if (original == null || translation == null) {
      return List.of();
    }
    List<Pairing> pairs =
        pairings.computeIfAbsent(section, id -> aligner.align(original, translation));
    return pairs.size() > 1 ? pairs.stream().filter(Pairing::isLink).toList() : List.of();
  }

  private static Span span(Pairing pair, Side side) {
    return side == Side.ORIGINAL ? pair.original() : pair.translation();
  }

  private static boolean holds(Span span, int at) {
    return span.from() <= at && at < span.to();
  }

  /**
   * The words that the snippet marks in the HTML of a sentence, which may be out of the snippet.
   */
  private static Matcher words(@Nullable Excerpt excerpt, Span span) {
    Excerpt present = Objects.requireNonNull(excerpt);
    String words =
        present.snippet().matches().stream()
            .map(match -> present.text().substring(match.start(), match.end()))
            .distinct()
            .map(word -> Pattern.quote(HtmlEscape.text(word)))
            .collect(joining("|"));
    return Pattern.compile(BEGINNING + (words.isEmpty() ? NOTHING : words) + END)
        .matcher(HtmlEscape.text(present.text().substring(span.from(), span.to())));
  }
}
