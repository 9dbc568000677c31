package no.speil.lexicon;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A key for Norwegian terms: terms with the same key are probably one word in Bokmål and Nynorsk,
 * such as "draum" and "drøm", "moglegheit" and "moglighet". The key itself is no word.
 */
final class NormKey {
  private static final int SHORTEST = 3;

  /** Applied in this order, to stemmed terms with folded letters. */
  private static final List<Habit> HABITS =
      List.of(
          // What the stemmer takes from "-het" and "-lighet" of Bokmål.
          new Habit("(?<=..)(e?l[ei]g|ig)?(heit|leik)(er|en|a|ar|s)?$", ""),
          // The stemmer takes one "-ar" from "lærarar", and none from "lærerne".
          new Habit("(?<=...)(ar|ern?)$", ""),
          new Habit("lig(?!g)", "leg"),
          new Habit("^hv", "kv"),
          new Habit("oy|au", "o"),
          new Habit("ei", "e"),
          new Habit("(kk|gg|lg|nk|ng|rk|lk|rg)j", "$1"),
          new Habit("ju", "y"),
          new Habit("tj", "t"),
          new Habit("tn", "nn"),
          new Habit("ong", "ang"),
          new Habit("amn", "avn"),
          new Habit("mm", "m"),
          // "spel" and "spill" make "spelt" and "spilt".
          new Habit("([b-df-hj-np-tvwxz])\\1(?=[^aeiouy])", "$1"));

  private NormKey() {}

  /** A regular difference of spelling between the norms. */
  private record Habit(Pattern from, String to) {
    Habit(String from, String to) {
      this(Pattern.compile(from), to);
    }
  }

  static String of(String term) {
    String key = term;
    for (Habit each : HABITS) {
      key = each.from().matcher(key).replaceAll(each.to());
    }
    return key.length() < SHORTEST ? term : key;
  }
}
