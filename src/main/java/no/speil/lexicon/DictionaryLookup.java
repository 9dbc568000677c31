package no.speil.lexicon;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import no.speil.corpus.Side;
import no.speil.lexicon.TermTokenizer.Token;

/** What the dictionary that comes with the program says of a word, for people. Thread-safe. */
public final class DictionaryLookup {
  private static final int MOST_HEADWORDS = 4;
  private static final int MOST_PARTS = 3;
  private static final int MOST_NORWEGIAN = 6;
  private static final int SHORTEST = 3;

  private final Dictionary dictionary;
  private final TermTokenizer tokenizer;

  /**
   * @param dictionary the built-in one
   * @param tokenizer leaves compounds whole
   */
  public DictionaryLookup(Dictionary dictionary, TermTokenizer tokenizer) {
    this.dictionary = dictionary;
    this.tokenizer = tokenizer;
  }

  /**
   * A word with its translations.
   *
   * @param partOfSpeech one of {@link DictionaryEntry#PARTS_OF_SPEECH}
   * @param senses the words for each, the most usual first
   */
  public record Headword(String word, String partOfSpeech, List<List<String>> senses) {}

  /** Those of the dictionary, whose letters are as many in lower case. */
  private static final class Lines {
    static final String WRITTEN = Dictionary.builtInLines().collect(joining("\n", "\n", "\n"));
    static final String LOWER = WRITTEN.toLowerCase(Locale.ROOT);
  }

  /** A Norwegian headword, and where among its translations an English word is. */
  private record Ranked(DictionaryEntry entry, boolean isExact, int sense, int word) {
    String norwegian() {
      return entry.bokmaal().getFirst();
    }
  }

  /**
   * The headwords that a Norwegian word may be a form of; where there is none, those of the parts
   * that it is compounded of.
   *
   * @param cut the word, as it is cut by what knows compounds
   */
  public List<Headword> norwegian(List<Token> cut) {
    List<String> spellings = dictionary.headwords(cut);
    List<DictionaryEntry> bokmaal = of(spellings, DictionaryEntry::bokmaal);
    return (bokmaal.isEmpty() ? of(spellings, DictionaryEntry::nynorsk) : bokmaal)
        .stream()
            .limit(MOST_HEADWORDS)
            .map(
                entry ->
                    new Headword(
                        entry.bokmaal().getFirst(),
                        entry.partOfSpeech(),
                        entry.senses().stream().map(DictionaryEntry.Sense::english).toList()))
            .toList();
  }

  /** The entries that have one of the spellings in that norm, in the order of these. */
  private static List<DictionaryEntry> of(
      List<String> spellings, Function<DictionaryEntry, List<String>> norm) {
    return spellings.stream()
        .flatMap(
            spelling ->
                entries(Lines.LOWER, "\n\t/ ", spelling)
                    .filter(
                        entry -> norm.apply(entry).stream().anyMatch(spelling::equalsIgnoreCase)))
        .distinct()
        .toList();
  }

  /** The entries that have a text after one of those characters. */
  private static Stream<DictionaryEntry> entries(String in, String before, String text) {
    var found = new ArrayList<DictionaryEntry>();
    for (int at = in.indexOf(text, 1); 0 < at && at < in.length(); at = in.indexOf(text, at + 1)) {
      if (before.indexOf(in.charAt(at - 1)) >= 0) {
        int start = in.lastIndexOf('\n', at) + 1;
        at = in.indexOf('\n', at);
        found.add(DictionaryEntry.parse(Lines.WRITTEN.substring(start, at)));
      }
    }
    return found.stream();
  }

  /**
   * The Norwegian words for an English one, by part of speech; those of its stem last.
   *
   * @param word its term is empty for several words that are looked up as one
   */
  public List<Headword> english(Token word) {
    String begins = word.term().isEmpty() ? word.form() : word.term();
    int least = Math.min(SHORTEST, begins.length());
    // "happi" is the term of "happy"
    String start = begins.substring(0, Math.max(least, begins.length() - 1));
    Set<String> frequent = Dictionary.frequent();
    Map<String, List<String>> byPart =
        entries(Lines.WRITTEN, "\t /~", start)
            .flatMap(entry -> ranked(entry, word).stream())
            .sorted(
                Comparator.comparing((Ranked each) -> !each.isExact())
                    .thenComparingInt(Ranked::sense)
                    .thenComparing(each -> !frequent.contains(each.norwegian()))
                    .thenComparingInt(Ranked::word))
            .collect(
                groupingBy(
                    each -> each.entry().partOfSpeech(),
                    LinkedHashMap::new,
                    mapping(Ranked::norwegian, toList())));
    return byPart.entrySet().stream()
        .limit(MOST_PARTS)
        .map(
            each ->
                new Headword(
                    word.form(),
                    each.getKey(),
                    List.of(each.getValue().stream().distinct().limit(MOST_NORWEGIAN).toList())))
        .toList();
  }

  /** The senses that the English word is of, the most usual first. */
  private List<Ranked> ranked(DictionaryEntry entry, Token word) {
    var ranked = new ArrayList<Ranked>();
    for (DictionaryEntry.Sense sense : entry.senses()) {
      for (String english : sense.english()) {
        boolean isExact = english.toLowerCase(Locale.ROOT).equals(word.form());
        if (isExact || isOf(word, english)) {
          int at = entry.senses().indexOf(sense) + (sense.isRare() ? entry.senses().size() : 0);
          ranked.add(new Ranked(entry, isExact, at, sense.english().indexOf(english)));
        }
      }
    }
    return ranked;
  }

  private boolean isOf(Token word, String english) {
    List<Token> words = tokenizer.words(Side.TRANSLATION, english);
    return !english.contains(" ")
        && words.size() == 1
        && words.getFirst().term().equals(word.term());
  }
}
