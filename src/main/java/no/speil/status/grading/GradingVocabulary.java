package no.speil.status.grading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import no.speil.corpus.text.ResourceFile;
import org.jspecify.annotations.Nullable;

/**
 * The words that matter for grading, by kind and in lower case. {@code vocabulary.txt} serves to
 * grade changes; both files serve to check translations. Immutable.
 */
public final class GradingVocabulary {
  public static final GradingVocabulary NORWEGIAN = new GradingVocabulary("vocabulary.txt");
  public static final GradingVocabulary ENGLISH = new GradingVocabulary("vocabulary-en.txt");

  private final Map<String, Set<String>> words = new HashMap<>();

  /** Of a word, or of what words may begin with and a tilde. */
  private final Map<String, Set<String>> kinds = new HashMap<>();

  private final int longest;

  private final Map<String, Integer> values = new HashMap<>();

  private GradingVocabulary(String file) {
    ResourceFile.wordsByKey(GradingVocabulary.class, file)
        .forEach((kind, all) -> all.forEach(word -> add(kind, word)));
    longest = kinds.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  /** Whether the word is of that kind. */
  public boolean is(String kind, String word) {
    return kinds(word).contains(kind);
  }

  /** The kinds that the word is of, with those of all that it begins with. */
  public Set<String> kinds(String word) {
    var found = new HashSet<>(kinds.getOrDefault(word, Set.of()));
    for (int end = Math.min(word.length(), longest); end > 0; end--) {
      found.addAll(kinds.getOrDefault(word.substring(0, end) + '~', Set.of()));
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
}
