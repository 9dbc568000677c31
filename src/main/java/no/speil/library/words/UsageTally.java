package no.speil.library.words;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.lexicon.GlossaryEntry;
import no.speil.library.words.CounterpartFinder.Counterpart;
import no.speil.library.words.CounterpartFinder.Occurrence;
import no.speil.library.words.WordUsage.Breakdown;
import no.speil.library.words.WordUsage.Extent;
import no.speil.library.words.WordUsage.GlossaryUse;
import no.speil.library.words.WordUsage.Reading;
import no.speil.library.words.WordUsage.Share;
import no.speil.library.words.WordUsage.Translation;
import no.speil.library.words.WordUsage.UnalignedCounts;
import no.speil.library.words.WordUsage.WordForm;
import no.speil.search.StoredSection;

/** Counts the places of a word. For one thread. */
final class UsageTally {
  private static final int YEAR = 4;

  private final List<PlacedOccurrence> places = new ArrayList<>();

  /** Why the words of a section are compared with another text or not. */
  enum Comparison {
    ALIGNED,
    ALONE,
    STALE
  }

  private record PlacedOccurrence(
      StoredSection section, Comparison comparison, Occurrence occurrence) {
    SectionId id() {
      return section.section();
    }

    DocumentId document() {
      return section.documentRef().document();
    }

    /** Of the document; empty where it has no date. */
    String year() {
      String date = section.documentRef().date();
      return date.length() < YEAR ? "" : date.substring(0, YEAR);
    }

    String translator() {
      return section.status().translator();
    }

    /** The translation's; empty where there is no counterpart. */
    String key() {
      Counterpart counterpart = occurrence.counterpart();
      return counterpart == null ? "" : counterpart.key();
    }

    boolean isTranslated() {
      return !key().isEmpty();
    }
  }

  /** Adds the places of the word in a section. */
  void add(StoredSection section, List<Occurrence> occurrences, Comparison comparison) {
    occurrences.forEach(each -> places.add(new PlacedOccurrence(section, comparison, each)));
  }

  long times() {
    return places.size();
  }

  private long times(Predicate<PlacedOccurrence> which) {
    return places.stream().filter(which).count();
  }

  private static long distinct(
      Stream<PlacedOccurrence> places, Function<PlacedOccurrence, Object> what) {
    return places.map(what).distinct().count();
  }

  Extent extent(Reading reading) {
    return new Extent(
        reading,
        times(),
        distinct(places.stream(), PlacedOccurrence::id),
        distinct(places.stream(), PlacedOccurrence::document),
        new UnalignedCounts(
            unknown(),
            times(place -> place.comparison() == Comparison.ALONE),
            times(place -> place.comparison() == Comparison.STALE)));
  }

  /** Places in sections with both texts, of which no translation is known there. */
  long unknown() {
    return times(place -> isAligned(place) && !place.isTranslated());
  }

  private static boolean isAligned(PlacedOccurrence place) {
    return place.comparison() == Comparison.ALIGNED;
  }

  /** The places in sections with both texts that are as wanted. */
  Map<StoredSection, List<Occurrence>> examples(Predicate<Occurrence> wanted) {
    return places.stream()
        .filter(place -> isAligned(place) && wanted.test(place.occurrence()))
        .collect(
            groupingBy(PlacedOccurrence::section, mapping(PlacedOccurrence::occurrence, toList())));
  }

  GlossaryUse glossary(List<GlossaryEntry> entries) {
    Predicate<PlacedOccurrence> differs = place -> place.occurrence().differs();
    return new GlossaryUse(
        entries, times(differs), distinct(places.stream().filter(differs), PlacedOccurrence::id));
  }

  /** The most used first. */
  List<Translation> translations() {
    return places.stream()
        .filter(PlacedOccurrence::isTranslated)
        .collect(groupingBy(PlacedOccurrence::key))
        .entrySet()
        .stream()
        .map(each -> translation(each.getKey(), each.getValue()))
        .sorted(comparingLong(Translation::times).reversed().thenComparing(Translation::form))
        .toList();
  }

  private static Translation translation(String key, List<PlacedOccurrence> places) {
    Stream<String> forms =
        places.stream()
            .flatMap(place -> Stream.ofNullable(place.occurrence().counterpart()))
            .map(Counterpart::form);
    return new Translation(
        key,
        forms(forms).getFirst().form(),
        places.size(),
        distinct(places.stream(), PlacedOccurrence::id),
        distinct(places.stream(), PlacedOccurrence::document));
  }

  Breakdown breakdown() {
    Stream<PlacedOccurrence> attributed =
        places.stream().filter(place -> isAligned(place) && !place.translator().isEmpty());
    return new Breakdown(
        shares(places.stream(), PlacedOccurrence::year),
        shares(attributed, PlacedOccurrence::translator).stream()
            .sorted(comparingLong(Share::times).reversed()) // stable: then by name
            .toList(),
        forms(places.stream().map(place -> place.occurrence().form())));
  }

  private static List<Share> shares(
      Stream<PlacedOccurrence> places, Function<PlacedOccurrence, String> name) {
    return places.collect(groupingBy(name, TreeMap::new, toList())).entrySet().stream()
        .map(
            each ->
                new Share(
                    each.getKey(),
                    each.getValue().size(),
                    each.getValue().stream()
                        .filter(PlacedOccurrence::isTranslated)
                        .collect(groupingBy(PlacedOccurrence::key, counting()))))
        .toList();
  }

  /** The most used first; of several, the first of the alphabet. */
  private static List<WordForm> forms(Stream<String> forms) {
    return forms.collect(groupingBy(Function.identity(), counting())).entrySet().stream()
        .map(each -> new WordForm(each.getKey(), each.getValue()))
        .sorted(comparingLong(WordForm::times).reversed().thenComparing(WordForm::form))
        .toList();
  }
}
