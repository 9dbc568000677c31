package no.speil.web.searching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.alignment.Pairing;
import no.speil.alignment.Pairing.Span;
import no.speil.alignment.SentenceAligner;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.library.KnownFromTheStart;
import no.speil.search.ConcordanceLine;
import no.speil.search.Excerpt;
import no.speil.search.Hit;

/**
 * The sentences of the other text that say what a line's sentence says, for the lines of one page.
 */
final class Counterparts {
  private static final Pattern MARKED = Pattern.compile("<mark>(.*?)</mark>");

  private final SentenceAligner aligner = KnownFromTheStart.sentences();
  private final Map<SectionId, List<Pairing>> pairings = new HashMap<>();

  /**
   * As HTML that is safe as it is, with what the other text's snippet marks; empty where the
   * section has but one such pair, or none for the line.
   */
  Optional<String> html(ConcordanceLine line) {
    Hit.Pair pair = line.hit().pair();
    Excerpt original = pair.original();
    Excerpt translation = pair.translation();
    if (original == null || translation == null) {
      return Optional.empty();
    }
    List<Pairing> pairs =
        pairings.computeIfAbsent(
            line.hit().section(), id -> aligner.align(original.text(), translation.text()));
    boolean first = line.side() == Side.ORIGINAL;
    return pairs.stream()
        .filter(each -> pairs.size() > 1 && each.isLink())
        .filter(each -> holds(first ? each.original() : each.translation(), line.at()))
        .findFirst()
        .map(
            each ->
                first
                    ? marked(translation, each.translation())
                    : marked(original, each.original()));
  }

  private static boolean holds(Span span, int at) {
    return span.from() <= at && at < span.to();
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
