package no.speil.library.documents;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.previousOrSame;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.corpus.TextHash;
import no.speil.library.catalogue.WorkDay;
import no.speil.library.catalogue.WorkWords;
import no.speil.record.EditEvent;
import no.speil.record.Event;
import no.speil.record.EventSignature;
import no.speil.record.MarkEvent;
import no.speil.record.ResolveEvent;
import no.speil.record.StatusEvent;
import no.speil.record.SuggestEvent;
import no.speil.record.TextSnapshot;
import no.speil.status.TrackedSection;
import no.speil.status.WordCounter;
import org.jspecify.annotations.Nullable;

/**
 * Counts the words of the originals that people translated, corrected and reviewed in a document. A
 * section counts once for each person and kind of work, on the first day; again only for another
 * original, and neither in the same week nor in the same month, so that no sum of a week or a month
 * counts it twice. What was undone does not count.
 */
final class WorkCounter {
  private final LiveDocument loaded;
  private final Map<SectionId, TrackedSection> sections;
  private final Map<EventSignature, SuggestEvent> accepted;
  private final Map<List<Object>, Counted> last = new HashMap<>();
  private final Map<PersonDay, WorkWords> words = new HashMap<>();

  private WorkCounter(LiveDocument loaded) {
    this.loaded = loaded;
    this.sections = loaded.byId();
    this.accepted = accepted(loaded.record().events());
  }

  /** A day on which a person worked. */
  record PersonDay(LocalDate day, String person) {
    static PersonDay of(Event event) {
      return new PersonDay(WorkDay.day(event.at()), WorkDay.whose(event));
    }
  }

  private enum Work {
    TRANSLATED,
    CORRECTED,
    REVIEWED
  }

  /** When a section was counted last for somebody, and with which original. */
  private record Counted(TextHash original, LocalDate day) {
    boolean covers(TextSnapshot other, LocalDate later) {
      return original.equals(other.hash())
          || YearMonth.from(day).equals(YearMonth.from(later))
          || day.with(previousOrSame(MONDAY)).equals(later.with(previousOrSame(MONDAY)));
    }
  }

  /**
   * The words of each day that has any.
   *
   * @param events {@link LiveDocument#publicEvents}
   */
  static Map<PersonDay, WorkWords> of(LiveDocument loaded, List<Event> events) {
    Map<SectionId, List<StatusEvent>> histories =
        Event.all(events, StatusEvent.class)
            .filter(event -> !(event instanceof EditEvent edit && edit.isMove()))
            .sorted(Comparator.comparing(event -> event.signature().order()))
            .collect(groupingBy(StatusEvent::section, LinkedHashMap::new, toList()));
    if (histories.isEmpty()) {
      return Map.of();
    }
    var counter = new WorkCounter(loaded);
    histories.values().forEach(counter::count);
    return counter.words;
  }

  /** The suggestions that became texts, by the signatures of these edits. */
  private static Map<EventSignature, SuggestEvent> accepted(List<Event> events) {
    var suggestions = new HashMap<String, SuggestEvent>();
    var accepted = new HashMap<EventSignature, SuggestEvent>();
    for (Event event : events) {
      if (event instanceof SuggestEvent suggest) {
        suggestions.put(suggest.id(), suggest);
      } else if (event instanceof ResolveEvent resolve
          && resolve.outcome() == ResolveEvent.Outcome.ACCEPTED) {
        SuggestEvent suggestion = suggestions.get(resolve.suggestion());
        if (suggestion != null) {
          accepted.put(resolve.signature(), suggestion);
        }
      }
    }
    return accepted;
  }

  private void count(List<StatusEvent> history) {
    Set<TextHash> written =
        Event.all(history, EditEvent.class).map(edit -> edit.after().hash()).collect(toSet());
    @Nullable String translator = null;
    for (StatusEvent event : standing(history)) {
      if (event instanceof EditEvent edit && !edit.after().isEmpty()) {
        String by = writing(edit).by();
        boolean isOwn = edit.before().isEmpty() || by.equals(translator);
        translator = isOwn ? by : translator;
        count(edit, isOwn ? Work.TRANSLATED : Work.CORRECTED);
      } else if (event instanceof MarkEvent mark && mark.state() == State.REVIEWED) {
        count(mark, Work.REVIEWED);
      } else if (event instanceof MarkEvent mark
          && mark.state() == State.TRANSLATED
          && !written.contains(mark.translation().hash())) {
        translator = mark.by(); // of a text that was written in the file
        count(mark, Work.TRANSLATED);
      }
    }
  }

  /** The edits that no later one took back, and the marks that no lower one followed. */
  private static List<StatusEvent> standing(List<StatusEvent> history) {
    var standing = new ArrayList<StatusEvent>();
    for (StatusEvent event : history) {
      List<StatusEvent> undone =
          standing.stream().filter(earlier -> takesBack(event, earlier)).toList();
      if (event instanceof MarkEvent) {
        standing.removeAll(undone);
        standing.add(event);
      } else if (event instanceof EditEvent && !undone.isEmpty()) {
        int from = standing.indexOf(undone.getFirst());
        standing.subList(from, standing.size()).removeIf(EditEvent.class::isInstance);
      } else if (event instanceof EditEvent edit
          && !edit.before().hash().equals(edit.after().hash())) {
        standing.add(edit);
      }
    }
    return standing;
  }

  /**
   * Whether the text is again what it was before an edit, and did not only go with its original, or
   * a mark is lower than another.
   */
  private static boolean takesBack(StatusEvent event, StatusEvent earlier) {
    if (event instanceof EditEvent edit && earlier instanceof EditEvent other) {
      boolean isWithOriginal =
          edit.after().isEmpty() && edit.original().isEmpty() && !other.original().isEmpty();
      return other.before().hash().equals(edit.after().hash()) && !isWithOriginal;
    }
    return event instanceof MarkEvent mark
        && earlier instanceof MarkEvent other
        && other.original().hash().equals(mark.original().hash())
        && other.translation().hash().equals(mark.translation().hash())
        && mark.state().compareTo(other.state()) < 0;
  }

  /** What was done when somebody wrote the text: the event, or the suggestion that it accepts. */
  private Event writing(StatusEvent event) {
    SuggestEvent suggested = accepted.get(event.signature());
    return suggested == null || suggested.isByMachine() ? event : suggested;
  }

  private void count(StatusEvent event, Work work) {
    PersonDay day = PersonDay.of(work == Work.REVIEWED ? event : writing(event));
    List<Object> key = List.of(event.section(), day.person(), work);
    Counted before = last.get(key);
    if (before == null || !before.covers(event.original(), day.day())) {
      last.put(key, new Counted(event.original().hash(), day.day()));
      SuggestEvent suggested = accepted.get(event.signature());
      boolean isFromDraft = suggested != null && suggested.isByMachine();
      int count = (int) wordsOf(event.section(), event.original());
      WorkWords counted =
          switch (work) {
            case TRANSLATED ->
                new WorkWords(isFromDraft ? 0 : count, isFromDraft ? count : 0, 0, 0);
            case CORRECTED -> new WorkWords(0, 0, count, 0);
            case REVIEWED -> new WorkWords(0, 0, 0, count);
          };
      words.merge(day, counted, WorkWords::plus);
    }
  }

  /** Of an original that is no more, its Markdown is counted. */
  private long wordsOf(SectionId id, TextSnapshot original) {
    TrackedSection now = sections.get(id);
    String text = original.text();
    boolean isOther = now == null || !original.hash().hex().equals(now.version().original());
    return isOther && text != null
        ? WordCounter.of(text)
        : now == null ? 0 : WordCounter.of(now.section(), loaded.originalElsewhere());
  }
}
