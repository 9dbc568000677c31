package no.speil.library.catalogue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import no.speil.corpus.DocumentId;
import org.jspecify.annotations.Nullable;

/**
 * Which days of work are wanted.
 *
 * @param person the only one wanted, in any case; empty for all
 * @param document the only one wanted; null for all
 * @param from the first day wanted, in the server's time zone; null for no first
 * @param to the last day wanted; null for no last
 */
public record WorkFilter(
    String person,
    @Nullable DocumentId document,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {
  /** The days that are wanted, whatever their document, in the order given. */
  List<WorkDay> of(Collection<WorkDay> days) {
    return days.stream()
        .filter(day -> person.isEmpty() || day.person().equalsIgnoreCase(person))
        .filter(day -> from == null || !day.date().isBefore(from))
        .filter(day -> to == null || !day.date().isAfter(to))
        .toList();
  }
}
