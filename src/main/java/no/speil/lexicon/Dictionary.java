package no.speil.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  public static final Dictionary EMPTY =
      new Dictionary((side, text) -> List.of(), List.of(), Set.of());

  /** One file for each first letter. */
  private static final List<String> FILES =
      List.of(
          "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r",
          "s", "t", "u", "v", "y", "ae", "oe", "aa");

  private final TermTokenizer termTokenizer;
  private final List<DictionaryEntry> entries;
  private final Set<String> frequent;
  private final Map<String, Double> frequencies = new HashMap<>();
  private final Map<String, List<DictionaryEntry>> headwords = new HashMap<>();
  private final List<Pair> pairs = new ArrayList<>();
  private final List<GlossaryPhrase> phrases = new ArrayList<>();
  private final NormPairs norms = new NormPairs();
  private final Map<String, Set<String>> english = new HashMap<>();
  private final StemCollisions stemCollisions;
  private final String hash;
  private final Lexicon lexicon;

  /** The weight of a translation compared with the one before it in the same sense. */
  private static final double NEXT_WORD = .5;

  /** The weight of the first translation of a sense compared with that of the sense before. */
  private static final double NEXT_SENSE = .4;

  private static final double RARE = .25;

  /** How often a headword is meant that is not frequent, compared with one that is. */
  private static final double SELDOM = .05;

  /** The least share of a phrase among the translations of its headword, to be searched for. */
  private static final double LEAST_OF_PHRASE = .2;

  /**
   * A word and a word that translates it.
   *
   * @param spellings of the Norwegian word
   * @param share of the meanings of the Norwegian word that the English one stands for, 0 to 1
   * @param shareOfEnglish of the meanings of the English word that the Norwegian one stands for
   */
  record Pair(Token norwegian, Token english, int spellings, double share, double shareOfEnglish) {}

  private Dictionary(
      TermTokenizer termTokenizer, List<DictionaryEntry> entries, Set<String> frequent) {
    this.frequent = frequent;
    this.entries = List.copyOf(entries);
    this.termTokenizer = termTokenizer;
    for (DictionaryEntry entry : entries) {
      for (String spelling : entry.bokmaal()) {
        headwords.computeIfAbsent(spelling, word -> new ArrayList<>()).add(entry);
      }
    }
    entries.forEach(this::add);
    headwords.clear();
    share();
    this.stemCollisions = new StemCollisions(pairs);
    this.hash = TextHash.ofNormalized(this.entries.toString()).hex();
    this.lexicon = new LexiconTrainer(termTokenizer, TrainingOptions.BEST).learn(pairs, norms);
  }

  public static Dictionary of(TermTokenizer termTokenizer, List<DictionaryEntry> entries) {
    return new Dictionary(termTokenizer, entries, Set.of());
  }

  /** The dictionary that comes with the program. */
  public static Dictionary builtIn(TermTokenizer termTokenizer) {
    List<DictionaryEntry> entries =
        FILES.parallelStream()
            .flatMap(file -> lines(file + ".tsv").map(DictionaryEntry::parse))
            .toList();
    return new Dictionary(
        termTokenizer, entries, lines("frequent.txt").collect(Collectors.toSet()));
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
    int senses = 0;
    for (DictionaryEntry.Sense sense : entry.senses()) {
      double weight = (sense.isRare() ? RARE : 1) * Math.pow(NEXT_SENSE, senses++);
      for (String each : sense.english()) {
        translations.add(new Translation(each, word(Side.TRANSLATION, each), weight));
        weight *= NEXT_WORD;
      }
    }
    double all = translations.stream().mapToDouble(Translation::weight).sum();
    translations.replaceAll(
        each -> new Translation(each.text(), each.words(), each.weight() / all));
    double frequency = frequent.contains(entry.bokmaal().getFirst()) ? 1 : SELDOM;
    int spellings = entry.norwegian().size();
    List<List<Token>> bokmaal = entry.bokmaal().stream().map(this::norwegian).toList();
    for (String spelling : entry.nynorsk()) {
      List<Token> nynorsk = norwegian(spelling);
      if (!isOtherWord(spelling, entry)) {
        bokmaal.forEach(each -> addNorms(each, nynorsk));
      }
      count(nynorsk, frequency);
      translations.forEach(each -> add(spelling, nynorsk, spellings, frequency, each));
      translations.forEach(each -> addEnglish(entry, spelling, each));
    }
    for (int i = 0; i < bokmaal.size(); i++) {
      String spelling = entry.bokmaal().get(i);
      List<Token> words = bokmaal.get(i);
      count(words, frequency);
      translations.forEach(each -> add(spelling, words, spellings, frequency, each));
      translations.forEach(each -> addEnglish(entry, spelling, each));
    }
  }

  private void count(List<Token> words, double frequency) {
    if (words.size() == 1) {
      frequencies.merge(words.getFirst().term(), frequency, Double::sum);
    }
  }

  private record Translation(String text, List<Token> words, double weight) {}

  /** Names that are the same in English are no words to be translated. */
  private void addEnglish(DictionaryEntry entry, String norwegian, Translation translation) {
    String word = norwegian.toLowerCase(Locale.ROOT);
    String other = translation.text().toLowerCase(Locale.ROOT);
    if (!entry.isName() || !other.contains(word)) {
      english.computeIfAbsent(word, key -> new LinkedHashSet<>()).add(other);
    }
  }

  /**
   * Whether a Nynorsk spelling is also a Bokmål word that means something else, as "bod" is; then
   * one does not stand for the other.
   */
  private boolean isOtherWord(String nynorsk, DictionaryEntry entry) {
    List<DictionaryEntry> others = headwords.getOrDefault(nynorsk, List.of());
    return !others.isEmpty() && others.stream().noneMatch(entry::meansTheSameAs);
  }

  private void addNorms(List<Token> bokmaal, List<Token> nynorsk) {
    if (bokmaal.size() == 1 && nynorsk.size() == 1) {
      norms.add(bokmaal.getFirst().term(), nynorsk.getFirst().term());
    }
  }

  private void add(
      String norwegian,
      List<Token> words,
      int spellings,
      double frequency,
      Translation translation) {
    if (norwegian.contains(" ") || translation.text().contains(" ")) {
      if (translation.weight() >= LEAST_OF_PHRASE) {
        phrases.add(new GlossaryPhrase(norwegian, translation.text()));
      }
    } else if (words.size() == 1 && translation.words().size() == 1) {
      pairs.add(
          new Pair(
              words.getFirst(),
              translation.words().getFirst(),
              spellings,
              frequency * translation.weight(),
              0));
    }
  }

  /**
   * Shares out the meanings of terms: a Norwegian term may be a form of several headwords, and an
   * English one the translation of many. Spellings of one headword do not take from each other.
   */
  private void share() {
    Map<String, Double> ofEnglish = new HashMap<>();
    for (Pair each : pairs) {
      ofEnglish.merge(each.english().term(), each.share() / each.spellings(), Double::sum);
    }
    pairs.replaceAll(
        each ->
            new Pair(
                each.norwegian(),
                each.english(),
                each.spellings(),
                each.share() / frequencies.getOrDefault(each.norwegian().term(), 1.0),
                each.share() / ofEnglish.getOrDefault(each.english().term(), 1.0)));
    frequencies.clear();
  }

  private List<Token> norwegian(String text) {
    return word(Side.ORIGINAL, text);
  }

  /** The token of a single word; none for several, which are looked up as phrases. */
  private List<Token> word(Side side, String text) {
    return text.contains(" ") ? List.of() : wholeWords(side, text);
  }

  /** The words of a text without the parts of compounds. */
  private List<Token> wholeWords(Side side, String text) {
    return termTokenizer.cut(side, text).stream().filter(token -> !token.form().isEmpty()).toList();
  }

  private static Stream<String> lines(String file) {
    try (@Nullable InputStream in = Dictionary.class.getResourceAsStream("dictionary/" + file)) {
      if (in == null) {
        throw new IllegalStateException("missing in the program: dictionary/" + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"));
    } catch (IOException e) {
      throw new UncheckedIOException("reading dictionary/" + file, e);
    }
  }
}
