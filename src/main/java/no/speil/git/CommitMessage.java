package no.speil.git;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
    var done = new EnumMap<Work, Set<SectionId>>(Work.class);
    var all = new LinkedHashSet<SectionId>();
    for (Event event : events) {
      Work work = Work.of(event);
      done.computeIfAbsent(work, key -> new LinkedHashSet<>()).addAll(event.concerns());
      if (work != Work.OTHER) {
        all.addAll(event.concerns());
      }
    }
    Work work = done.keySet().stream().findFirst().orElse(Work.OTHER);
    int count = done.getOrDefault(work, Set.of()).size();
    String sections = count == 1 ? "1 section" : count + " sections";
    var text = new StringBuilder(work.words.formatted(sections + " of " + document)).append("\n\n");
    if (!all.isEmpty()) {
      text.append("Speil-Sections: ")
          .append(
              all.stream().limit(MOST_NAMED).map(SectionId::value).collect(Collectors.joining(" ")))
          .append('\n');
    }
    others.forEach(each -> text.append("Co-authored-by: ").append(each).append('\n'));
    return text.toString();
  }
}
