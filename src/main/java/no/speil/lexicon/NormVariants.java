package no.speil.lexicon;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.speil.corpus.text.ResourceFile;

/**
 * Finds the words of a Norwegian vocabulary that are a given word in the other written norm: by
 * known pairs, also as the first or last part of a compound, and by regular spelling differences.
 */
final class NormVariants {
  private static final List<Habit> HABITS =
      ResourceFile.lines(NormVariants.class, "spellings-of-norms.txt")
          .map(line -> line.split(" > ?", -1))
          .map(line -> new Habit(Pattern.compile(line[0]), line[1]))
          .toList();

  private static final int SHORTEST_KEY = 3;
  private static final double PAIR = .9;
  private static final double SPELLING = .9;
  private static final double PARTS = .8;
  private static final int SHORTEST_PART = 4;
  private static final int SHORTEST_REST = 2;
  private static final int LONGEST = 40;

  private final Function<String, List<String>> pairs;
  private final Function<String, List<String>> termsByKey;

  /**
   * @param pairs the terms that are the same word in the other norm, in both directions
   * @param termsByKey the terms of the vocabulary by {@link #key}
   */
  NormVariants(Function<String, List<String>> pairs, Function<String, List<String>> termsByKey) {
    this.pairs = pairs;
    this.termsByKey = termsByKey;
  }

  /** The terms of a vocabulary by {@link #key}. */
  static Map<String, List<String>> termsByKey(Collection<String> terms) {
    return terms.stream().sorted().collect(Collectors.groupingBy(NormVariants::key));
  }

  /** A regular difference of spelling between the norms. */
  private record Habit(Pattern from, String to) {}

  /**
   * The key of a term: terms with the same key are probably one word in Bokmål and Nynorsk, such as
   * "draum" and "drøm", "moglegheit" and "moglighet". The key itself is no word.
   */
  private static String key(String term) {
    String key = term;
    for (Habit each : HABITS) {
      key = each.from().matcher(key).replaceAll(each.to());
    }
    return key.length() < SHORTEST_KEY ? term : key;
  }

  /**
   * A word of the vocabulary.
   *
   * @param isKnown whether it comes from a known pair, and not only from its spelling
   */
  record Match(String term, double weight, boolean isKnown) {}

  /** The matches, most probable first; the term itself is among them if it is in the vocabulary. */
  List<Match> of(String term) {
    var found = new LinkedHashMap<String, Match>();
    pairs.apply(term).forEach(each -> add(each, PAIR, true, found));
    if (term.length() <= LONGEST) {
      add(term, SPELLING, false, found);
      compounds(term).forEach(each -> add(each, PARTS, false, found));
    }
    return List.copyOf(found.values());
  }

  private void add(String term, double weight, boolean isKnown, Map<String, Match> found) {
    termsByKey
        .apply(key(term))
        .forEach(each -> found.putIfAbsent(each, new Match(each, weight, isKnown)));
  }

  /** The term with its first part, its last part, or both replaced by their counterparts. */
  private Set<String> compounds(String term) {
    var found = new LinkedHashSet<String>();
    for (int i = SHORTEST_PART; i < term.length(); i++) {
      String rest = term.substring(i);
      pairs.apply(term.substring(0, i)).forEach(other -> found.add(other + rest));
    }
    List.copyOf(found).forEach(each -> addWithOtherEnds(each, found));
    addWithOtherEnds(term, found);
    return found;
  }

  private void addWithOtherEnds(String term, Set<String> found) {
    for (int i = SHORTEST_REST; i <= term.length() - SHORTEST_PART; i++) {
      String beginning = term.substring(0, i);
      pairs.apply(term.substring(i)).forEach(other -> found.add(beginning + other));
    }
  }
}
