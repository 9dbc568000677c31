package no.speil.web.desk;

import java.util.List;
import no.speil.tracking.Change;
import no.speil.tracking.Suggest;
import no.speil.tracking.TrackedSection;
import no.speil.web.view.Messages;
import no.speil.web.view.Note;
import no.speil.web.view.Suggestion;

/** Shows what is suggested for a section, word by word against the text that it would replace. */
public final class Suggestions {
  private Suggestions() {}

  /**
   * The suggestions that nobody has dealt with.
   *
   * @param next where to go when one is dealt with
   */
  public static List<Suggestion> open(Messages t, TrackedSection section, String next) {
    String now = EditPage.text(section);
    return section.openSuggestions().stream().map(each -> shown(t, now, each, next)).toList();
  }

  private static Suggestion shown(Messages t, String now, Suggest suggest, String next) {
    List<Note.Part> diff =
        Change.between(now, suggest.text()).diff().stream()
            .map(part -> new Note.Part(part.op().code(), part.text()))
            .toList();
    String by = suggest.signature().by();
    return new Suggestion(
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
