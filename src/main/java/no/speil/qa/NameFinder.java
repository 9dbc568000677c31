package no.speil.qa;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.VisibleText;
import no.speil.corpus.text.EditDistance;
import no.speil.corpus.text.LetterFolding;

/** Finds the words of a Norwegian text that are almost certainly names. */
final class NameFinder {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern BAR = Pattern.compile("\\|");

  /** Endings of common nouns, also when they name an institution: Stortinget, Kirken. */
  private static final Pattern COMMON =
      Pattern.compile(
          ".*(?:et|ene|ane|inga|het|skap|(?<![sh])en|ske|ige|else|dag|rett|råd|lov|bank|hus|ing|sjon"
              + "|isk|minister|senter|krossen)");

  private static final Pattern NATURE =
      Pattern.compile(
          "(?i)røde?|raude?|hvite?|kvite?|grønn?e?|svarte?|blåe?|store?|nye|gamle?|onde?|gode?|nord|sør|øst|aust|vest");
  private static final String OPENING = ".!?:;«“\"„”»'‘’(…–—•";
  private static final int SHORTEST = 3;
  private static final int LIKE = 4;

  private NameFinder() {}

  /** The names, each of one word or several in a row. */
  static List<List<String>> of(VisibleText text) {
    var names = new ArrayList<List<String>>();
    var common = new HashSet<String>();
    text.lines().stream().flatMap(BAR::splitAsStream).forEach(line -> read(line, names, common));
    names.removeIf(
        name -> name.stream().anyMatch(word -> common.contains(word.toLowerCase(Locale.ROOT))));
    return names.stream().distinct().toList();
  }

  private static void read(String line, List<List<String>> names, Set<String> common) {
    Matcher word = WORD.matcher(line);
    int end = -1;
    var run = new ArrayList<String>();
    while (word.find()) {
      String before = end < 0 ? "." : line.substring(end, word.start());
      boolean opens = before.chars().anyMatch(c -> OPENING.indexOf(c) >= 0);
      boolean joined = before.isBlank() || before.equals("-");
      if (!joined) {
        end(run, names);
      }
      if (!opens && isName(word.group())) {
        run.add(word.group());
      } else {
        end(run, names);
        common.add(word.group().toLowerCase(Locale.ROOT));
      }
      end = word.end();
    }
    end(run, names);
  }

  private static void end(List<String> run, List<List<String>> names) {
    if (!run.isEmpty()) {
      names.add(List.copyOf(run));
      run.clear();
    }
  }

  private static boolean isName(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    String bare = lower.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    boolean acronym = bare.equals(bare.toUpperCase(Locale.ROOT));
    return Character.isUpperCase(word.codePointAt(0))
        && word.length() >= SHORTEST
        && !acronym
        && word.chars().allMatch(c -> !Character.isDigit(c))
        && !NATURE.matcher(word).matches()
        && !COMMON.matcher(stem(lower)).matches();
  }

  /** The word without the genitive ending. */
  static String stem(String word) {
    return word.length() > SHORTEST && word.endsWith("s")
        ? word.substring(0, word.length() - 1)
        : word;
  }

  /** The words of a text in plain letters, each once. */
  static List<String> folded(String text) {
    return WORD.matcher(text)
        .results()
        .map(word -> LetterFolding.toPlainLetters(word.group()))
        .distinct()
        .toList();
  }

  /**
   * Whether two names in plain letters have the same beginning or differ in a few letters, as
   * transcriptions do.
   */
  static boolean isAlike(String name, String word) {
    int shorter = Math.min(name.length(), word.length());
    int shared = 0;
    while (shared < shorter && name.charAt(shared) == word.charAt(shared)) {
      shared++;
    }
    int most = name.length() / 3;
    return (shared >= Math.min(LIKE, shorter) && shorter >= SHORTEST)
        || EditDistance.levenshtein(name, word, most) <= most;
  }
}
