package no.speil.status.grading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The words that matter for grading, by kind and in lower case. {@code vocabulary.txt} serves to
 * grade changes; both files serve to check translations. Immutable.
 */
public final class GradingVocabulary {
  public static final GradingVocabulary NORWEGIAN = load("vocabulary.txt");
  public static final GradingVocabulary ENGLISH = load("vocabulary-en.txt");

  private final Map<String, Set<String>> words = new HashMap<>();
  private final Map<String, TreeSet<String>> beginnings = new HashMap<>();
  private final Map<String, Integer> values = new HashMap<>();

  private GradingVocabulary() {}

  /** Whether the word is of that kind. */
  public boolean is(String kind, String word) {
    if (words.getOrDefault(kind, Set.of()).contains(word)) {
      return true;
    }
    TreeSet<String> sorted = beginnings.get(kind);
    // A beginning of the word sorts at or before it, though not always just before it.
    String below = sorted == null ? null : sorted.floor(word);
    while (sorted != null && below != null && below.charAt(0) == word.charAt(0)) {
      if (word.startsWith(below)) {
        return true;
      }
      below = sorted.lower(below);
    }
    return false;
  }

  /** Every word of a kind. */
  Set<String> all(String kind) {
    return words.getOrDefault(kind, Set.of());
  }

  /** The value of a number word or month; null if it is neither. */
  @Nullable Integer value(String word) {
    return values.get(word);
  }

  private void add(String kind, String word) {
    int equals = word.indexOf('=');
    if (kind.equals("value")) {
      values.put(word.substring(0, equals), Integer.valueOf(word.substring(equals + 1)));
    } else if (word.endsWith("~")) {
      beginnings
          .computeIfAbsent(kind, unknown -> new TreeSet<>())
          .add(word.substring(0, word.length() - 1));
    } else {
      words.computeIfAbsent(kind, unknown -> new HashSet<>()).add(word);
    }
  }

  private static GradingVocabulary load(String file) {
    var vocabulary = new GradingVocabulary();
    try (InputStream in = GradingVocabulary.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not beside its class");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> line.contains(":") && !line.startsWith("#"))
          .forEach(
              line -> {
                int colon = line.indexOf(':');
                String kind = line.substring(0, colon);
                for (String word : line.substring(colon + 1).strip().split(" +", -1)) {
                  vocabulary.add(kind, word);
                  if (kind.contains(".")) {
                    vocabulary.add(kind.substring(0, kind.indexOf('.')), word);
                  }
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
    return vocabulary;
  }
}
