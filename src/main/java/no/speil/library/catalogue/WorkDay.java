package no.speil.library.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import no.speil.corpus.DocumentId;
import no.speil.record.Event;
import no.speil.record.ReportEvent;

/**
 * A day, in the server's time zone, on which somebody worked on a document.
 *
 * @param lastMillis when they did something there last on that day, milliseconds since 1970
 * @param document its id
 * @param person empty for readers, whose names nobody has verified
 * @param words that count as worked on there on that day
 */
public record WorkDay(long lastMillis, String document, String person, WorkWords words) {
  /** The latest first. */
  public static final Comparator<WorkDay> LATEST_FIRST =
      Comparator.comparingLong(WorkDay::lastMillis)
          .reversed()
          .thenComparing(WorkDay::document)
          .thenComparing(WorkDay::person);

  public WorkDay {
    person = person.intern(); // the same few have worked on all documents
  }

  /** A day without words, as a place in an order. */
  public WorkDay(long lastMillis, String document, String person) {
    this(lastMillis, document, person, WorkWords.NONE);
  }

  /** The day of a moment. */
  public static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneId.systemDefault());
  }

  /** Whose work an event counts as. */
  public static String whose(Event event) {
    return event instanceof ReportEvent ? "" : event.by();
  }

  public LocalDate date() {
    return day(Instant.ofEpochMilli(lastMillis));
  }

  public DocumentId id() {
    return new DocumentId(document);
  }

  /** Whether something was done by that person on that day. */
  public boolean includes(Event event) {
    return person.equals(whose(event)) && date().equals(day(event.at()));
  }
}
