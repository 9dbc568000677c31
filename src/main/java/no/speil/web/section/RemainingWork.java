package no.speil.web.section;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.speil.corpus.Role;
import no.speil.corpus.State;
import no.speil.corpus.Task;
import no.speil.library.actions.Actor;
import no.speil.library.documents.LiveDocument;
import no.speil.record.Event;
import no.speil.record.EventSignature;
import no.speil.record.MarkEvent;
import no.speil.record.StatusEvent;
import no.speil.status.Progress;
import no.speil.status.ProgressCount;
import no.speil.status.ReviewRule;
import no.speil.status.TrackedSection;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a text for one person: what is to be translated or corrected, or what others have
 * translated and the person can review.
 *
 * @param sections those that are left, in their order; at least one
 * @param at the one where the person goes on: the first after what they did last, else the first
 * @param last what they did last in the text; null if nothing
 */
public record RemainingWork(
    LiveDocument document,
    List<TrackedSection> sections,
    TrackedSection at,
    boolean isReview,
    @Nullable Event last) {

  private static final Set<Task> REVIEW = EnumSet.of(Task.REVIEW);
  private static final Set<Task> OTHER = EnumSet.complementOf(EnumSet.of(Task.REVIEW));

  /** What is left, of the kind that the person did last if there is any; empty if nothing is. */
  public static Optional<RemainingWork> of(LiveDocument document, Actor person) {
    boolean reviews =
        last(document, person) instanceof MarkEvent mark && mark.state() == State.REVIEWED;
    return of(document, person, reviews ? REVIEW : OTHER)
        .or(() -> of(document, person, reviews ? OTHER : REVIEW));
  }

  /** What is left of these tasks; empty if nothing is. */
  public static Optional<RemainingWork> of(LiveDocument document, Actor person, Set<Task> wanted) {
    Predicate<TrackedSection> isLeft =
        section ->
            document
                .task(section)
                .filter(wanted::contains)
                .filter(task -> task != Task.REVIEW || reviews(person, section))
                .isPresent();
    List<TrackedSection> all = document.sections();
    List<TrackedSection> left = all.stream().filter(isLeft).toList();
    if (left.isEmpty()) {
      return Optional.empty();
    }
    Event last = last(document, person);
    int done = last == null ? -1 : document.number(last.concerns().getLast());
    TrackedSection at =
        all.subList(done + 1, all.size()).stream()
            .filter(isLeft)
            .findFirst()
            .orElse(left.getFirst());
    return Optional.of(new RemainingWork(document, left, at, wanted.contains(Task.REVIEW), last));
  }

  /** Whether it is to be translated or corrected. */
  public static boolean isToDo(LiveDocument document, TrackedSection section) {
    return document.task(section).filter(OTHER::contains).isPresent();
  }

  /** Nobody is asked to review what they translated, be it that they work alone and may. */
  public static boolean reviews(Actor person, TrackedSection section) {
    return person.may(Role.REVIEWER)
        && ReviewRule.mayReview(person.name(), section.sectionStatus().attribution().translated());
  }

  private static @Nullable Event last(LiveDocument document, Actor person) {
    return document
        .publicEvents()
        .filter(StatusEvent.class::isInstance)
        .filter(event -> event.by().equals(person.name()))
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  /** Who translated it, and when. */
  public List<EventSignature> translations() {
    return sections.stream()
        .flatMap(each -> Stream.ofNullable(each.sectionStatus().attribution().translated()))
        .toList();
  }

  /** The number by which the section is quoted at which the person goes on; 0 for the title. */
  public int number() {
    return document.number(at.id());
  }

  /** How much is left of what is counted: a piece of code whose original is gone has no words. */
  public ProgressCount left() {
    return Progress.of(sections, document.originalElsewhere()).total();
  }
}
