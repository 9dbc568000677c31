package no.speil.git;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.record.CommentEvent;
import no.speil.record.EditEvent;
import no.speil.record.Event;
import no.speil.record.MarkEvent;
import no.speil.record.ReportEvent;
import no.speil.record.SuggestEvent;

/** What a commit says of somebody's work: the weightiest thing that was done, and where. */
final class CommitMessage {
  private static final int MOST_NAMED = 100;

  private CommitMessage() {}

  /** What people do, the weightiest first. */
  private enum Work {
    TRANSLATE("Translate %s"),
    REVISE("Revise %s"),
    REVIEW("Review %s"),
    MARK("Mark %s"),
    SUGGEST("Suggest a text for %s"),
    COMMENT("Comment on %s"),
    REPORT("Report an error in %s"),
    OTHER("Work on %s");

    private final String words;

    Work(String words) {
      this.words = words;
    }

    static Work of(Event event) {
      return switch (event) {
        case EditEvent edit -> edit.before().isEmpty() ? TRANSLATE : REVISE;
        case MarkEvent mark -> mark.state() == State.REVIEWED ? REVIEW : MARK;
        case SuggestEvent any -> SUGGEST;
        case CommentEvent any -> COMMENT;
        case ReportEvent any -> REPORT;
        default -> OTHER;
      };
    }
  }

  /**
   * Of events in one document.
   *
   * @param others who have worked there too, as {@code name <address>}
   */
  static String of(DocumentId document, List<Event> events, List<String> others) {
    Work work = events.stream().map(Work::of).min(Comparator.naturalOrder()).orElse(Work.OTHER);
    long count = sections(events, each -> each == work).count();
    String named =
        sections(events, each -> each != Work.OTHER)
            .limit(MOST_NAMED)
            .map(SectionId::value)
            .collect(Collectors.joining(" "));
    return work.words.formatted(
            (count == 1 ? "1 section" : count + " sections") + " of " + document)
        + "\n\n"
        + (named.isEmpty() ? "" : "Speil-Sections: " + named + "\n")
        + others.stream().map("Co-authored-by: %s\n"::formatted).collect(Collectors.joining());
  }

  /** Those in which such work was done. */
  private static Stream<SectionId> sections(List<Event> events, Predicate<Work> isMeant) {
    return events.stream()
        .filter(event -> isMeant.test(Work.of(event)))
        .flatMap(event -> event.concerns().stream())
        .distinct();
  }
}
