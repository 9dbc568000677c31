package no.speil.library.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.corpus.DocumentText;
import no.speil.corpus.HttpUrl;
import no.speil.corpus.Metadata;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.text.Normalization;
import no.speil.library.catalogue.CatalogueEntry;
import no.speil.library.catalogue.CatalogueEntry.Details;
import no.speil.library.catalogue.Claim;
import no.speil.library.catalogue.DocumentSummary;
import no.speil.library.catalogue.DocumentSummary.Contributions;
import no.speil.library.catalogue.SiteLinks;
import no.speil.library.catalogue.WorkDay;
import no.speil.library.catalogue.WorkWords;
import no.speil.library.documents.WorkCounter.PersonDay;
import no.speil.record.ClaimEvent;
import no.speil.record.Event;
import no.speil.record.StatusEvent;

/** Maps a loaded document to its summary in the catalogue. */
public final class SummaryMapper {
  private static final Pattern WEIGHT = Pattern.compile("-?+\\d{1,9}+");
  private static final int LONGEST_TITLE = 500;
  private static final int MOST_PROBLEMS = 100;

  /** Of a list longer than this nobody reads the rest. */
  private static final int MOST = 50;

  private static final int LONGEST = 200;

  private SummaryMapper() {}

  public static DocumentSummary of(LiveDocument loaded) {
    var entry =
        new CatalogueEntry(
            loaded.id(),
            title(loaded, Side.ORIGINAL),
            title(loaded, Side.TRANSLATION),
            loaded.metadata().language(),
            details(loaded),
            loaded.sections().size(),
            loaded.problems().size(),
            loaded.changedMillis(),
            loaded.progress());
    return new DocumentSummary(
        entry,
        loaded.fileStates(),
        loaded.translationPath(),
        loaded.access(),
        oldNames(loaded),
        contributions(loaded),
        claims(loaded),
        loaded.problems().subList(0, Math.min(MOST_PROBLEMS, loaded.problems().size())),
        loaded.files().flatMap(file -> file.links().stream()).toList(),
        loaded.attachments());
  }

  private static String title(LiveDocument live, Side side) {
    return shortened(Normalization.compose(live.title(side)), LONGEST_TITLE);
  }

  private static Details details(LiveDocument live) {
    Metadata metadata = live.metadata();
    return new Details(
        metadata.classification().date(),
        weight(metadata),
        shortened(metadata.classification().kind()),
        shortened(metadata.credits().publisher()),
        live.originalElsewhere() ? HttpUrl.site(metadata.provenance().source()) : "",
        shortened(metadata.credits().authors()),
        shortened(metadata.classification().subjects()),
        live.files()
            .map(file -> file.text().metadata().provenance().licence().address())
            .filter(address -> !address.isEmpty() && address.length() <= LONGEST)
            .distinct()
            .toList());
  }

  /** The place of a text in its folder, by the names that generators of sites have for it. */
  private static int weight(Metadata metadata) {
    return Stream.of("weight", "order", "sidebar_position", "nav_order")
        .map(key -> metadata.other().getOrDefault(key, ""))
        .filter(value -> WEIGHT.matcher(value).matches())
        .mapToInt(Integer::parseInt)
        .findFirst()
        .orElse(0);
  }

  private static List<String> shortened(List<String> values) {
    return values.stream().map(SummaryMapper::shortened).distinct().limit(MOST).toList();
  }

  private static String shortened(String value) {
    return shortened(value, LONGEST);
  }

  private static String shortened(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest) + "…";
  }

  private static Contributions contributions(LiveDocument loaded) {
    List<Event> events = loaded.record().events();
    long added = events.isEmpty() ? loaded.changedMillis() : events.getFirst().at().toEpochMilli();
    List<WorkDay> days = workDays(loaded);
    long last = days.stream().mapToLong(WorkDay::lastMillis).max().orElse(0);
    return new Contributions(people(loaded), last, added, days);
  }

  private static Map<String, Integer> people(LiveDocument loaded) {
    var sections = new HashMap<String, Set<SectionId>>();
    loaded.recordState().people().forEach(person -> sections.put(person, new HashSet<>()));
    Event.all(loaded.record().events(), StatusEvent.class)
        .forEach(
            event ->
                sections
                    .computeIfAbsent(event.by(), unknown -> new HashSet<>())
                    .add(event.section()));
    return sections.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, person -> person.getValue().size()));
  }

  /** The days on which people worked on a document. */
  private static List<WorkDay> workDays(LiveDocument loaded) {
    List<Event> events = loaded.publicEvents().toList();
    var last = new HashMap<PersonDay, Long>();
    events.forEach(event -> last.merge(PersonDay.of(event), event.at().toEpochMilli(), Math::max));
    Map<PersonDay, WorkWords> words = WorkCounter.of(loaded, events);
    String document = loaded.id().value();
    return last.entrySet().stream()
        .map(
            each ->
                new WorkDay(
                    each.getValue(),
                    document,
                    each.getKey().person(),
                    words.getOrDefault(each.getKey(), WorkWords.NONE)))
        .sorted(WorkDay.LATEST_FIRST)
        .toList();
  }

  private static List<Claim> claims(LiveDocument loaded) {
    var claims = new ArrayList<Claim>();
    for (ClaimEvent claim : loaded.recordState().claims()) {
      LocalDate until = Objects.requireNonNull(claim.until());
      DocumentParts.range(loaded, claim.section())
          .ifPresent(part -> claims.add(new Claim(claim.by(), until, claim.section(), part)));
    }
    return claims;
  }

  /** Ids that the original says it had. */
  static List<DocumentId> aliases(DocumentText original) {
    return original.metadata().provenance().aliases().stream()
        .flatMap(alias -> DocumentId.parse(SiteLinks.normalize(alias)).stream())
        .toList();
  }

  private static List<DocumentId> oldNames(LiveDocument loaded) {
    SideFile original = loaded.original();
    List<DocumentId> aliases = original == null ? List.of() : aliases(original.text());
    return Stream.concat(aliases.stream(), loaded.record().formerNames().stream())
        .distinct()
        .toList();
  }
}
