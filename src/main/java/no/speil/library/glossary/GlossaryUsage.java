package no.speil.library.glossary;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.speil.lexicon.GlossaryEntry;
import no.speil.search.ExpansionOptions;
import no.speil.search.SearchRequest;
import no.speil.search.analysis.BuiltInDictionary;
import no.speil.search.index.SearchableIndex;

/**
 * Counts by the index where translations follow the glossary and where they do not. The counts are
 * those of two searches, which anybody can make: words in any inflection, phrases in that order.
 */
public final class GlossaryUsage {
  /** What a search takes no word by. */
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'’._,]+");

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]*");

  /** In characters; less than a query may have. */
  private static final int LONGEST_QUERY = 500;

  private static final int LONGEST_OPERATOR = " OR en:".length();

  /** Fewer than a query may have. */
  private static final int MOST_WORDS = 30;

  private final SearchableIndex index;

  public GlossaryUsage(SearchableIndex index) {
    this.index = index;
  }

  /**
   * Translated sections whose originals have the Norwegian term.
   *
   * @param kept the translation has the English term, or another that the glossary allows
   * @param broken it has none of them
   */
  public record Usage(CountedSearch kept, CountedSearch broken) {
    public long sections() {
      return kept.sections() + broken.sections();
    }
  }

  /** A search and the number of sections that it finds. */
  public record CountedSearch(long sections, String query) {}

  /** An entry, and where it is used. */
  public record EntryUsage(GlossaryEntry entry, Usage usage) {
    /** Whether the dictionary that comes with the program has the Norwegian term. */
    public boolean isKnown() {
      return !BuiltInDictionary.get().english(GlossaryEntry.key(entry.norwegian())).isEmpty();
    }
  }

  /**
   * The use of some entries of a glossary, in their order. Where it has several translations of a
   * term, each of them will do.
   */
  public List<EntryUsage> of(List<GlossaryEntry> glossary, List<GlossaryEntry> some) {
    Map<String, Set<String>> allowed = allowed(glossary);
    List<CountedSearch> searches =
        counted(some.stream().flatMap(entry -> queries(entry, allowed)).toList());
    return IntStream.range(0, some.size())
        .mapToObj(
            i ->
                new EntryUsage(
                    some.get(i), new Usage(searches.get(2 * i), searches.get(2 * i + 1))))
        .toList();
  }

  private List<CountedSearch> counted(List<String> queries) {
    List<SearchRequest> requests =
        queries.stream()
            .map(SearchRequest::of)
            .map(request -> request.expandedBy(ExpansionOptions.NONE))
            .toList();
    List<Long> counts = index.search(searcher -> searcher.counts(requests));
    return IntStream.range(0, queries.size())
        .mapToObj(i -> new CountedSearch(counts.get(i), queries.get(i)))
        .toList();
  }

  /** The English words by the Norwegian one. */
  private static Map<String, Set<String>> allowed(List<GlossaryEntry> glossary) {
    return glossary.stream()
        .collect(
            Collectors.groupingBy(
                entry -> word(entry.norwegian()),
                Collectors.mapping(
                    entry -> word(entry.english()),
                    Collectors.<String, Set<String>>toCollection(LinkedHashSet::new))));
  }

  /** The entry's own first; the others as far as a query has room for them. */
  private static List<String> english(GlossaryEntry entry, Map<String, Set<String>> allowed) {
    String norwegian = word(entry.norwegian());
    var all = new LinkedHashSet<>(List.of(word(entry.english())));
    all.addAll(allowed.getOrDefault(norwegian, Set.of()));
    all.remove("");
    var english = new ArrayList<String>();
    int room = LONGEST_QUERY - norwegian.length();
    for (String each : all) {
      room -= each.length() + LONGEST_OPERATOR;
      if (english.isEmpty() || (room >= 0 && english.size() < MOST_WORDS)) {
        english.add(each);
      }
    }
    return english;
  }

  /** For {@link Usage#kept} and {@link Usage#broken}; empty for a term that no search can find. */
  private static Stream<String> queries(GlossaryEntry entry, Map<String, Set<String>> allowed) {
    String norwegian = word(entry.norwegian());
    List<String> english = english(entry, allowed);
    if (norwegian.isEmpty() || english.isEmpty()) {
      return Stream.of("", "");
    }
    String any = english.stream().map(each -> "en:" + each).collect(Collectors.joining(" OR "));
    String none = english.stream().map(each -> " -en:" + each).collect(Collectors.joining());
    return Stream.of(
        "no:" + norwegian + " " + (english.size() == 1 ? any : "(" + any + ")"),
        "no:" + norwegian + none);
  }

  /**
   * A term as one word of the query language: words that hyphens join are found as a phrase, in any
   * inflection. Empty if it has no words.
   */
  private static String word(String term) {
    return BETWEEN_WORDS
        .splitAsStream(GlossaryEntry.key(term))
        .filter(part -> !NO_WORD.matcher(part).matches())
        .collect(Collectors.joining("-"));
  }
}
