package no.speil.search.suggest;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the words of a Norwegian text that are proper names by how they are written: with a capital
 * letter inside a sentence, and never without it. Lines in capitals say nothing.
 */
final class NameWords {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
  private static final String OPENING = ".!?:;«“\"„”»'‘’(…–—•|";

  private NameWords() {}

  /** The names, in lower case. */
  static Set<String> of(String text) {
    var names = new HashSet<String>();
    var others = new HashSet<String>();
    text.lines()
        .filter(line -> !line.equals(line.toUpperCase(Locale.ROOT)))
        .forEach(line -> read(line, names, others));
    names.removeAll(others);
    return names;
  }

  private static void read(String line, Set<String> names, Set<String> others) {
    Matcher word = WORD.matcher(line);
    int end = -1;
    while (word.find()) {
      String before = end < 0 ? "." : line.substring(end, word.start());
      boolean opens = before.chars().anyMatch(c -> OPENING.indexOf(c) >= 0);
      String lower = word.group().toLowerCase(Locale.ROOT);
      if (!Character.isUpperCase(word.group().codePointAt(0))) {
        others.add(lower);
      } else if (!opens || isAcronym(word.group())) {
        names.add(lower);
      }
      end = word.end();
    }
  }

  private static boolean isAcronym(String word) {
    return word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
  }
}
