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
  public static final GradingVocabulary NORWEGIAN = load("vocabulary.txt");
  public static final GradingVocabulary ENGLISH = load("vocabulary-en.txt");

  private final Map<String, Set<String>> words = new HashMap<>();

  private final Map<String, Set<String>> kinds = new HashMap<>();

  /** By what words may begin with; these are of the kinds of what they begin with, too. */
  private final Map<String, Set<String>> beginnings = new HashMap<>();

  private int longestBeginning;

  private final Map<String, Integer> values = new HashMap<>();

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
    for (int end = Math.min(word.length(), longestBeginning); end > 0; end--) {
      Set<String> found = beginnings.get(word.substring(0, end));
      if (found != null) {
        return found;
      }
    }
    return Set.of();
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
              beginnings.put(letters, own);
              longestBeginning = Math.max(longestBeginning, letters.length());
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
