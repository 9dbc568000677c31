package no.speil.search.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.speil.TestCorpora;
import no.speil.corpus.Side;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.TermTokenizer;
import no.speil.lexicon.TermTranslation;
import no.speil.search.analysis.BuiltInDictionary;
import no.speil.search.analysis.IndexTokenizer;
import no.speil.search.analysis.NewsStories;

/**
 * Lists what the dictionary may lack: words that stand more than twice in the corpora and have no
 * entry, and translations that no pair of sentences has although both of their words are frequent.
 */
public final class DictionaryFigures {
  private static final int OFTEN = 3;
  private static final int FREQUENT = 8;

  private final TermTokenizer termTokenizer = new IndexTokenizer();
  private final Lexicon lexicon = BuiltInDictionary.get().lexicon();
  private final Map<Side, Map<String, Integer>> counts =
      Map.of(Side.ORIGINAL, new HashMap<>(), Side.TRANSLATION, new HashMap<>());
  private final Map<String, String> forms = new HashMap<>();
  private final Map<String, Integer> together = new HashMap<>();

  public static void main(String[] arguments) throws IOException {
    var figures = new DictionaryFigures();
    figures.readStories();
    for (String corpus : List.of("udhr", "nb-preservation")) {
      figures.read(TestCorpora.path(corpus).resolve("archive"), Side.ORIGINAL);
      figures.read(TestCorpora.path(corpus).resolve("translations"), Side.TRANSLATION);
    }
    figures.print();
  }

  private void readStories() throws IOException {
    for (NewsStories.Sentence each : NewsStories.read().sentences) {
      Set<String> norwegian = terms(Side.ORIGINAL, each.nb());
      Set<String> english = terms(Side.TRANSLATION, each.en());
      for (String one : norwegian) {
        english.forEach(other -> together.merge(one + ' ' + other, 1, Integer::sum));
      }
    }
  }

  private void read(Path folder, Side side) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".md")).toList()) {
        terms(side, Files.readString(file));
      }
    }
  }

  /** The terms of a text, which are counted. */
  private Set<String> terms(Side side, String text) {
    var terms = new HashSet<String>();
    for (TermTokenizer.Token each : termTokenizer.cut(side, text)) {
      if (each.form().chars().allMatch(Character::isLetter) && !each.form().isEmpty()) {
        terms.add(each.term());
        forms.putIfAbsent(side + each.term(), each.form());
        counts.getOrDefault(side, Map.of()).merge(each.term(), 1, Integer::sum);
      }
    }
    return terms;
  }

  private void print() {
    counts.forEach(this::printUnknown);
    var unused = new ArrayList<String>();
    Map<String, Integer> english = counts.getOrDefault(Side.TRANSLATION, Map.of());
    counts
        .getOrDefault(Side.ORIGINAL, Map.of())
        .forEach(
            (term, count) -> {
              for (TermTranslation each : lexicon.translations(Side.ORIGINAL, term)) {
                if (count >= FREQUENT
                    && each.sure()
                    && english.getOrDefault(each.term(), 0) >= FREQUENT
                    && !together.containsKey(term + ' ' + each.term())) {
                  unused.add(forms.get(Side.ORIGINAL + term) + " = " + each.form());
                }
              }
            });
    System.out.println(unused.size() + " frequent pairs that no sentences confirm: " + unused);
  }

  private void printUnknown(Side side, Map<String, Integer> words) {
    List<String> unknown =
        words.entrySet().stream()
            .filter(each -> each.getValue() >= OFTEN)
            .filter(each -> lexicon.translations(side, each.getKey()).isEmpty())
            .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
            .map(each -> forms.get(side + each.getKey()))
            .toList();
    long often = words.values().stream().filter(each -> each >= OFTEN).count();
    System.out.printf(
        Locale.ROOT,
        "%s: %d of %d words that stand %d times have no entry: %s%n",
        side,
        unknown.size(),
        often,
        OFTEN,
        unknown);
  }
}
