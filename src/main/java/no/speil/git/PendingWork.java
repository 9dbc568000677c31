package no.speil.git;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import no.speil.corpus.DocumentId;
import no.speil.library.catalogue.FileState;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.SideFile;
import no.speil.record.Event;
import no.speil.record.EventSignature;
import org.jspecify.annotations.Nullable;

/**
 * What people have written since the last commit, by document. Kept in memory only: what is lost
 * with the process is found again by comparing the files. Thread-safe, and never waits for git.
 */
final class PendingWork {
  private final Clock clock;
  private final GitSettings settings;
  private final Map<DocumentId, List<Stint>> stints = new LinkedHashMap<>();

  PendingWork(Clock clock, GitSettings settings) {
    this.clock = clock;
    this.settings = settings;
  }

  /**
   * One person's work in one document.
   *
   * @param translationPath below {@code translations/}
   * @param end the files as the person left them, once another person may write there; else null
   */
  record Stint(
      DocumentId document,
      String translationPath,
      String person,
      Instant first,
      Instant last,
      List<Event> events,
      @Nullable End end) {
    Stint {
      events = List.copyOf(events);
    }

    private Stint continued(Instant now, List<Event> more) {
      var all = new ArrayList<>(events);
      all.addAll(more);
      return new Stint(document, translationPath, person, first, now, all, null);
    }

    Stint ended(End files) {
      return new Stint(document, translationPath, person, first, last, events, files);
    }
  }

  /**
   * Files at the end of somebody's work.
   *
   * @param translation the text, or null where there is none
   * @param recordSize how much of the record there was, in bytes
   */
  record End(@Nullable String translation, long recordSize) {
    private static End of(LiveDocument document) {
      SideFile translation = document.translation();
      FileState record = document.fileStates().record();
      return new End(
          translation == null ? null : translation.source(),
          record == null ? 0 : record.stamp().size());
    }
  }

  /**
   * Notes what has just been written to a document.
   *
   * @param before the document as it was
   */
  synchronized void note(LiveDocument before, List<Event> events) {
    String person = events.getLast().signature().by();
    if (person.equals(EventSignature.PROGRAM) || events.getLast().signature().isByCommit()) {
      return;
    }
    Instant now = clock.instant();
    List<Stint> all = stints.computeIfAbsent(before.id(), id -> new ArrayList<>());
    if (!all.isEmpty() && all.getLast().person().equals(person)) {
      all.add(all.removeLast().continued(now, events));
      return;
    }
    if (!all.isEmpty()) {
      all.add(all.removeLast().ended(End.of(before)));
    }
    all.add(new Stint(before.id(), before.translationPath(), person, now, now, events, null));
  }

  /** Documents in which something is to be committed now. */
  synchronized List<DocumentId> due(boolean everything) {
    Predicate<Stint> due = everything ? any -> true : this::isDue;
    return stints.entrySet().stream()
        .filter(each -> each.getValue().stream().anyMatch(due))
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * Takes that of a document, in order. Must come under the document's lock, with the files as they
   * are then: whoever writes later is not known to have come after the last one taken.
   */
  synchronized List<Stint> take(DocumentId document, boolean everything) {
    List<Stint> all = stints.getOrDefault(document, new ArrayList<>());
    List<Stint> taken = all.stream().filter(each -> everything || isDue(each)).toList();
    all.removeAll(taken);
    stints.values().removeIf(List::isEmpty);
    return taken;
  }

  private boolean isDue(Stint stint) {
    Instant now = clock.instant();
    return stint.end() != null
        || !stint.last().plus(settings.pause()).isAfter(now)
        || !stint.first().plus(settings.longest()).isAfter(now)
        || stint.last().isAfter(now); // the clock was put back
  }

  /** Forgets everything. */
  synchronized void clear() {
    stints.clear();
  }

  /** Puts back what could not be committed, before what has come since. */
  synchronized void putBack(List<Stint> taken) {
    for (Stint stint : taken.reversed()) {
      stints.computeIfAbsent(stint.document(), id -> new ArrayList<>()).addFirst(stint);
    }
  }

  /** Those in which somebody's work waits. */
  synchronized Set<DocumentId> documents() {
    return Set.copyOf(stints.keySet());
  }

  /** How many events wait. */
  synchronized int count() {
    return stints.values().stream()
        .flatMap(List::stream)
        .mapToInt(stint -> stint.events().size())
        .sum();
  }
}
