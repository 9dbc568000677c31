package no.speil.lexicon;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import no.speil.corpus.Side;
import org.jspecify.annotations.Nullable;

/** Word translations in both directions. Immutable and thread-safe. */
public final class Lexicon {
  /** A lexicon without words. */
  public static final Lexicon EMPTY = of(Dictionary.EMPTY);

  /** Increased when the same sources give another lexicon, or one in another form. */
  public static final int VERSION = 10;

  /** The most pairs of texts that are read. */
  public static final int MOST_PAIRS = 50_000;

  private static final String GLOSSARY = "glossary";
  private static final String KEY = "key ";

  /** See {@link #rows}. */
  private final WordTable table;

  /** Looked up where this lexicon has nothing; null for the dictionary's own. */
  private final @Nullable Dictionary dictionary;

  private final NormVariants norms;
  private final List<GlossaryPhrase> phrases;

  /**
   * @param norms the terms that are a term in the other written norm
   * @param dictionary null for its own lexicon
   */
  Lexicon(WordTable table, Function<String, List<String>> norms, @Nullable Dictionary dictionary) {
    this.table = table;
    this.dictionary = dictionary;
    this.norms = new NormVariants(norms, key -> table.of(KEY + key));
    this.phrases = GlossaryPhrase.ofRow(table.of(GLOSSARY));
  }

  /**
   * The rows of a lexicon.
   *
   * @param norwegian the form and the translations of each term; also of some without translations
   */
  static Stream<List<String>> rows(
      Map<String, List<String>> norwegian,
      Map<String, List<String>> english,
      Collection<GlossaryPhrase> phrases) {
    List<String> glossary = phrases.stream().flatMap(GlossaryPhrase::toRow).toList();
    return Stream.of(
            WordTable.rows(kind(Side.ORIGINAL), norwegian),
            WordTable.rows(kind(Side.TRANSLATION), english),
            WordTable.rows(KEY, NormVariants.termsByKey(norwegian.keySet())),
            WordTable.rows("", Map.of(GLOSSARY, glossary)))
        .flatMap(Function.identity());
  }

  /** What the keys of the terms of a side begin with. */
  private static String kind(Side side) {
    return side == Side.ORIGINAL ? "no " : "en ";
  }

  /** A lexicon of what a dictionary knows; the dictionary is read when a word is looked up. */
  public static Lexicon of(Dictionary dictionary) {
    return new Lexicon(WordTable.of(Stream.of()), dictionary::norms, dictionary);
  }

  /** Trains a lexicon on an archive. The same sources always give the same lexicon. */
  public static Lexicon learn(TermTokenizer tokenizer, LexiconSources sources) {
    return learn(tokenizer, sources, TrainingOptions.BEST);
  }

  /** Trains with other options, for comparison. */
  public static Lexicon learn(
      TermTokenizer tokenizer, LexiconSources sources, TrainingOptions options) {
    return new LexiconTrainer(tokenizer, options).learn(sources);
  }

  /** The translations of a term of that side, most probable first. */
  public List<TermTranslation> translations(Side from, String term) {
    List<TermTranslation> own =
        TermTranslation.ofRow(table.of(kind(from) + term).stream().skip(1).toList());
    return own.isEmpty() && dictionary != null
        ? dictionary.lexicon().translations(from, term)
        : own;
  }

  /** Whether a word may be a form of one of the dictionary's Norwegian headwords. */
  public boolean isNorwegian(String word) {
    return dictionary != null && dictionary.isNorwegian(word);
  }

  /** Whether a word is one of those headwords as it stands. */
  public boolean isHeadword(String word) {
    return dictionary != null && !dictionary.english(word.toLowerCase(Locale.ROOT)).isEmpty();
  }

  /** A Norwegian term and its translations, most probable first; at least one. */
  public record Row(String term, String form, List<TermTranslation> translations) {}

  /** The Norwegian terms of the archive and the glossary that have translations, in some order. */
  public Stream<Row> learned() {
    String kind = kind(Side.ORIGINAL);
    return table
        .rows(kind)
        .map(
            row ->
                new Row(
                    row.get(0).substring(kind.length()),
                    row.get(1),
                    TermTranslation.ofRow(row.subList(2, row.size()))))
        .filter(row -> !row.translations().isEmpty());
  }

  /**
   * Forms of a Norwegian term in the other written norm, most probable first: those that occur in
   * the archive, then those of the dictionary. Known pairs are sure; those found only by spelling
   * are not.
   */
  public List<TermTranslation> variants(String term) {
    var variants = new LinkedHashMap<String, TermTranslation>();
    for (NormVariants.Match each : norms.of(term)) {
      List<String> row = table.of(kind(Side.ORIGINAL) + each.term());
      if (!row.isEmpty() && !each.term().equals(term)) {
        variants.put(
            each.term(),
            new TermTranslation(each.term(), row.getFirst(), each.weight(), each.isKnown()));
      }
    }
    if (dictionary != null) {
      dictionary.lexicon().variants(term).forEach(each -> variants.putIfAbsent(each.term(), each));
    }
    return List.copyOf(variants.values());
  }

  /** The glossary's phrases of several words, in its order. */
  public List<GlossaryPhrase> phrases() {
    return phrases;
  }

  /** The lexicon as bytes, for {@link #fromBytes}. */
  public byte[] toBytes() {
    return table.toBytes();
  }

  /**
   * Reads the bytes of {@link #toBytes}; throws {@link IllegalArgumentException} for others.
   *
   * @param dictionary the one that it was learned with
   */
  public static Lexicon fromBytes(byte[] bytes, Dictionary dictionary) {
    return new Lexicon(WordTable.fromBytes(bytes), dictionary::norms, dictionary);
  }
}
