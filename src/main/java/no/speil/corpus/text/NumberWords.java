package no.speil.corpus.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The words for 2 to 19 and for the tens from 20 to 90, in lower case, with their values. */
public final class NumberWords {
  /** In both written norms, with older forms. */
  public static final Map<String, Integer> NORWEGIAN = read("no");

  public static final Map<String, Integer> ENGLISH = read("en");

  private NumberWords() {}

  private static Map<String, Integer> read(String language) {
    var values = new LinkedHashMap<String, Integer>();
    ResourceFile.wordsByKey(NumberWords.class, "number-words.txt")
        .getOrDefault(language, List.of())
        .stream()
        .map(word -> word.split("=", -1))
        .forEach(word -> values.put(word[0], Integer.valueOf(word[1])));
    return Collections.unmodifiableMap(values);
  }
}
