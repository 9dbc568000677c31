package no.speil.lexicon;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.speil.corpus.Side;
import no.speil.lexicon.TranslationTable.Target;
import org.jspecify.annotations.Nullable;

/**
 * Word translations in both directions. Immutable and thread-safe; takes about 40 bytes a word and
 * 8 a translation.
 */
public final class Lexicon {
  /** A lexicon without words. */
  public static final Lexicon EMPTY = of(Dictionary.EMPTY);

  /** Increased when the same sources give another lexicon. */
  public static final int VERSION = 9;

  /** The most pairs of texts that are read. */
  public static final int MOST_PAIRS = 50_000;

  private final Vocabulary norwegian;
  private final Vocabulary english;
  private final TranslationTable fromNorwegian;
  private final TranslationTable fromEnglish;

  /** Looked up where this lexicon has nothing; null for the dictionary's own. */
  private final @Nullable Dictionary dictionary;

  private final NormVariants norms;
  private final List<GlossaryPhrase> phrases;

  Lexicon(
      Vocabulary norwegian,
      Vocabulary english,
      TranslationTable fromNorwegian,
      TranslationTable fromEnglish,
      NormVariants norms,
      @Nullable Dictionary dictionary,
      List<GlossaryPhrase> phrases) {
    this.dictionary = dictionary;
    this.phrases = List.copyOf(phrases);
    this.norms = norms;
    this.norwegian = norwegian;
    this.english = english;
    this.fromNorwegian = fromNorwegian;
    this.fromEnglish = fromEnglish;
  }

  /** A lexicon of what a dictionary knows; the dictionary is read when a word is looked up. */
  public static Lexicon of(Dictionary dictionary) {
    Vocabulary norwegian = Vocabulary.of(Map.of());
    return new Lexicon(
        norwegian,
        Vocabulary.of(Map.of()),
        TranslationTable.of(List.of()),
        TranslationTable.of(List.of()),
        norwegian.norms(dictionary::norms),
        dictionary,
        List.of());
  }

  /** Trains a lexicon on an archive. The same sources always give the same lexicon. */
  public static Lexicon learn(TermTokenizer termTokenizer, LexiconSources sources) {
    return learn(termTokenizer, sources, TrainingOptions.BEST);
  }

  /** Trains with other options, for comparison. */
  public static Lexicon learn(
      TermTokenizer termTokenizer, LexiconSources sources, TrainingOptions trainingOptions) {
    return new LexiconTrainer(termTokenizer, trainingOptions).learn(sources);
  }

  /** The number of translations in both directions, the dictionary's included. */
  public int size() {
    return fromNorwegian.size()
        + fromEnglish.size()
        + (dictionary == null ? 0 : dictionary.lexicon().size());
  }

  /** The translations of a term of that side, most probable first. */
  public List<TermTranslation> translations(Side from, String term) {
    boolean there = from == Side.ORIGINAL;
    int number = (there ? norwegian : english).find(term);
    List<Target> own = number < 0 ? List.of() : (there ? fromNorwegian : fromEnglish).of(number);
    if (own.isEmpty()) {
      return dictionary == null ? List.of() : dictionary.lexicon().translations(from, term);
    }
    Vocabulary other = there ? english : norwegian;
    return own.stream()
        .map(each -> other.translation(each.number(), each.weight(), each.sure()))
        .toList();
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
  public record Row(String term, String form, List<TermTranslation> translations) {
    public Row {
      translations = List.copyOf(translations);
    }
  }

  /** The Norwegian terms of the archive and the glossary that have translations, in some order. */
  public Stream<Row> learned() {
    return IntStream.range(0, norwegian.size())
        .filter(number -> !fromNorwegian.of(number).isEmpty())
        .mapToObj(
            number -> {
              TermTranslation own = norwegian.translation(number, 1, true);
              return new Row(own.term(), own.form(), translations(Side.ORIGINAL, own.term()));
            });
  }

  /**
   * Forms of a Norwegian term in the other written norm, most probable first: those that occur in
   * the archive, then those of the dictionary. Known pairs are sure; those found only by spelling
   * are not.
   */
  public List<TermTranslation> variants(String term) {
    var variants = new LinkedHashMap<String, TermTranslation>();
    norms.of(term).stream()
        .map(each -> norwegian.translation(each.number(), each.weight(), each.isKnown()))
        .filter(each -> !each.term().equals(term))
        .forEach(each -> variants.put(each.term(), each));
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
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      write(out);
    } catch (IOException e) {
      throw new UncheckedIOException("writing in memory", e);
    }
    return bytes.toByteArray();
  }

  void write(DataOutputStream out) throws IOException {
    norwegian.write(out);
    english.write(out);
    fromNorwegian.write(out);
    fromEnglish.write(out);
    norms.write(out);
    GlossaryPhrase.write(phrases, out);
  }

  /**
   * Reads the bytes of {@link #toBytes}; throws for others.
   *
   * @param dictionary the one that it was learned with
   */
  public static Lexicon fromBytes(byte[] bytes, Dictionary dictionary) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return read(in, dictionary::norms, dictionary);
    } catch (IOException e) {
      throw new UncheckedIOException("not a lexicon", e);
    }
  }

  /**
   * @param dictionary null for its own lexicon
   */
  static Lexicon read(
      DataInputStream in, Supplier<WordMultimap> pairs, @Nullable Dictionary dictionary)
      throws IOException {
    return new Lexicon(
        Vocabulary.read(in),
        Vocabulary.read(in),
        TranslationTable.read(in),
        TranslationTable.read(in),
        NormVariants.read(in, pairs),
        dictionary,
        GlossaryPhrase.read(in));
  }
}
