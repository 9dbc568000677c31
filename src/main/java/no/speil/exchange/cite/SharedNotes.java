package no.speil.exchange.cite;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import no.speil.corpus.PersonName;

/** What the formats have no field for, in English phrases without a full stop. */
final class SharedNotes {
  private SharedNotes() {}

  static List<String> of(Citation citation) {
    var notes = new ArrayList<String>();
    if (!citation.imprint().translators().isEmpty()) {
      notes.add(
          "Translated by "
              + citation.imprint().translators().stream()
                  .map(PersonName::inOrder)
                  .collect(Collectors.joining(", ")));
    }
    Citation.Publication origin = citation.origin();
    add(notes, "Original published by ", origin.publisher());
    add(notes, "Original at ", origin.source());
    add(notes, "Published at ", citation.source());
    add(notes, "", citation.pin().passage().in(citation.cited().lang()));
    return notes;
  }

  private static void add(List<String> notes, String about, String words) {
    if (!words.isEmpty()) {
      notes.add(about + words);
    }
  }
}
