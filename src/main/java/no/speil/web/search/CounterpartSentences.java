package no.speil.web.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.align.dp.Pairing;
import no.speil.align.dp.Pairing.Span;
import no.speil.align.dp.SentenceAligner;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.library.documents.StarterAligners;
import no.speil.search.ConcordanceLine;
import no.speil.search.Excerpt;
import no.speil.search.Hit;
import org.jspecify.annotations.Nullable;

/** The sentences of one text that say what those of the other say, for what one page shows. */
final class CounterpartSentences {
  private static final Pattern MARKED = Pattern.compile("<mark>(.*?)</mark>");
  private static final String CUT = "…";

  private final SentenceAligner aligner = StarterAligners.sentences();
  private final Map<SectionId, List<Pairing>> pairings = new HashMap<>();

  /**
   * As HTML that is safe as it is, with what the other text's snippet marks; empty where the
   * section has but one such pair, or none for the line.
   */
  Optional<String> html(ConcordanceLine line) {
    return links(line.hit()).stream()
        .filter(each -> holds(span(each, line.side()), line.at()))
        .findFirst()
        .map(each -> marked(line.hit(), each, line.side().other()));
  }

  /**
   * What a side's snippet should show, as HTML that is safe as it is: where nothing is found on
   * that side and its beginning is not all of it, the sentence that answers to the one of the other
   * side with the most finds.
   */
  Optional<String> html(Hit hit, Side side) {
    Excerpt shown = excerpt(hit, side);
    Excerpt found = excerpt(hit, side.other());
    if (shown == null || found == null || isFound(shown) || !isFound(found) || !isCut(shown)) {
      return Optional.empty();
    }
    return links(hit).stream()
        .max(Comparator.comparingInt(each -> finds(marked(hit, each, side.other()))))
        .filter(each -> finds(marked(hit, each, side.other())) > 0)
        .map(each -> stretch(shown, span(each, side)));
  }

  /** A sentence as it stands in a longer text. */
  private static String stretch(Excerpt excerpt, Span span) {
    return (span.from() > 0 ? CUT : "")
        + marked(excerpt, span)
        + (span.to() < excerpt.text().length() ? CUT : "");
  }

  private static boolean isFound(Excerpt excerpt) {
    return finds(excerpt.snippet()) > 0;
  }

  private static int finds(String html) {
    return (int) MARKED.matcher(html).results().map(MatchResult::group).distinct().count();
  }

  private static boolean isCut(Excerpt excerpt) {
    return excerpt.snippet().endsWith(CUT);
  }

  /** The sentences of a section that answer to each other, where it has more than one such pair. */
  private List<Pairing> links(Hit hit) {
    Excerpt original = hit.pair().original();
    Excerpt translation = hit.pair().translation();
    if (original == null || translation == null) {
      return List.of();
    }
    List<Pairing> pairs =
        pairings.computeIfAbsent(
            hit.section(), id -> aligner.align(original.text(), translation.text()));
    return pairs.size() > 1 ? pairs.stream().filter(Pairing::isLink).toList() : List.of();
  }

  private static @Nullable Excerpt excerpt(Hit hit, Side side) {
    return side == Side.ORIGINAL ? hit.pair().original() : hit.pair().translation();
  }

  private static Span span(Pairing pair, Side side) {
    return side == Side.ORIGINAL ? pair.original() : pair.translation();
  }

  private static boolean holds(Span span, int at) {
    return span.from() <= at && at < span.to();
  }

  private static String marked(Hit hit, Pairing pair, Side side) {
    return marked(Objects.requireNonNull(excerpt(hit, side)), span(pair, side));
  }

  private static String marked(Excerpt excerpt, Span span) {
    String sentence = escape(excerpt.text().substring(span.from(), span.to()));
    List<String> marked =
        MARKED
            .matcher(excerpt.snippet())
            .results()
            .map(each -> Pattern.quote(each.group(1)))
            .distinct()
            .toList();
    if (marked.isEmpty()) {
      return sentence;
    }
    Matcher words =
        Pattern.compile("(?<![\\p{L}\\p{N}&])(" + String.join("|", marked) + ")(?![\\p{L}\\p{N}])")
            .matcher(sentence);
    return words.replaceAll("<mark>$1</mark>");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
