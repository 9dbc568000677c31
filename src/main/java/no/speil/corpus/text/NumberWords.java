package no.speil.corpus.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The words for 2 to 19 and for the tens from 20 to 90, in lower case, with their values. */
public final class NumberWords {
  /** In both written norms, with older forms. */
  public static final Map<String, Integer> NORWEGIAN = read("no: ");

  public static final Map<String, Integer> ENGLISH = read("en: ");

  private NumberWords() {}

  private static Map<String, Integer> read(String language) {
    var values = new LinkedHashMap<String, Integer>();
    ResourceFile.lines(NumberWords.class, "number-words.txt")
        .filter(line -> line.startsWith(language))
        .flatMap(line -> Stream.of(line.substring(language.length()).split(" ", -1)))
        .map(entry -> entry.split("=", 2))
        .forEach(entry -> values.put(entry[0], Integer.valueOf(entry[1])));
    return Collections.unmodifiableMap(values);
  }
}
