package no.speil.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;
import no.speil.lexicon.TermTokenizer.Token;
import org.jspecify.annotations.Nullable;

/**
 * Words and phrases with their translations, known before an archive has taught any. Immutable and
 * thread-safe.
 */
public final class Dictionary {
  /** A dictionary without words. */
  public static final Dictionary EMPTY = new Dictionary((side, text) -> List.of(), List.of());

  /** One file for each first letter. */
  private static final List<String> FILES =
      List.of(
          "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r",
          "s", "t", "u", "v", "y", "ae", "oe", "aa");

  private final TermTokenizer termTokenizer;
  private final List<DictionaryEntry> entries;
  private final List<Pair> pairs = new ArrayList<>();
  private final List<GlossaryPhrase> phrases = new ArrayList<>();
  private final NormPairs norms = new NormPairs();
  private final Map<String, Set<String>> english = new HashMap<>();
  private final StemCollisions stemCollisions;
  private final String hash;
  private final Lexicon lexicon;

  /** A word and a word that translates it. */
  record Pair(Token norwegian, Token english, boolean isRare) {}

  private Dictionary(TermTokenizer termTokenizer, List<DictionaryEntry> entries) {
    this.entries = List.copyOf(entries);
    this.termTokenizer = termTokenizer;
    entries.forEach(this::add);
    this.stemCollisions = new StemCollisions(pairs);
    this.hash = TextHash.ofNormalized(this.entries.toString()).hex();
    this.lexicon = new LexiconTrainer(termTokenizer, TrainingOptions.BEST).learn(pairs, norms);
  }

  public static Dictionary of(TermTokenizer termTokenizer, List<DictionaryEntry> entries) {
    return new Dictionary(termTokenizer, entries);
  }

  /** The dictionary that comes with the program. */
  public static Dictionary builtIn(TermTokenizer termTokenizer) {
    var entries = new ArrayList<DictionaryEntry>();
    FILES.forEach(file -> read("dictionary/" + file + ".tsv", entries));
    return new Dictionary(termTokenizer, entries);
  }

  /** What it knows as a lexicon, as if there were no archive. */
  public Lexicon lexicon() {
    return lexicon;
  }

  /** Differs between dictionaries with other entries. */
  public String hash() {
    return hash;
  }

  /** All entries, by first letter. */
  public List<DictionaryEntry> entries() {
    return entries;
  }

  /** The entries with several words on a side. */
  public List<GlossaryPhrase> phrases() {
    return phrases;
  }

  /** The translations of a headword, in lower case; empty where there is none. */
  public Set<String> english(String norwegian) {
    return english.getOrDefault(norwegian, Set.of());
  }

  /**
   * Whether the translation belongs to another headword that is stemmed alike, as "walk" for a form
   * of "gi" that is spelt as "gå" is stemmed; false for words that the dictionary lacks.
   */
  public boolean isOfOtherWord(String norwegian, String translation) {
    String word = norwegian.toLowerCase(Locale.ROOT);
    List<Token> left = wholeWords(Side.ORIGINAL, word);
    List<Token> right = wholeWords(Side.TRANSLATION, translation);
    return left.size() == 1
        && right.size() == 1
        && stemCollisions.mistakes(word, left.getFirst().term(), right.getFirst().term());
  }

  /** The pairs of single words. */
  List<Pair> pairs() {
    return pairs;
  }

  NormPairs norms() {
    return norms;
  }

  private void add(DictionaryEntry entry) {
    var translations = new ArrayList<Translation>();
    for (DictionaryEntry.Sense sense : entry.senses()) {
      for (String each : sense.english()) {
        translations.add(new Translation(each, wholeWords(Side.TRANSLATION, each), sense.isRare()));
      }
    }
    List<List<Token>> bokmaal = entry.bokmaal().stream().map(this::norwegian).toList();
    for (String spelling : entry.nynorsk()) {
      List<Token> nynorsk = norwegian(spelling);
      bokmaal.forEach(each -> addNorms(each, nynorsk));
      translations.forEach(each -> add(spelling, nynorsk, each));
    }
    for (int i = 0; i < bokmaal.size(); i++) {
      String spelling = entry.bokmaal().get(i);
      List<Token> words = bokmaal.get(i);
      translations.forEach(each -> add(spelling, words, each));
    }
  }

  private record Translation(String text, List<Token> words, boolean isRare) {}

  private void addNorms(List<Token> bokmaal, List<Token> nynorsk) {
    if (bokmaal.size() == 1 && nynorsk.size() == 1) {
      norms.add(bokmaal.getFirst().term(), nynorsk.getFirst().term());
    }
  }

  private void add(String norwegian, List<Token> words, Translation translation) {
    english
        .computeIfAbsent(norwegian.toLowerCase(Locale.ROOT), word -> new LinkedHashSet<>())
        .add(translation.text().toLowerCase(Locale.ROOT));
    if (norwegian.contains(" ") || translation.text().contains(" ")) {
      phrases.add(new GlossaryPhrase(norwegian, translation.text()));
    } else if (words.size() == 1 && translation.words().size() == 1) {
      pairs.add(new Pair(words.getFirst(), translation.words().getFirst(), translation.isRare()));
    }
  }

  private List<Token> norwegian(String text) {
    return wholeWords(Side.ORIGINAL, text);
  }

  /** The words of a text without the parts of compounds. */
  private List<Token> wholeWords(Side side, String text) {
    return termTokenizer.cut(side, text).stream().filter(token -> !token.form().isEmpty()).toList();
  }

  private static void read(String file, List<DictionaryEntry> entries) {
    try (@Nullable InputStream in = Dictionary.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("missing in the program: " + file);
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(DictionaryEntry::parse)
          .forEach(entries::add);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
  }
}
