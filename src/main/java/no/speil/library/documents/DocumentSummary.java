package no.speil.library.documents;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.corpus.DocumentText;
import no.speil.corpus.Problem;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.record.ClaimEvent;
import no.speil.record.ConfirmEvent;
import no.speil.record.EditEvent;
import no.speil.record.Event;
import no.speil.record.MarkEvent;
import no.speil.record.OmitEvent;
import no.speil.search.SectionRange;

/**
 * A document's summary in the catalogue: what lists show, what tells whether its files have
 * changed, and what other documents need to know of it. Stored in the index, so that a start reads
 * no text.
 *
 * @param translationPath below {@code translations/}
 * @param aliases old ids
 * @param links within the site, of both texts
 * @param claims of parts that are there, also those over
 */
public record DocumentSummary(
    CatalogueEntry entry,
    FileStates fileStates,
    String translationPath,
    List<DocumentId> aliases,
    Contributions contributions,
    List<Claim> claims,
    List<Problem> problems,
    List<InternalLink> links) {
  private static final int LONGEST_TITLE = 500;
  private static final int MOST_PROBLEMS = 100;

  public DocumentSummary {
    aliases = List.copyOf(aliases);
    claims = List.copyOf(claims);
    problems = List.copyOf(problems);
    links = List.copyOf(links);
  }

  public static DocumentSummary of(LoadedDocument loaded) {
    LiveDocument live = loaded.live();
    var entry =
        new CatalogueEntry(
            live.id(),
            shortened(live.title(Side.ORIGINAL)),
            shortened(live.title(Side.TRANSLATION)),
            live.metadata().language(),
            CatalogueEntry.Details.of(live),
            live.sections().size(),
            live.problems().size(),
            loaded.changedMillis(),
            live.progress());
    return new DocumentSummary(
        entry,
        loaded.fileStates(),
        loaded.translationPath(),
        oldNames(loaded),
        contributions(loaded),
        claims(loaded),
        live.problems().subList(0, Math.min(MOST_PROBLEMS, live.problems().size())),
        Stream.of(Side.values())
            .map(live::leaf)
            .filter(Objects::nonNull)
            .flatMap(side -> side.links().stream())
            .toList());
  }

  /**
   * What people have done in the document's record.
   *
   * @param people how many sections each of them has marked or written; 0 for those who have done
   *     something else
   * @param lastMillis when somebody did something last that everybody may know, milliseconds since
   *     1970; 0 for never
   * @param addedMillis when the record began, or where there is none, when the files were changed
   * @param days on which they did something that everybody may know
   */
  record Contributions(
      Map<String, Integer> people, long lastMillis, long addedMillis, List<WorkDay> days) {
    /** Keeps names once, since the same few people have worked on all documents. */
    Contributions {
      people =
          people.entrySet().stream()
              .collect(
                  Collectors.toUnmodifiableMap(
                      person -> person.getKey().intern(), Map.Entry::getValue));
      days = List.copyOf(days);
    }
  }

  private static Contributions contributions(LoadedDocument loaded) {
    List<Event> events = loaded.record().events();
    long added =
        events.isEmpty()
            ? loaded.changedMillis()
            : events.getFirst().signature().at().toEpochMilli();
    List<WorkDay> days = WorkDays.of(loaded);
    long last = days.stream().mapToLong(WorkDay::lastMillis).max().orElse(0);
    return new Contributions(people(loaded), last, added, days);
  }

  private static Map<String, Integer> people(LoadedDocument loaded) {
    var sections = new HashMap<String, Set<SectionId>>();
    loaded.recordState().people().forEach(person -> sections.put(person, new HashSet<>()));
    for (Event event : loaded.record().events()) {
      boolean isWork =
          event instanceof MarkEvent
              || event instanceof ConfirmEvent
              || event instanceof EditEvent
              || event instanceof OmitEvent;
      if (isWork) {
        sections
            .computeIfAbsent(event.signature().by(), unknown -> new HashSet<>())
            .addAll(event.concerns());
      }
    }
    return sections.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, person -> person.getValue().size()));
  }

  /** When somebody did something in it last that everybody may know, by its record. */
  public Optional<Instant> lastWork() {
    return Optional.of(contributions.lastMillis())
        .filter(millis -> millis > 0)
        .map(Instant::ofEpochMilli);
  }

  private static List<Claim> claims(LoadedDocument loaded) {
    var claims = new ArrayList<Claim>();
    for (ClaimEvent claim : loaded.recordState().claims()) {
      LocalDate until = claim.until();
      Optional<SectionRange> range = DocumentParts.range(loaded.live(), claim.section());
      if (until != null && range.isPresent()) {
        claims.add(new Claim(claim.signature().by(), until, claim.section(), range.get()));
      }
    }
    return claims;
  }

  /** Ids that the original says it had. */
  static List<DocumentId> aliases(DocumentText original) {
    return original.metadata().provenance().aliases().stream()
        .flatMap(alias -> DocumentId.parse(SiteLinks.normalize(alias)).stream())
        .toList();
  }

  private static List<DocumentId> oldNames(LoadedDocument loaded) {
    SideFile original = loaded.live().original();
    List<DocumentId> aliases = original == null ? List.of() : aliases(original.text());
    return Stream.concat(aliases.stream(), loaded.record().formerNames().stream())
        .distinct()
        .toList();
  }

  private static String shortened(String written) {
    String title = Normalizer.normalize(written, Normalizer.Form.NFC);
    return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE) + "…";
  }
}
