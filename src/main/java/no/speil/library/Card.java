package no.speil.library;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.corpus.Side;
import no.speil.corpus.Text;
import no.speil.tracking.Event;
import no.speil.tracking.Laid;

/**
 * A document's card in the catalogue: what lists show, what tells whether its files have changed,
 * and what other documents need to know of it. Stored in the index, so that a start reads no text.
 *
 * @param translationPath below {@code translations/}
 * @param aliases old ids
 */
record Card(
    CatalogueEntry entry,
    Marks marks,
    String translationPath,
    List<DocumentId> aliases,
    Deeds deeds,
    List<Problem> problems) {
  private static final int LONGEST_TITLE = 500;
  private static final int MOST_PROBLEMS = 100;

  Card {
    aliases = List.copyOf(aliases);
    problems = List.copyOf(problems);
  }

  static Card of(Loaded loaded) {
    LiveDocument live = loaded.live();
    var entry =
        new CatalogueEntry(
            live.id(),
            shortened(live.title(Side.ORIGINAL)),
            shortened(live.title(Side.TRANSLATION)),
            live.metadata().language(),
            live.metadata().classification().date(),
            live.metadata().classification().kind(),
            live.sections().size(),
            live.problems().size(),
            loaded.changedMillis(),
            live.progress());
    return new Card(
        entry,
        loaded.marks(),
        loaded.translationPath(),
        oldNames(loaded),
        deeds(loaded),
        live.problems().subList(0, Math.min(MOST_PROBLEMS, live.problems().size())));
  }

  /**
   * What people have done in the document's record.
   *
   * @param lastMillis when somebody did something last that everybody may know, milliseconds since
   *     1970; 0 for never
   * @param addedMillis when the record began, or where there is none, when the files were changed
   */
  record Deeds(Set<String> people, long lastMillis, long addedMillis) {
    Deeds {
      people = Set.copyOf(people);
    }
  }

  private static Deeds deeds(Loaded loaded) {
    List<Event> events = loaded.record().events();
    long added =
        events.isEmpty()
            ? loaded.changedMillis()
            : events.getFirst().signature().at().toEpochMilli();
    return new Deeds(loaded.ledger().people(), lastMillis(loaded), added);
  }

  private static long lastMillis(Loaded loaded) {
    return loaded.record().events().stream()
        .filter(loaded.ledger()::tells)
        .filter(event -> !(event instanceof Laid laid) || laid.asked())
        .mapToLong(event -> event.signature().at().toEpochMilli())
        .max()
        .orElse(0);
  }

  /** Ids that the original says it had. */
  static List<DocumentId> aliases(Text original) {
    return original.metadata().provenance().aliases().stream()
        .flatMap(alias -> DocumentId.parse(alias).stream())
        .toList();
  }

  private static List<DocumentId> oldNames(Loaded loaded) {
    Leaf original = loaded.live().original();
    List<DocumentId> aliases = original == null ? List.of() : aliases(original.text());
    return Stream.concat(aliases.stream(), loaded.record().formerNames().stream())
        .distinct()
        .toList();
  }

  private static String shortened(String title) {
    return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE) + "…";
  }
}
