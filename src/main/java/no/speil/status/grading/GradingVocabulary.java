package no.speil.status.grading;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import no.speil.corpus.text.ResourceFile;
import org.jspecify.annotations.Nullable;

/**
 * The words that matter for grading, by kind and in lower case. {@code vocabulary.txt} serves to
 * grade changes; both files serve to check translations. Immutable.
 */
public final class GradingVocabulary {
  public static final GradingVocabulary NORWEGIAN = load("vocabulary.txt");
  public static final GradingVocabulary ENGLISH = load("vocabulary-en.txt");

  private static final int SHORTEST_BEGINNING = 2;

  private final Map<String, Set<String>> words = new HashMap<>();

  private final Map<String, Set<String>> kinds = new HashMap<>();
  private final TreeMap<String, Beginning> beginnings = new TreeMap<>();

  /** The first two letters of the beginnings, as numbers; few words have them. */
  private final BitSet openings = new BitSet();

  private final Map<String, Integer> values = new HashMap<>();

  /**
   * What words may begin with.
   *
   * @param kinds of these words, with those of {@code shorter}
   * @param shorter the longest other one that it begins with
   */
  private record Beginning(String letters, Set<String> kinds, @Nullable Beginning shorter) {}

  private GradingVocabulary() {}

  /** Whether the word is of that kind. */
  public boolean is(String kind, String word) {
    return kinds(word).contains(kind);
  }

  /** The kinds that the word is of. */
  public Set<String> kinds(String word) {
    Set<String> known = kinds.get(word);
    return known == null ? ofBeginning(word) : known;
  }

  private Set<String> ofBeginning(String word) {
    Beginning found = beginning(word);
    return found == null ? Set.of() : found.kinds();
  }

  private static int opening(String word) {
    return word.charAt(0) << 8 ^ word.charAt(1);
  }

  /** The longest beginning of the word; the one that sorts just before the word begins with it. */
  private @Nullable Beginning beginning(String word) {
    if (word.length() < SHORTEST_BEGINNING || !openings.get(opening(word))) {
      return null;
    }
    Map.Entry<String, Beginning> below = beginnings.floorEntry(word);
    @Nullable Beginning found = below == null ? null : below.getValue();
    while (found != null && !word.startsWith(found.letters())) {
      found = found.shorter();
    }
    return found;
  }

  /** Every word of a kind. */
  Set<String> all(String kind) {
    return words.getOrDefault(kind, Set.of());
  }

  /** The value of a number word or month; null if it is neither. */
  @Nullable Integer value(String word) {
    return values.get(word);
  }

  /** Adds a word of a kind; one of "modality.must" is also of "modality". */
  private void add(String kind, String word) {
    int equals = word.indexOf('=');
    if (kind.equals("value")) {
      values.put(word.substring(0, equals), Integer.valueOf(word.substring(equals + 1)));
    } else {
      words.computeIfAbsent(kind, unknown -> new HashSet<>()).add(word);
      kinds.computeIfAbsent(word, unknown -> new HashSet<>()).add(kind);
    }
    if (kind.contains(".")) {
      add(kind.substring(0, kind.indexOf('.')), word);
    }
  }

  /** Gives each beginning and each word the kinds of what it begins with, too. */
  private void close() {
    kinds.keySet().stream()
        .filter(word -> word.endsWith("~"))
        .map(word -> word.substring(0, word.length() - 1))
        .sorted() // the shorter ones first
        .forEach(
            letters -> {
              Set<String> own = kinds.getOrDefault(letters + "~", Set.of());
              own.addAll(ofBeginning(letters));
              openings.set(opening(letters));
              beginnings.put(letters, new Beginning(letters, own, beginning(letters)));
            });
    kinds.forEach((word, own) -> own.addAll(ofBeginning(word)));
  }

  private static GradingVocabulary load(String file) {
    var vocabulary = new GradingVocabulary();
    ResourceFile.wordsByKey(GradingVocabulary.class, file)
        .forEach((kind, words) -> words.forEach(word -> vocabulary.add(kind, word)));
    vocabulary.close();
    return vocabulary;
  }
}
