package no.speil.library.activity;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.Function;
import no.speil.corpus.SectionId;
import no.speil.library.documents.LoadedDocument;
import no.speil.library.documents.WorkDay;
import no.speil.record.Event;

/**
 * What somebody did in a document on one day.
 *
 * @param first when they began
 * @param sections that they did it to, by what they did, in the order in which they did it
 */
public record DayWork(
    WorkDay day, Instant first, Map<String, ? extends SequencedSet<SectionId>> sections) {
  public DayWork {
    sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
  }

  static DayWork of(WorkDay day, LoadedDocument loaded, Function<Event, String> kind) {
    var sections = new LinkedHashMap<String, LinkedHashSet<SectionId>>();
    Instant first = Instant.ofEpochMilli(day.lastMillis());
    for (Event event : loaded.deeds().filter(day::includes).toList()) {
      sections
          .computeIfAbsent(kind.apply(event), unknown -> new LinkedHashSet<>())
          .addAll(loaded.recordState().told(event));
      first = event.signature().at().isBefore(first) ? event.signature().at() : first;
    }
    return new DayWork(day, first, sections);
  }
}
