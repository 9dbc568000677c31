package no.speil.lexicon;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

  private static final String COMPILED = "dictionary.compiled";

  private final TermTokenizer termTokenizer;
  private final Supplier<Content> source;
  private volatile @Nullable Content content;

  private Dictionary(TermTokenizer termTokenizer, Supplier<Content> source) {
    this.termTokenizer = termTokenizer;
    this.source = source;
  }

  private record Content(
      WordList norwegianPhrases,
      WordList englishPhrases,
      DictionaryPairs pairs,
      WordMultimap norms,
      Headwords headwords,
      Lexicon lexicon) {
    static Content build(
        TermTokenizer termTokenizer, List<DictionaryEntry> entries, Set<String> frequent) {
      var built = new DictionaryBuilder(termTokenizer, entries, frequent);
      WordMultimap norms = WordMultimap.of(built.norms);
      return new Content(
          WordList.of(built.phrases.stream().map(GlossaryPhrase::norwegian).toList()),
          WordList.of(built.phrases.stream().map(GlossaryPhrase::english).toList()),
          DictionaryPairs.of(built.pairs),
          norms,
          built.headwordTranslations.build(),
          new LexiconTrainer(termTokenizer, TrainingOptions.BEST).learn(built.pairs, norms));
    }

    void write(DataOutputStream out) throws IOException {
      norwegianPhrases.write(out);
      englishPhrases.write(out);
      pairs.write(out);
      norms.write(out);
      headwords.write(out);
      lexicon.write(out);
    }

    static Content read(DataInputStream in) throws IOException {
      WordList norwegian = WordList.read(in);
      WordList english = WordList.read(in);
      DictionaryPairs pairs = DictionaryPairs.read(in);
      WordMultimap norms = WordMultimap.read(in);
      Headwords headwords = Headwords.read(in);
      Lexicon lexicon = Lexicon.read(in, () -> norms, null);
      return new Content(norwegian, english, pairs, norms, headwords, lexicon);
    }
  }

  public static Dictionary of(TermTokenizer termTokenizer, List<DictionaryEntry> entries) {
    return new Dictionary(termTokenizer, () -> Content.build(termTokenizer, entries, Set.of()));
  }

  /**
   * The dictionary that comes with the program, read when it is first used: as it was compiled, or
   * from its files where they are others by now.
   */
  public static Dictionary builtIn(TermTokenizer termTokenizer) {
    return new Dictionary(
        termTokenizer, () -> compiled().orElseGet(() -> fromFiles(termTokenizer)));
  }

  /** The same from its files, which takes some seconds of the processor. */
  public static Dictionary ofFiles(TermTokenizer termTokenizer) {
    return new Dictionary(termTokenizer, () -> fromFiles(termTokenizer));
  }

  private static Content fromFiles(TermTokenizer termTokenizer) {
    return Content.build(termTokenizer, builtInEntries(), frequent());
  }

  /** The bytes of the resource that {@link #builtIn} reads. */
  public byte[] compile() {
    return CompiledResource.write(builtInHash(), content()::write);
  }

  private static Optional<Content> compiled() {
    return CompiledResource.read(Dictionary.class, COMPILED, builtInHash(), Content::read);
  }

  /** The entries of that dictionary, by first letter. */
  public static List<DictionaryEntry> builtInEntries() {
    return FILES.parallelStream().flatMap(file -> lines(file).map(DictionaryEntry::parse)).toList();
  }

  /** The Norwegian headwords of that dictionary that are frequent. */
  public static Set<String> frequent() {
    return lines(FREQUENT).collect(Collectors.toSet());
  }

  /** A checksum of the files of that dictionary. */
  public static String builtInHash() {
    var sum = new CRC32C();
    FILES.forEach(file -> sum.update(bytes(file)));
    sum.update(bytes(FREQUENT));
    return Long.toHexString(sum.getValue());
  }

  private Content content() {
    Content known = content;
    return known == null ? read() : known;
  }

  private synchronized Content read() {
    Content known = content;
    if (known == null) {
      known = source.get();
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
    Content known = content();
    return IntStream.range(0, known.norwegianPhrases().size())
        .mapToObj(
            number ->
                new GlossaryPhrase(
                    known.norwegianPhrases().get(number), known.englishPhrases().get(number)))
        .toList();
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

  /** Whether the translation is one {@link #ofOtherWords}. */
  public boolean isOfOtherWord(String norwegian, String translation) {
    return ofOtherWords(norwegian).test(translation);
  }

  /** Whether it knows a word with that stem, in either language. */
  boolean isKnown(String word) {
    return isNorwegian(word)
        || Stream.of(Side.values())
            .anyMatch(
                side ->
                    termTokenizer.words(side, word).stream()
                        .anyMatch(each -> !lexicon().translations(side, each.term()).isEmpty()));
  }

  /** Whether it may be a form of one of its Norwegian headwords. */
  boolean isNorwegian(String word) {
    List<Token> form = termTokenizer.words(Side.ORIGINAL, word.toLowerCase(Locale.ROOT));
    return form.size() == 1 && content().headwords().isForm(form.getFirst());
  }

  /**
   * Whether it is an English word, function words included, and no form of a Norwegian one, as
   * "street" is, though Norwegian texts may quote it.
   */
  public boolean isEnglish(String word) {
    List<Token> english = termTokenizer.words(Side.TRANSLATION, word);
    List<Token> norwegian = termTokenizer.words(Side.ORIGINAL, word);
    return norwegian.size() == 1
        && english.stream()
            .noneMatch(each -> lexicon().translations(Side.TRANSLATION, each.term()).isEmpty())
        && !content().headwords().isForm(norwegian.getFirst());
  }

  /**
   * Which translations belong to other headwords only that are stemmed alike, as "walk" for a form
   * of "gi" that is spelt as "gå" is stemmed; none for words that the dictionary lacks.
   */
  public Predicate<String> ofOtherWords(String norwegian) {
    List<Token> form = termTokenizer.words(Side.ORIGINAL, norwegian.toLowerCase(Locale.ROOT));
    if (form.size() != 1) {
      return translation -> false;
    }
    Headwords headwords = content().headwords();
    Set<List<String>> others = englishTerms(headwords.englishOfAll(form.getFirst()));
    if (!others.isEmpty()) {
      others.removeAll(englishTerms(headwords.english(form.getFirst())));
    }
    others.remove(List.of());
    return translation -> others.contains(englishTerms(translation));
  }

  private Set<List<String>> englishTerms(Collection<String> phrases) {
    return phrases.stream().map(this::englishTerms).collect(Collectors.toCollection(HashSet::new));
  }

  private List<String> englishTerms(String phrase) {
    return termTokenizer.words(Side.TRANSLATION, phrase).stream().map(Token::term).toList();
  }

  /** The pairs of single words. */
  Stream<DictionaryBuilder.Pair> pairs() {
    return content().pairs().stream();
  }

  /** Terms that are one word in the two written norms, in both directions. */
  WordMultimap norms() {
    return content().norms();
  }

  private static Stream<String> lines(String file) {
    return new String(bytes(file), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.startsWith("#"));
  }

  private static byte[] bytes(String file) {
    try (@Nullable InputStream in = Dictionary.class.getResourceAsStream("dictionary/" + file)) {
      if (in == null) {
        throw new IllegalStateException("missing in the program: dictionary/" + file);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("reading dictionary/" + file, e);
    }
  }
}
