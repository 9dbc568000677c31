package no.speil.lexicon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import no.speil.corpus.Side;
import no.speil.corpus.text.ResourceFile;
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
      Stream.of("a b c d e f g h i j k l m n o p q r s t u v y ae oe aa".split(" "))
          .map(letter -> letter + ".tsv")
          .toList();

  private static final String FOLDER = "dictionary/";
  private static final String FREQUENT = "frequent.txt";

  public static final String COMPILED = "dictionary.compiled";

  private final TermTokenizer tokenizer;
  private final Supplier<WordTable> source;
  private volatile @Nullable Content content;
  private final Map<Side, Map<String, List<GlossaryPhrase>>> byTerm =
      Collections.synchronizedMap(new EnumMap<>(Side.class));

  private Dictionary(TermTokenizer tokenizer, Supplier<WordTable> source) {
    this.tokenizer = tokenizer;
    this.source = source;
  }

  /** See {@link DictionaryBuilder#rows} and {@link Lexicon#rows}. */
  private record Content(WordTable table, Headwords headwords, Lexicon lexicon) {
    Content(WordTable table) {
      this(
          table,
          new Headwords(table),
          new Lexicon(table, term -> table.of(DictionaryBuilder.NORM + term), null));
    }
  }

  private static WordTable build(
      TermTokenizer tokenizer, List<DictionaryEntry> entries, Set<String> frequent) {
    var built = new DictionaryBuilder(tokenizer, entries, frequent);
    return WordTable.of(
        Stream.concat(
            built.rows(), new LexiconTrainer(tokenizer, TrainingOptions.BEST).learn(built.pairs)));
  }

  public static Dictionary of(TermTokenizer tokenizer, List<DictionaryEntry> entries) {
    return new Dictionary(tokenizer, () -> build(tokenizer, entries, Set.of()));
  }

  /**
   * The dictionary that comes with the program, read when it is first used: as it was compiled, or
   * from its files where they are others by now.
   */
  public static Dictionary builtIn(TermTokenizer tokenizer) {
    return new Dictionary(
        tokenizer,
        () ->
            WordTable.compiled(Dictionary.class, COMPILED, builtInHash())
                .orElseGet(() -> fromFiles(tokenizer)));
  }

  /** The same from its files, which takes some seconds of the processor. */
  public static Dictionary ofFiles(TermTokenizer tokenizer) {
    return new Dictionary(tokenizer, () -> fromFiles(tokenizer));
  }

  private static WordTable fromFiles(TermTokenizer tokenizer) {
    return build(tokenizer, builtInEntries(), frequent());
  }

  /** The bytes of the resource that {@link #builtIn} reads. */
  public byte[] compile() {
    return content().table().compile(builtInHash());
  }

  /** The entries of that dictionary, by first letter. */
  public static List<DictionaryEntry> builtInEntries() {
    return builtInLines().map(DictionaryEntry::parse).toList();
  }

  static Stream<String> builtInLines() {
    return FILES.parallelStream().flatMap(Dictionary::lines);
  }

  /** The Norwegian headwords of that dictionary that are frequent. */
  public static Set<String> frequent() {
    return lines(FREQUENT).collect(Collectors.toSet());
  }

  /** A checksum of the files of that dictionary. */
  public static String builtInHash() {
    var sum = new CRC32C();
    Stream.concat(FILES.stream(), Stream.of(FREQUENT))
        .forEach(file -> sum.update(ResourceFile.bytes(Dictionary.class, FOLDER + file)));
    return Long.toHexString(sum.getValue());
  }

  private Content content() {
    Content known = content;
    return known == null ? read() : known;
  }

  private synchronized Content read() {
    Content known = content;
    if (known == null) {
      known = new Content(source.get());
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
    return GlossaryPhrase.ofRow(content().table().of(DictionaryBuilder.PHRASES));
  }

  /** Those that have a term on that side, once for each time. */
  public List<GlossaryPhrase> phrases(Side side, String term) {
    return byTerm.computeIfAbsent(side, this::byTerm).getOrDefault(term, List.of());
  }

  private Map<String, List<GlossaryPhrase>> byTerm(Side side) {
    var found = new HashMap<String, List<GlossaryPhrase>>();
    for (GlossaryPhrase each : phrases()) {
      String text = side == Side.ORIGINAL ? each.norwegian() : each.english();
      for (Token word : tokenizer.words(side, text)) {
        found.computeIfAbsent(word.term(), any -> new ArrayList<>(1)).add(each);
      }
    }
    return found;
  }

  /**
   * The translations of a headword in lower case, the most usual first; empty where there is none.
   */
  public Set<String> english(String norwegian) {
    return content().headwords().english(norwegian);
  }

  /** See {@link Headwords#of}. */
  List<String> headwords(List<Token> cut) {
    return content().headwords().of(cut);
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

  /** Whether it knows a word with that stem, in either language. */
  boolean isKnown(String word) {
    return isNorwegian(word)
        || Stream.of(Side.values())
            .anyMatch(
                side ->
                    tokenizer.words(side, word).stream()
                        .anyMatch(each -> !lexicon().translations(side, each.term()).isEmpty()));
  }

  /** Whether it may be a form of one of its Norwegian headwords. */
  boolean isNorwegian(String word) {
    List<Token> form = tokenizer.words(Side.ORIGINAL, word.toLowerCase(Locale.ROOT));
    return form.size() == 1 && content().headwords().isForm(form.getFirst());
  }

  /**
   * Whether it is an English word, function words included, and no form of a Norwegian one, as
   * "street" is, though Norwegian texts may quote it.
   */
  public boolean isEnglish(String word) {
    List<Token> english = tokenizer.words(Side.TRANSLATION, word);
    List<Token> norwegian = tokenizer.words(Side.ORIGINAL, word);
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
    List<Token> form = tokenizer.words(Side.ORIGINAL, norwegian.toLowerCase(Locale.ROOT));
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
    return tokenizer.words(Side.TRANSLATION, phrase).stream().map(Token::term).toList();
  }

  /** The pairs of single words of which either is one of these terms. */
  Stream<DictionaryBuilder.Pair> pairs(Set<String> norwegian, Set<String> english) {
    return content()
        .table()
        .rows(DictionaryBuilder.PAIR)
        .map(row -> DictionaryBuilder.Pair.ofRow(row.subList(1, row.size())))
        .filter(
            pair ->
                norwegian.contains(pair.norwegian().term())
                    || english.contains(pair.english().term()));
  }

  /** The terms that are the same word in the other written norm. */
  List<String> norms(String term) {
    return content().table().of(DictionaryBuilder.NORM + term);
  }

  private static Stream<String> lines(String file) {
    return ResourceFile.lines(Dictionary.class, FOLDER + file);
  }
}
