package no.speil.library.activity;

import java.util.Arrays;
import java.util.List;
import no.speil.corpus.Role;
import no.speil.library.actions.Actor;
import no.speil.library.sync.BackgroundSync;
import no.speil.search.StoredSection;
import no.speil.search.Waiting;
import no.speil.search.index.SectionIndex;

/** What waits for a person, looked up in the index, however large the archive is. */
public final class Inbox {
  private final SectionIndex index;
  private final BackgroundSync sync;

  public Inbox(SectionIndex index, BackgroundSync sync) {
    this.index = index;
    this.sync = sync;
  }

  /** How many sections wait for the person for that reason. */
  public long count(Waiting waiting) {
    return index.lookUp(lookup -> lookup.waiting(waiting));
  }

  /** How much waits for the person in all; 0 while the index cannot be read. */
  public long count(Actor person) {
    return index.loss().isPresent() ? 0 : kinds(person).stream().mapToLong(this::count).sum();
  }

  /** What can wait for the person; reports wait for reviewers only. */
  public static List<Waiting> kinds(Actor person) {
    return Arrays.stream(Waiting.Kind.values())
        .filter(kind -> kind != Waiting.Kind.REPORT || person.may(Role.REVIEWER))
        .map(
            kind -> kind == Waiting.Kind.REPORT ? Waiting.REPORT : new Waiting(kind, person.name()))
        .toList();
  }

  /** At most so many of them, those that changed last first. */
  public List<StoredSection> latest(Waiting waiting, int most) {
    sync.awaitFirstLook();
    return index.lookUp(lookup -> lookup.waiting(waiting, most));
  }
}
