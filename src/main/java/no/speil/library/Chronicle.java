package no.speil.library;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.tracking.Laid;
import org.jspecify.annotations.Nullable;

/**
 * Tells what people have done, from the records. Looks into so many records for each answer and
 * leaves nothing out: where more documents were worked on, the next answers go through them.
 */
final class Chronicle {
  private static final int MOST_RECORDS = 500;

  private final Stacks stacks;
  private final Catalogue catalogue;
  private final Underway underway;
  private final Clock clock;
  private final int mostRecords;

  Chronicle(Stacks stacks, Catalogue catalogue, Underway underway, Clock clock) {
    this(stacks, catalogue, underway, clock, MOST_RECORDS);
  }

  /** With another bound, to try it. */
  Chronicle(Stacks stacks, Catalogue catalogue, Underway underway, Clock clock, int mostRecords) {
    this.stacks = stacks;
    this.catalogue = catalogue;
    this.underway = underway;
    this.clock = clock;
    this.mostRecords = mostRecords;
  }

  /** What was done after that; where all is told at once, in the order of time. */
  Told since(Since since, int size) {
    Instant until = underway.before(clock.instant());
    Since.Walk walk = since.walk();
    if (walk != null) {
      return walkOn(since.after(), walk, size);
    }
    List<Catalogue.Active> active =
        catalogue.activeAfter(since.after().toEpochMilli(), null, mostRecords + 1);
    return active.size() > mostRecords
        ? walkOn(since.after(), new Since.Walk(until, Long.MIN_VALUE, new DocumentId("-")), size)
        : inOrderOfTime(since.after(), active, until, size);
  }

  private Told inOrderOfTime(
      Instant after, List<Catalogue.Active> active, Instant until, int size) {
    List<Deed> deeds =
        active.stream()
            .flatMap(each -> deeds(new DocumentId(each.document()), after, until))
            .sorted(Comparator.comparing(Deed::at))
            .toList();
    int end = Math.min(size, deeds.size());
    while (end > 0 && end < deeds.size() && deeds.get(end).at().equals(deeds.get(end - 1).at())) {
      end++; // what was done in one moment is never parted
    }
    List<Deed> told = deeds.subList(0, end);
    Instant next = told.isEmpty() ? after : told.getLast().at();
    return new Told(told, Since.moment(next), end < deeds.size());
  }

  /** Whole documents, until it is enough. One that is worked on meanwhile may be told again. */
  private Told walkOn(Instant after, Since.Walk walk, int size) {
    List<Catalogue.Active> active =
        catalogue.activeAfter(after.toEpochMilli(), active(walk), mostRecords);
    var told = new ArrayList<Deed>();
    for (Catalogue.Active each : active) {
      var document = new DocumentId(each.document());
      deeds(document, after, walk.until()).forEach(told::add);
      if (told.size() >= size && !each.equals(active.getLast())) {
        var next = new Since.Walk(walk.until(), each.millis(), document);
        return new Told(inOrder(told), new Since(after, next), true);
      }
    }
    if (active.size() < mostRecords) {
      return new Told(inOrder(told), Since.moment(walk.until()), false);
    }
    Catalogue.Active last = active.getLast();
    var next = new Since.Walk(walk.until(), last.millis(), new DocumentId(last.document()));
    return new Told(inOrder(told), new Since(after, next), true);
  }

  private static Catalogue.@Nullable Active active(Since.Walk walk) {
    return walk.lastMillis() == Long.MIN_VALUE
        ? null
        : new Catalogue.Active(walk.lastMillis(), walk.document().value());
  }

  private static List<Deed> inOrder(List<Deed> deeds) {
    return deeds.stream().sorted(Comparator.comparing(Deed::at)).toList();
  }

  /** What people have done last in the whole archive, the latest first. */
  List<Deed> latest(int size) {
    return latest(catalogue.lastActive(size).stream(), size);
  }

  /** The same of one document. */
  List<Deed> latest(DocumentId id, int size) {
    return latest(Stream.of(id), size);
  }

  private List<Deed> latest(Stream<DocumentId> documents, int size) {
    return documents
        .flatMap(id -> deeds(id, Instant.MIN, Instant.MAX).toList().reversed().stream())
        .sorted(Comparator.comparing(Deed::at).reversed())
        .limit(size)
        .toList();
  }

  private Stream<Deed> deeds(DocumentId id, Instant after, Instant until) {
    return stacks.fetch(id).stream()
        .flatMap(loaded -> loaded.record().events().stream().filter(loaded.ledger()::tells))
        .filter(event -> !(event instanceof Laid laid) || laid.asked())
        .filter(event -> event.signature().at().isAfter(after))
        .filter(event -> !event.signature().at().isAfter(until))
        .map(event -> new Deed(id, event));
  }
}
