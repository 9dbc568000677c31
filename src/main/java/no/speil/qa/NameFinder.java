package no.speil.qa;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.VisibleText;

/** Finds the words of a Norwegian text that are names and hardly anything else. */
final class NameFinder {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern BAR = Pattern.compile("\\|");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** Common words end so, also where they stand for an institution: Stortinget, Kirken. */
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

  /** Names of one word or several in a row. */
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

  /** Without the ending of the genitive. */
  static String stem(String word) {
    return word.length() > SHORTEST && word.endsWith("s")
        ? word.substring(0, word.length() - 1)
        : word;
  }

  /** The words of a text in a form in which spelling matters less. */
  static List<String> folded(String text) {
    return WORD.matcher(text).results().map(word -> fold(word.group())).distinct().toList();
  }

  static String fold(String word) {
    String plain = MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
    return plain.toLowerCase(Locale.ROOT).replace('ø', 'o').replace("æ", "ae");
  }

  /** Whether two folded names begin alike or differ in a few letters, as transcriptions do. */
  static boolean isAlike(String name, String word) {
    int shorter = Math.min(name.length(), word.length());
    int shared = 0;
    while (shared < shorter && name.charAt(shared) == word.charAt(shared)) {
      shared++;
    }
    int most = name.length() / 3;
    return (shared >= Math.min(LIKE, shorter) && shorter >= SHORTEST)
        || (Math.abs(name.length() - word.length()) <= most && distance(name, word) <= most);
  }

  /** Levenshtein's. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
