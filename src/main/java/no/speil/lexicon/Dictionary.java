package no.speil.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import no.speil.corpus.Side;
import no.speil.lexicon.TermTokenizer.Token;
import org.jspecify.annotations.Nullable;

/**
 * Words and phrases with their translations, known before an archive has taught any. Thread-safe.
 */
public final class Dictionary {
  /** A dictionary without words. */
  public static final Dictionary EMPTY = of((side, text) -> List.of(), List.of());

  /** One file for each first letter. */
  private static final List<String> FILES =
      Stream.of(
              "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q",
              "r", "s", "t", "u", "v", "y", "ae", "oe", "aa")
          .map(letter -> letter + ".tsv")
          .toList();

  private static final String FREQUENT = "frequent.txt";

  private final TermTokenizer termTokenizer;
  private final Supplier<Source> source;
  private volatile @Nullable Content content;

  private Dictionary(TermTokenizer termTokenizer, Supplier<Source> source) {
    this.termTokenizer = termTokenizer;
    this.source = source;
  }

  private record Source(List<DictionaryEntry> entries, Set<String> frequent) {}

  private record Content(
      List<GlossaryPhrase> phrases,
      List<DictionaryBuilder.Pair> pairs,
      NormPairs norms,
      Headwords headwords,
      Lexicon lexicon) {}

  public static Dictionary of(TermTokenizer termTokenizer, List<DictionaryEntry> entries) {
    return new Dictionary(termTokenizer, () -> new Source(entries, Set.of()));
  }

  /** The dictionary that comes with the program; its files are read when it is first used. */
  public static Dictionary builtIn(TermTokenizer termTokenizer) {
    return new Dictionary(
        termTokenizer,
        () -> new Source(builtInEntries(), lines(FREQUENT).collect(Collectors.toSet())));
  }

  /** The entries of that dictionary, by first letter. */
  static List<DictionaryEntry> builtInEntries() {
    return FILES.parallelStream().flatMap(file -> lines(file).map(DictionaryEntry::parse)).toList();
  }

  /** A checksum of the files of that dictionary. */
  public static String builtInHash() {
    var sum = new CRC32C();
    Stream.concat(FILES.stream(), Stream.of(FREQUENT))
        .flatMap(Dictionary::lines)
        .forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
    return Long.toHexString(sum.getValue());
  }

  private Content content() {
    Content known = content;
    return known == null ? read() : known;
  }

  private synchronized Content read() {
    Content known = content;
    if (known == null) {
      Source read = source.get();
      var built = new DictionaryBuilder(termTokenizer, read.entries(), read.frequent());
      known =
          new Content(
              List.copyOf(built.phrases),
              List.copyOf(built.pairs),
              built.norms,
              built.headwordTranslations.build(),
              new LexiconTrainer(termTokenizer, TrainingOptions.BEST)
                  .learn(built.pairs, built.norms));
      content = known;
    }
    return known;
  }

  /** What it knows as a lexicon, as if there were no archive. */
  public Lexicon lexicon() {
    return content().lexicon();
  }

  /** The entries with several words on a side. */
  public List<GlossaryPhrase> phrases() {
    return content().phrases();
  }

  /** The translations of a headword, in lower case; empty where there is none. */
  public Set<String> english(String norwegian) {
    return content().headwords().english(norwegian);
  }

  /**
   * The usual translations of the words that a form may be of, as they are written, the most usual
   * first; empty for names and for words that it lacks.
   */
  public List<String> usual(Token form) {
    return content().headwords().usual(form);
  }

  /** Whether a form is known to be of names only. */
  public boolean isName(Token form) {
    return content().headwords().isName(form);
  }

  /**
   * Whether the translation belongs to another headword that is stemmed alike, as "walk" for a form
   * of "gi" that is spelt as "gå" is stemmed; false for words that the dictionary lacks.
   */
  public boolean isOfOtherWord(String norwegian, String translation) {
    List<Token> left = termTokenizer.words(Side.ORIGINAL, norwegian.toLowerCase(Locale.ROOT));
    List<Token> right = termTokenizer.words(Side.TRANSLATION, translation);
    return left.size() == 1
        && right.size() == 1
        && hasTerm(content().headwords().ofOthers(left.getFirst()), right.getFirst())
        && !hasTerm(content().headwords().english(left.getFirst()), right.getFirst());
  }

  private boolean hasTerm(Collection<String> words, Token wanted) {
    return words.stream()
        .map(each -> termTokenizer.words(Side.TRANSLATION, each))
        .anyMatch(each -> each.size() == 1 && each.getFirst().term().equals(wanted.term()));
  }

  /** The pairs of single words. */
  List<DictionaryBuilder.Pair> pairs() {
    return content().pairs();
  }

  NormPairs norms() {
    return content().norms();
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
