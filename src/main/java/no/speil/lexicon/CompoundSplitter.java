package no.speil.lexicon;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.TextHash;
import no.speil.corpus.text.ResourceFile;

/**
 * Splits Norwegian compounds into known words, if the geometric mean of the parts' counts is higher
 * than the count of the whole (Koehn and Knight 2003, "Empirical methods for compound splitting").
 * Immutable and thread-safe.
 */
public final class CompoundSplitter {
  /** Splits nothing. */
  public static final CompoundSplitter NONE = new CompoundSplitter(Map.of());

  private static final int SHORTEST_PART = 4;

  /** In letters, of the words that may be compounds. */
  public static final int SHORTEST = 2 * SHORTEST_PART;

  private static final int LONGEST_PART = 60;
  private static final int MOST_PARTS = 3;
  private static final int MOST_WORDS = 500_000;

  /** The count assumed for an unknown whole word. */
  private static final double UNKNOWN = .5;

  /** Words that are endings more often than parts of compounds. */
  private static final Set<String> ENDINGS =
      Set.copyOf(ResourceFile.words(CompoundSplitter.class, "suffixes-no.txt"));

  private final Map<String, Integer> counts;

  private CompoundSplitter(Map<String, Integer> counts) {
    this.counts = counts;
  }

  /**
   * Trains a splitter on the words of the archive's Norwegian texts; a word that the dictionary
   * lacks is also split into such as it has. Keeps the half million most frequent. The same sources
   * always give the same splitter.
   */
  public static CompoundSplitter learn(WordCounts counts, Dictionary dictionary) {
    long least = counts.leastCount(MOST_WORDS, CompoundSplitter::isPart);
    var kept = new HashMap<String, Integer>();
    counts.each(
        (word, count) -> {
          if (count >= least && isPart(word)) {
            kept.put(word, (int) Math.min(count, Integer.MAX_VALUE - 1));
          }
        });
    var own = new CompoundSplitter(Map.copyOf(kept));
    var parts = new HashMap<String, Integer>();
    kept.forEach(
        (word, count) -> {
          if (own.parts(word).isEmpty()) {
            knownParts(word, kept.keySet(), dictionary)
                .forEach(part -> parts.merge(part, count + 1, Math::max));
          }
        });
    parts.forEach((part, count) -> kept.merge(part, count, Math::max));
    return new CompoundSplitter(Map.copyOf(kept));
  }

  /** A word and a form of a word of the dictionary; empty where the word is known as a whole. */
  private static List<String> knownParts(String word, Set<String> words, Dictionary dictionary) {
    if (word.length() < SHORTEST || dictionary.isKnown(word)) {
      return List.of();
    }
    return CompoundSplit.of(word, SHORTEST_PART).stream()
        .filter(
            split -> words.contains(split.first()) || !dictionary.english(split.first()).isEmpty())
        .filter(split -> !split.hasEnding() && dictionary.isNorwegian(split.second()))
        .findFirst()
        .map(split -> List.of(split.first(), split.second()))
        .orElse(List.of());
  }

  /** Whether the word is an ending more often than a part of a compound. */
  public static boolean isEnding(String part) {
    return ENDINGS.contains(part);
  }

  /** The parts of a compound, in order; empty if it is none. */
  public List<String> parts(String word) {
    if (word.length() < SHORTEST || counts.isEmpty()) {
      return List.of();
    }
    int whole = counts.getOrDefault(word, 0);
    double highest = Math.log(whole == 0 ? UNKNOWN : whole);
    List<String> best = List.of();
    for (List<String> parts : divisions(word, MOST_PARTS)) {
      double mean = meanOfLogs(parts);
      if (mean > highest) {
        highest = mean;
        best = parts;
      }
    }
    return best;
  }

  /** All divisions into two or more known words, at most so many. */
  private List<List<String>> divisions(String word, int most) {
    var divisions = new ArrayList<List<String>>();
    for (CompoundSplit split : CompoundSplit.of(word, SHORTEST_PART)) {
      if (counts.containsKey(split.first())) {
        if (counts.containsKey(split.second()) && !isEnding(split.second())) {
          divisions.add(List.of(split.first(), split.second()));
        }
        if (most > 2) {
          divisions(split.second(), most - 1)
              .forEach(
                  rest ->
                      divisions.add(
                          Stream.concat(Stream.of(split.first()), rest.stream()).toList()));
        }
      }
    }
    return divisions;
  }

  private double meanOfLogs(List<String> parts) {
    double sum = 0;
    for (String part : parts) {
      sum += Math.log(counts.getOrDefault(part, 0));
    }
    return sum / parts.size();
  }

  /** The splitter as bytes, for {@link #fromBytes}. */
  public byte[] toBytes() {
    return counts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(each -> each.getKey() + ' ' + each.getValue())
        .collect(Collectors.joining("\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Reads the bytes of {@link #toBytes}; throws {@link IllegalArgumentException} for others. */
  public static CompoundSplitter fromBytes(byte[] bytes) {
    return new CompoundSplitter(
        new String(bytes, StandardCharsets.UTF_8)
            .lines()
            .map(line -> line.split(" ", -1))
            .collect(
                Collectors.toUnmodifiableMap(
                    line -> line[0], line -> Integer.valueOf(line[line.length - 1]))));
  }

  /** A text that differs if the words or their counts differ; empty for {@link #NONE}. */
  public String fingerprint() {
    return size() == 0
        ? ""
        : TextHash.ofNormalized(new String(toBytes(), StandardCharsets.UTF_8)).hex();
  }

  /** How many words are known. */
  public int size() {
    return counts.size();
  }

  private static boolean isPart(String word) {
    return word.length() >= SHORTEST_PART
        && word.length() <= LONGEST_PART
        && word.chars().allMatch(Character::isLetter);
  }
}
