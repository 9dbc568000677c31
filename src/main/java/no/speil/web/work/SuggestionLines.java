package no.speil.web.work;

import java.util.List;
import no.speil.corpus.Side;
import no.speil.record.SuggestEvent;
import no.speil.status.TrackedSection;
import no.speil.status.grading.Change;
import no.speil.status.grading.DiffPart;
import no.speil.web.page.HistoryWindow;
import no.speil.web.page.Messages;
import no.speil.web.page.SuggestionLine;

/** Shows what is suggested for a section, word by word against the text that it would replace. */
public final class SuggestionLines {
  private SuggestionLines() {}

  /**
   * The latest suggestions that nobody has dealt with; when they are, earlier ones come.
   *
   * @param next where to go when one is dealt with
   */
  public static List<SuggestionLine> open(Messages t, TrackedSection section, String next) {
    String now = section.markdown(Side.TRANSLATION);
    return HistoryWindow.latest(section.openSuggestions(), HistoryWindow.Limits.WHOLE)
        .events()
        .stream()
        .map(each -> shown(t, now, each, next))
        .toList();
  }

  private static SuggestionLine shown(Messages t, String now, SuggestEvent suggest, String next) {
    List<DiffPart> diff = Change.diff(now, suggest.text());
    String by = suggest.signature().by();
    return new SuggestionLine(
        suggest.id(),
        t.of("remark.suggestion", by, t.minute(suggest.signature().at())),
        why(t, suggest.reason()),
        diff,
        suggest.text(),
        next);
  }

  private static String why(Messages t, String reason) {
    return switch (reason) {
      case "conflict" -> t.of("suggestion.conflict");
      case "proposed" -> "";
      default -> reason;
    };
  }
}
