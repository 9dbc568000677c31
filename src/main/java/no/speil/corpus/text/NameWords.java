package no.speil.corpus.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a text that are written with a capital letter and never without it, in lower case.
 * Lines in capitals say nothing.
 *
 * @param names those that have it inside a sentence, as proper names do
 * @param first those that have it only where a sentence begins
 */
public record NameWords(Set<String> names, Set<String> first) {
  private static final WordCharacters WORD = WordCharacters.LETTERS_AND_NUMBERS;
  private static final String OPENING = ".!?:;«“\"„”»'‘’(…–—•|";

  public static NameWords of(String text) {
    var names = new HashSet<String>();
    var first = new HashSet<String>();
    var others = new ArrayList<String>();
    text.lines()
        .filter(line -> !line.equals(line.toUpperCase(Locale.ROOT)))
        .forEach(line -> read(line, names, first, others));
    others.forEach(names::remove);
    others.forEach(first::remove);
    first.removeAll(names);
    return new NameWords(names, first);
  }

  /** The forms of a name: as it stands, and in the genitive of both languages. */
  public static List<String> forms(String name) {
    return List.of(name, name + "s", name + "'s");
  }

  private static void read(String line, Set<String> names, Set<String> first, List<String> others) {
    int end = -1;
    for (int start = WORD.start(line, 0); start < line.length(); start = WORD.start(line, end)) {
      int before = end;
      end = WORD.end(line, start);
      String found = line.substring(start, end);
      String lower = found.toLowerCase(Locale.ROOT);
      if (!Character.isUpperCase(found.codePointAt(0))) {
        others.add(lower);
      } else if (isAcronym(found) || (before >= 0 && !opens(line.substring(before, start)))) {
        names.add(lower);
      } else {
        first.add(lower);
      }
    }
  }

  /** Whether a word after this may begin a sentence, a quotation or a cell. */
  public static boolean opens(String between) {
    return between.chars().anyMatch(c -> OPENING.indexOf(c) >= 0);
  }

  private static boolean isAcronym(String word) {
    return word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
  }
}
