package no.speil.web.read;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.library.Library;
import no.speil.library.documents.CatalogueEntry;
import no.speil.library.glossary.GlossaryEntry;
import no.speil.library.glossary.GlossarySnapshot;
import no.speil.search.SearchRequest;
import no.speil.search.WordExpansion;
import no.speil.web.page.RevalidatingCache;

/**
 * A word of this archive in each language, to show what can be searched for: of the glossary or of
 * titles, one that finds a few sections, best one that also finds its translation. Thread-safe.
 */
final class ExampleWords {
  private static final int TITLES = 40;
  private static final int CANDIDATES = 24;
  private static final int TRIED = 4;
  private static final int SHORTEST = 6;
  private static final int LONGEST = 30;

  /** The page is worth more than its examples. */
  private static final Duration PATIENCE = Duration.ofMillis(1_500);

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}-]+");

  private static final Pair NONE = new Pair("", "");

  private final Library library;
  private final RevalidatingCache<Pair> pair;

  ExampleWords(Library library) {
    this.library = library;
    this.pair = new RevalidatingCache<>(library.catalogue()::state, this::look, NONE, PATIENCE);
  }

  /** A word of each language; empty where none is known that finds something. */
  record Pair(String norwegian, String english) {}

  Pair pair() {
    return library.sync().readiness().complete() ? pair.get() : NONE;
  }

  private Pair look() {
    long sections = library.catalogue().counts().sections();
    List<CatalogueEntry> entries = library.catalogue().browse().latest(TITLES);
    if (entries.size() < TITLES) {
      entries =
          Stream.concat(entries.stream(), library.catalogue().added(TITLES).stream())
              .distinct()
              .toList();
    }
    List<GlossaryEntry> glossary = GlossarySnapshot.of(library.archive()).entries();
    Set<String> norwegianWords = words(entries, CatalogueEntry::titleOriginal);
    Set<String> englishWords = words(entries, CatalogueEntry::titleTranslation);
    Set<String> both = new HashSet<>(norwegianWords);
    both.retainAll(englishWords);
    Example norwegian =
        best(glossary.stream().map(GlossaryEntry::norwegian), norwegianWords, sections, both);
    Set<String> said = new HashSet<>(both);
    said.addAll(norwegian.translations());
    entries.stream()
        .filter(entry -> words(entry.titleOriginal()).anyMatch(norwegian.word()::equals))
        .forEach(entry -> words(entry.titleTranslation()).forEach(said::add));
    Example english =
        best(glossary.stream().map(GlossaryEntry::english), englishWords, sections, said);
    return new Pair(norwegian.word(), english.word());
  }

  /** The words of those titles, the longest first. */
  private static Set<String> words(
      List<CatalogueEntry> entries, Function<CatalogueEntry, String> title) {
    return entries.stream()
        .map(title)
        .flatMap(ExampleWords::words)
        .sorted(Comparator.comparingInt(String::length).reversed())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Stream<String> words(String title) {
    return BETWEEN_WORDS
        .splitAsStream(title)
        .map(word -> word.toLowerCase(Locale.ROOT))
        .filter(word -> word.length() >= SHORTEST && word.length() <= LONGEST)
        .filter(word -> word.chars().allMatch(Character::isLetter));
  }

  /** A word and what it is translated by. */
  private record Example(String word, Set<String> translations) {
    static final Example NONE = new Example("", Set.of());
  }

  private record Counted(String word, long sections) {}

  /**
   * @param first words that somebody has chosen
   * @param others words to be tried when those find nothing
   * @param not words that would say nothing new
   */
  private Example best(Stream<String> first, Set<String> others, long sections, Set<String> not) {
    List<String> candidates =
        Stream.concat(first, others.stream())
            .filter(word -> !not.contains(word))
            .distinct()
            .limit(CANDIDATES)
            .toList();
    List<Long> counts =
        library.search().counts(candidates.stream().map(SearchRequest::of).toList());
    var known = new ArrayList<Counted>();
    for (int i = 0; i < candidates.size(); i++) {
      if (counts.get(i) > 0) {
        known.add(new Counted(candidates.get(i), counts.get(i)));
      }
    }
    long many = Math.max(5, sections / 8);
    List<String> tried =
        Stream.concat(
                known.stream().filter(each -> each.sections() > 1 && each.sections() <= many),
                known.stream())
            .map(Counted::word)
            .distinct()
            .limit(TRIED)
            .toList();
    return tried.stream()
        .map(this::example)
        .filter(example -> !example.translations().isEmpty())
        .findFirst()
        .orElseGet(() -> tried.isEmpty() ? Example.NONE : new Example(tried.getFirst(), Set.of()));
  }

  private Example example(String word) {
    Set<String> translations = new LinkedHashSet<>();
    for (WordExpansion expansion : library.search().expansions(SearchRequest.of(word))) {
      expansion.translations().stream()
          .filter(WordExpansion.Translation::sure)
          .map(WordExpansion.Translation::word)
          .forEach(translations::add);
    }
    return new Example(word, translations);
  }
}
