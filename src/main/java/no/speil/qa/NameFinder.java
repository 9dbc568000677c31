package no.speil.qa;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.speil.corpus.VisibleText;
import no.speil.corpus.text.EditDistance;
import no.speil.corpus.text.LetterFolding;
import no.speil.corpus.text.NameWords;
import no.speil.corpus.text.WordCharacters;

/** Finds the words of a Norwegian text that are almost certainly names. */
final class NameFinder {
  /** Endings of common nouns, also when they name an institution: Stortinget, Kirken. */
  private static final Pattern COMMON =
      Pattern.compile(
          "(?:et|ene|ane|inga|het|skap|ske|ige|else|dag|rett|råd|lov|bank|hus|ing|sjon|isk"
              + "|minister|senter|krossen|(?<![sh])en)$");

  private static final Pattern NATURE =
      Pattern.compile(
          "(?i)røde?|raude?|hvite?|kvite?|grønn?e?|svarte?|blåe?|store?|nye|gamle?|onde?|gode?|nord|sør|øst|aust|vest");

  private static final WordCharacters WORD = WordCharacters.LETTERS_AND_NUMBERS;

  /** Between two words of one name. */
  private static final Pattern JOINING = Pattern.compile("-|\\s*");

  private static final int SHORTEST = 3;
  private static final int LIKE = 4;

  private NameFinder() {}

  /** The names, each of one word or several in a row. */
  static List<List<String>> of(VisibleText text) {
    var names = new ArrayList<List<String>>();
    var others = new ArrayList<String>();
    for (String line : text.lines()) {
      for (String cell : line.split("\\|", -1)) {
        read(cell, names, others);
      }
    }
    Set<String> common =
        others.stream().map(other -> other.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    names.removeIf(
        name -> name.stream().anyMatch(word -> common.contains(word.toLowerCase(Locale.ROOT))));
    return names.stream().distinct().toList();
  }

  private static void read(String line, List<List<String>> names, List<String> others) {
    int end = -1;
    var run = new ArrayList<String>();
    for (int start = WORD.start(line, 0); start < line.length(); start = WORD.start(line, end)) {
      boolean isFirst = end < 0;
      String between = isFirst ? "" : line.substring(end, start);
      end = WORD.end(line, start);
      String word = line.substring(start, end);
      if (!run.isEmpty() && !JOINING.matcher(between).matches()) {
        end(run, names);
      }
      if (!isFirst && isName(word, !run.isEmpty()) && !NameWords.opens(between)) {
        run.add(word);
      } else {
        end(run, names);
        others.add(word);
      }
    }
    end(run, names);
  }

  private static void end(List<String> run, List<List<String>> names) {
    if (!run.isEmpty()) {
      names.add(List.copyOf(run));
      run.clear();
    }
  }

  /**
   * @param goesOn whether a name is just before it, so that it is no noun: "Trond Teigen"
   */
  private static boolean isName(String word, boolean goesOn) {
    if (!Character.isUpperCase(word.codePointAt(0)) || word.length() < SHORTEST) {
      return false;
    }
    String lower = word.toLowerCase(Locale.ROOT);
    String bare = lower.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    boolean acronym = bare.equals(bare.toUpperCase(Locale.ROOT));
    return !acronym
        && word.chars().allMatch(c -> !Character.isDigit(c))
        && (goesOn || !COMMON.matcher(stem(lower)).find())
        && !NATURE.matcher(word).matches();
  }

  /** The word without the genitive ending. */
  static String stem(String word) {
    return word.length() > SHORTEST && word.endsWith("s")
        ? word.substring(0, word.length() - 1)
        : word;
  }

  /** The words of a text in plain letters, each once. */
  static Set<String> folded(String text) {
    return WORD.words(text).stream().map(LetterFolding::toPlainLetters).collect(Collectors.toSet());
  }

  /**
   * Whether two names in plain letters have the same beginning or differ in a few letters, as
   * transcriptions do.
   */
  static boolean isAlike(String name, String word) {
    int shorter = Math.min(name.length(), word.length());
    int shared = EditDistance.commonPrefix(name, word);
    int most = name.length() / 3;
    return (shared >= Math.min(LIKE, shorter) && shorter >= SHORTEST)
        || EditDistance.levenshtein(name, word, most) <= most;
  }
}
