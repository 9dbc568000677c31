package no.speil.lexicon;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.speil.corpus.TextHash;

/**
 * Splits Norwegian compounds into known words, if the geometric mean of the parts' counts is higher
 * than the count of the whole (Koehn and Knight 2003, "Empirical methods for compound splitting").
 * Immutable and thread-safe.
 */
public final class CompoundSplitter {
  /** Splits nothing. */
  public static final CompoundSplitter NONE = new CompoundSplitter(Map.of());

  private static final int SHORTEST_PART = 4;
  private static final int LONGEST_PART = 60;
  private static final int MOST_PARTS = 3;
  private static final int MOST_WORDS = 500_000;

  /** The count assumed for an unknown whole word. */
  private static final double UNKNOWN = .5;

  /** Words that are endings more often than parts of compounds. */
  private static final Set<String> ENDINGS =
      Set.copyOf(
          List.of(
              """
              aktig aktige ande ane anes ans ansk anske arane arar aren aste bare bart dene
              domen else elsen elsene elser ende ended enden ender endes ene enes ens ente erast
              eren erer eres ering eringa eringar eringen eringene eringer erne erte
              eten etene eter faldig full fulle fullt heit heita heiter het heten hetene heter
              ing inga ingar ingen ingene inger inne innen innene iske ismar isme ismen
              istar isten ister laus lause laust leg lege lene lest liga lige ligere
              lighet ligheten lighetene ligheter ligste ligt ling lingen linger løse
              løst messig messige nene nere neste ning ninga ningar ningen ningene
              ninger rene rent sene sion sjon sjonar sjonen sjonene sjoner skap skapa
              skape skapen skapene skaper skapet somme sten ster sters tene tere tert
              tive tivt
              """
                  .strip()
                  .split("\\s+")));

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
    long least = FrequencyThreshold.leastCount(counts, MOST_WORDS, CompoundSplitter::isPart);
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
    if (word.length() < 2 * SHORTEST_PART || dictionary.isKnown(word)) {
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
  public List<String> parts(CharSequence word) {
    int length = word.length();
    if (length < 2 * SHORTEST_PART || counts.size() == 0) {
      return List.of();
    }
    int whole = counts.getOrDefault(word.toString(), 0);
    var best = new Division(Math.log(whole == 0 ? UNKNOWN : whole), List.of());
    var parts = new ArrayList<String>();
    return divide(word, 0, 0, parts, best).parts();
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

  private record Division(double mean, List<String> parts) {}

  /** The best split that begins with these parts. */
  private Division divide(
      CharSequence word, int from, double logs, List<String> parts, Division best) {
    Division found = best;
    int length = word.length();
    if (!parts.isEmpty()) {
      String last = word.subSequence(from, length).toString();
      int count = isEnding(last) ? 0 : counts.getOrDefault(last, 0);
      double mean = (logs + Math.log(count)) / (parts.size() + 1);
      if (count > 0 && mean > found.mean()) {
        found = new Division(mean, with(parts, word, from, length));
      }
    }
    if (parts.size() + 1 == MOST_PARTS) {
      return found;
    }
    for (int end = from + SHORTEST_PART; end <= length - SHORTEST_PART; end++) {
      int count = counts.getOrDefault(word.subSequence(from, end).toString(), 0);
      if (count > 0) {
        found = after(word, from, end, logs + Math.log(count), parts, found);
      }
    }
    return found;
  }

  private Division after(
      CharSequence word, int from, int end, double logs, List<String> parts, Division best) {
    Division found = best;
    List<String> longer = with(parts, word, from, end);
    for (String filler : CompoundSplit.FILLERS) {
      int next = end + filler.length();
      if (next <= word.length() - SHORTEST_PART
          && CharSequence.compare(filler, word.subSequence(end, next)) == 0) {
        found = divide(word, next, logs, longer, found);
      }
    }
    return found;
  }

  private static List<String> with(List<String> parts, CharSequence word, int from, int to) {
    var longer = new ArrayList<>(parts);
    longer.add(word.subSequence(from, to).toString());
    return longer;
  }

  private static boolean isPart(String word) {
    return word.length() >= SHORTEST_PART
        && word.length() <= LONGEST_PART
        && word.chars().allMatch(Character::isLetter);
  }
}
