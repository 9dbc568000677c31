package no.speil.library.activity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.Function;
import no.speil.corpus.SectionId;
import no.speil.library.catalogue.WorkDay;
import no.speil.library.documents.LiveDocument;
import no.speil.record.Event;
import no.speil.record.RenameEvent;

/**
 * What somebody did in a document on one day.
 *
 * @param first when they began
 * @param sections that they did it to, by what they did, in the order in which they did it
 * @param renames of documents whose work came here, or went from here
 * @param isUndoable whether the last of the document's renames is among these
 */
public record DayWork(
    WorkDay day,
    Instant first,
    Map<String, ? extends SequencedSet<SectionId>> sections,
    List<RenameEvent> renames,
    boolean isUndoable) {
  static DayWork of(WorkDay day, LiveDocument loaded, Function<Event, String> kind) {
    var sections = new LinkedHashMap<String, LinkedHashSet<SectionId>>();
    Instant first = Instant.ofEpochMilli(day.lastMillis());
    var renames = new ArrayList<RenameEvent>();
    for (Event event : Activity.acts(loaded.publicEvents().filter(day::includes).toList())) {
      if (event instanceof RenameEvent rename) {
        renames.add(rename);
      } else {
        sections
            .computeIfAbsent(kind.apply(event), unknown -> new LinkedHashSet<>())
            .addAll(loaded.recordState().told(event));
      }
      first = event.signature().at().isBefore(first) ? event.signature().at() : first;
    }
    boolean isUndoable = loaded.record().lastRename().filter(renames::contains).isPresent();
    return new DayWork(day, first, sections, renames, isUndoable);
  }
}
