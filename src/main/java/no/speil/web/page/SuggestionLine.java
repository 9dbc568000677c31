package no.speil.web.page;

import java.time.Instant;
import java.util.List;
import no.speil.corpus.Side;
import no.speil.exchange.unit.ImportStep.Reason;
import no.speil.record.SuggestEvent;
import no.speil.status.TrackedSection;
import no.speil.status.grading.Change;
import no.speil.status.grading.DiffPart;

/**
 * A suggestion.
 *
 * @param said author and time, in words
 * @param why in words
 * @param diff from the current text
 * @param next where to go when it is resolved
 */
public record SuggestionLine(
    String id, String said, String why, List<DiffPart> diff, String text, String next) {
  public SuggestionLine {
    diff = List.copyOf(diff);
  }

  /** The same with only the words around each difference. */
  public SuggestionLine excerpt() {
    return new SuggestionLine(id, said, why, DiffExcerpt.of(diff), text, next);
  }

  /**
   * The latest open suggestions.
   *
   * @param next where to go when one is resolved
   * @param now to say when they were made
   */
  public static List<SuggestionLine> open(
      Messages t, TrackedSection section, String next, Instant now) {
    String text = section.markdown(Side.TRANSLATION);
    return HistoryWindow.latest(section.openSuggestions(), HistoryWindow.Limits.WHOLE)
        .events()
        .stream()
        .map(each -> shown(t, text, each, next, now))
        .toList();
  }

  private static SuggestionLine shown(
      Messages t, String text, SuggestEvent suggest, String next, Instant now) {
    List<DiffPart> diff = Change.diff(text, suggest.text());
    String by = suggest.signature().by();
    return new SuggestionLine(
        suggest.id(),
        t.of("remark.suggestion", by, t.lately(suggest.signature().at(), now)),
        why(t, suggest.reason()),
        diff,
        suggest.text(),
        next);
  }

  /** Why it is a suggestion, in words; empty if somebody made it as one. */
  public static String why(Messages t, String reason) {
    return switch (reason) {
      case "conflict" -> t.of("suggestion.conflict");
      case SuggestEvent.OVERWRITTEN -> t.of("suggestion.overwritten");
      case "proposed" -> "";
      case SuggestEvent.MACHINE -> t.of("suggestion.machine");
      default ->
          Reason.parse(reason).map(known -> t.of("import.reason." + known.code())).orElse(reason);
    };
  }
}
