package no.speil.corpus.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The words for 2 to 19 and for the tens from 20 to 90, in lower case, with their values. */
public final class NumberWords {
  /** In both written norms, with older forms. */
  public static final Map<String, Integer> NORWEGIAN =
      table(
          "to tre fire fem seks sju|syv åtte ni ti elleve tolv tretten fjorten femten seksten"
              + " sytten atten nitten",
          "tjue|tyve tretti|tredve førti femti seksti sytti åtti nitti");

  public static final Map<String, Integer> ENGLISH =
      table(
          "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
              + " sixteen seventeen eighteen nineteen",
          "twenty thirty forty fifty sixty seventy eighty ninety");

  private NumberWords() {}

  private static Map<String, Integer> table(String fromTwo, String tens) {
    var table = new LinkedHashMap<String, Integer>();
    int value = 2;
    for (String words : fromTwo.split(" ", -1)) {
      add(words, value++, table);
    }
    value = 20;
    for (String words : tens.split(" ", -1)) {
      add(words, value, table);
      value += 10;
    }
    return Collections.unmodifiableMap(table);
  }

  private static void add(String words, int value, Map<String, Integer> table) {
    for (String word : words.split("\\|", -1)) {
      table.put(word, value);
    }
  }
}
