package no.speil.library.actions;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.Task;
import no.speil.library.catalogue.Catalogue;
import no.speil.library.catalogue.Claim;
import no.speil.library.catalogue.DocumentSummary;
import no.speil.library.catalogue.WorkDay;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.DocumentParts;
import no.speil.library.documents.LiveDocument;
import no.speil.record.ClaimEvent;
import no.speil.record.Event;
import no.speil.record.EventSignature;
import no.speil.search.SectionRange;
import org.jspecify.annotations.Nullable;

/** Who is at which part of which document, as advice: nobody is kept from anything. */
public final class ClaimActions {
  /** More parts than a person is at; the search for their tasks is bounded by it. */
  private static final int MOST = 200;

  private final ActionRunner runner;
  private final Catalogue catalogue;
  private final Clock clock;

  public ClaimActions(ActionRunner runner, Catalogue catalogue, Clock clock) {
    this.runner = runner;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /**
   * Says that somebody is at a part until the end of a day, or no longer.
   *
   * @param part its heading, or the document's title for the whole
   * @param until null if no longer
   * @return what is claimed in the document then
   * @throws ActionRefusedException if there is no such part, or it cannot be written down
   */
  public List<Claim> claim(
      DocumentId document, SectionId part, @Nullable LocalDate until, Actor actor) {
    return runner.at(
        document,
        loaded -> {
          if (DocumentParts.range(loaded, part).isEmpty()) {
            throw new ActionRefusedException.UnknownSection(part);
          }
          var event = new ClaimEvent(runner.signature(actor, loaded), part, until);
          boolean isEnd = until == null || until.isBefore(today());
          if (!isEnd || hasClaim(loaded, part, event.signature().by())) {
            runner.write(loaded, List.of(event));
          }
          return in(document);
        });
  }

  private static boolean hasClaim(LiveDocument loaded, SectionId part, String person) {
    return loaded.recordState().claims().stream()
        .anyMatch(claim -> claim.section().equals(part) && claim.signature().by().equals(person));
  }

  /**
   * The ends of a person's claims of parts in which nothing is left to translate, or if nothing
   * was, nothing to review.
   *
   * @param by who has made the one document of the other
   */
  static List<Event> ends(LiveDocument before, LiveDocument after, EventSignature by) {
    return before.recordState().claims().stream()
        .filter(claim -> claim.signature().by().equals(by.by()))
        .map(ClaimEvent::section)
        .filter(part -> !left(before, part).isEmpty() && isDone(left(before, part), after, part))
        .<Event>map(part -> new ClaimEvent(by, part, null))
        .toList();
  }

  private static boolean isDone(Set<Task> before, LiveDocument after, SectionId part) {
    boolean reviewing = before.equals(Set.of(Task.REVIEW));
    return left(after, part).stream().allMatch(task -> task == Task.REVIEW && !reviewing);
  }

  /** The kinds of tasks that are left in a part. */
  private static Set<Task> left(LiveDocument document, SectionId part) {
    return DocumentParts.sections(document, part).stream()
        .flatMap(each -> document.task(each).stream())
        .collect(Collectors.toSet());
  }

  /** What is claimed in a document today. */
  public List<Claim> in(DocumentId document) {
    LocalDate today = today();
    return catalogue.summary(document).map(DocumentSummary::claims).orElse(List.of()).stream()
        .filter(claim -> claim.isCurrent(today))
        .toList();
  }

  /** Where the sections are that a person has claimed, the first to end first. */
  public List<SectionRange> of(String person) {
    LocalDate today = today();
    return catalogue.claims(person).stream()
        .filter(claim -> claim.isCurrent(today))
        .map(Claim::range)
        .limit(MOST)
        .toList();
  }

  /** The last day that a claim may end on, so that none stays for years. */
  public static LocalDate latest(LocalDate today) {
    return today.plusYears(1);
  }

  /** The day in the server's time zone. */
  public LocalDate today() {
    return WorkDay.day(clock.instant());
  }
}
