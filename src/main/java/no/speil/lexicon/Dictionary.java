package no.speil.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import no.speil.corpus.Side;
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
  private final List<GlossaryPhrase> phrases;
  private final List<DictionaryBuilder.Pair> pairs;
  private final NormPairs norms;
  private final Map<String, Set<String>> english;
  private final StemCollisions stemCollisions;
  private final String hash;
  private final Lexicon lexicon;

  private Dictionary(
      TermTokenizer termTokenizer, List<DictionaryEntry> entries, Set<String> frequent) {
    var built = new DictionaryBuilder(termTokenizer, entries, frequent);
    this.termTokenizer = termTokenizer;
    this.phrases = List.copyOf(built.phrases);
    this.pairs = List.copyOf(built.pairs);
    this.norms = built.norms;
    built.english.replaceAll((word, translations) -> Set.copyOf(translations));
    this.english = Map.copyOf(built.english);
    this.stemCollisions = new StemCollisions(pairs);
    this.hash = hash(entries, frequent);
    this.lexicon = new LexiconTrainer(termTokenizer, TrainingOptions.BEST).learn(pairs, norms);
  }

  public static Dictionary of(TermTokenizer termTokenizer, List<DictionaryEntry> entries) {
    return new Dictionary(termTokenizer, entries, Set.of());
  }

  /** The dictionary that comes with the program. */
  public static Dictionary builtIn(TermTokenizer termTokenizer) {
    return new Dictionary(
        termTokenizer, builtInEntries(), lines("frequent.txt").collect(Collectors.toSet()));
  }

  /** The entries of that dictionary, by first letter. */
  static List<DictionaryEntry> builtInEntries() {
    return FILES.parallelStream()
        .flatMap(file -> lines(file + ".tsv").map(DictionaryEntry::parse))
        .toList();
  }

  /** What it knows as a lexicon, as if there were no archive. */
  public Lexicon lexicon() {
    return lexicon;
  }

  /** Differs between dictionaries with other entries. */
  public String hash() {
    return hash;
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
    List<Token> left = termTokenizer.words(Side.ORIGINAL, word);
    List<Token> right = termTokenizer.words(Side.TRANSLATION, translation);
    return left.size() == 1
        && right.size() == 1
        && stemCollisions.mistakes(word, left.getFirst().term(), right.getFirst().term());
  }

  /** The pairs of single words. */
  List<DictionaryBuilder.Pair> pairs() {
    return pairs;
  }

  NormPairs norms() {
    return norms;
  }

  private static String hash(List<DictionaryEntry> entries, Set<String> frequent) {
    var sum = new CRC32C();
    for (DictionaryEntry each : entries) {
      sum.update(each.toString().getBytes(StandardCharsets.UTF_8));
    }
    new TreeSet<>(frequent).forEach(each -> sum.update(each.getBytes(StandardCharsets.UTF_8)));
    return Long.toHexString(sum.getValue());
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
