package no.speil.corpus.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The words for 2 to 19 and for the tens from 20 to 90, in lower case, with their values. */
public final class NumberWords {
  /** In both written norms, with older forms. */
  public static final Map<String, Integer> NORWEGIAN =
      table(
          List.of(
              "to", "tre", "fire", "fem", "seks", "sju|syv", "åtte", "ni", "ti", "elleve", "tolv",
              "tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten"),
          List.of(
              "tjue|tyve", "tretti|tredve", "førti", "femti", "seksti", "sytti", "åtti", "nitti"));

  public static final Map<String, Integer> ENGLISH =
      table(
          List.of(
              "two",
              "three",
              "four",
              "five",
              "six",
              "seven",
              "eight",
              "nine",
              "ten",
              "eleven",
              "twelve",
              "thirteen",
              "fourteen",
              "fifteen",
              "sixteen",
              "seventeen",
              "eighteen",
              "nineteen"),
          List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"));

  private NumberWords() {}

  private static Map<String, Integer> table(List<String> fromTwo, List<String> tens) {
    var table = new LinkedHashMap<String, Integer>();
    for (int i = 0; i < fromTwo.size(); i++) {
      add(fromTwo.get(i), i + 2, table);
    }
    for (int i = 0; i < tens.size(); i++) {
      add(tens.get(i), 10 * (i + 2), table);
    }
    return Collections.unmodifiableMap(table);
  }

  private static void add(String words, int value, Map<String, Integer> table) {
    for (String word : words.split("\\|", -1)) {
      table.put(word, value);
    }
  }
}
