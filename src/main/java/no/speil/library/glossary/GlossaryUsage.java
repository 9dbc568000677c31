package no.speil.library.glossary;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    /** Of a term that no search can find. */
    static final Usage NONE = new Usage(new CountedSearch(0, ""), new CountedSearch(0, ""));

    public long sections() {
      return kept.sections() + broken.sections();
    }
  }

  /** A search and the number of sections that it finds. */
  public record CountedSearch(long sections, String query) {}

  /**
   * The use of some entries of a glossary, in their order. Where it has several translations of a
   * term, each of them will do.
   */
  public List<Usage> of(List<GlossaryEntry> glossary, List<GlossaryEntry> some) {
    Map<String, Set<String>> allowed = allowed(glossary);
    var queries = new ArrayList<String>();
    for (GlossaryEntry entry : some) {
      List<String> english = english(entry, allowed);
      queries.add(kept(entry.norwegian(), english));
      queries.add(broken(entry.norwegian(), english));
    }
    List<Long> counts = counts(queries);
    var usages = new ArrayList<Usage>();
    for (int i = 0; i < queries.size(); i += 2) {
      usages.add(
          queries.get(i).isEmpty()
              ? Usage.NONE
              : new Usage(
                  new CountedSearch(counts.get(i), queries.get(i)),
                  new CountedSearch(counts.get(i + 1), queries.get(i + 1))));
    }
    return usages;
  }

  /** Whether the dictionary that comes with the program has the Norwegian term. */
  public boolean isKnown(GlossaryEntry entry) {
    return !BuiltInDictionary.get().english(GlossaryEntry.key(entry.norwegian())).isEmpty();
  }

  private List<Long> counts(List<String> queries) {
    List<SearchRequest> requests =
        queries.stream()
            .map(SearchRequest::of)
            .map(request -> request.expandedBy(ExpansionOptions.NONE))
            .toList();
    return index.search(searcher -> searcher.counts(requests));
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

  private static String kept(String norwegian, List<String> english) {
    String word = word(norwegian);
    if (word.isEmpty() || english.isEmpty()) {
      return "";
    }
    String any = english.stream().map(each -> "en:" + each).collect(Collectors.joining(" OR "));
    return "no:" + word + " " + (english.size() == 1 ? any : "(" + any + ")");
  }

  private static String broken(String norwegian, List<String> english) {
    String none = english.stream().map(each -> " -en:" + each).collect(Collectors.joining());
    return none.isEmpty() ? "" : "no:" + word(norwegian) + none;
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
