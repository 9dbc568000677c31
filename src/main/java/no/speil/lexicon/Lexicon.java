package no.speil.lexicon;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import no.speil.corpus.Side;

/**
 * What words mean in the other language, both ways. Immutable and thread-safe; takes about 40 bytes
 * a word and 8 a translation.
 */
public final class Lexicon {
  /** Knows nothing. */
  public static final Lexicon EMPTY =
      new Lexicon(
          Vocabulary.of(Side.ORIGINAL, Map.of()),
          Vocabulary.of(Side.TRANSLATION, Map.of()),
          TranslationTable.of(List.of()),
          TranslationTable.of(List.of()),
          new NormPairs(),
          List.of());

  /** Raised when the same sources give another lexicon. */
  public static final int VERSION = 2;

  /** More pairs are not read. */
  public static final int MOST_PAIRS = 50_000;

  private static final int MOST_KIN = 4;
  private static final double KIN = .8;
  private static final double SURELY_ALIKE = .8;

  private final Vocabulary norwegian;
  private final Vocabulary english;
  private final TranslationTable fromNorwegian;
  private final TranslationTable fromEnglish;

  private final NormPairs pairs;
  private final NormVariants norms;
  private final List<GlossaryPhrase> phrases;

  Lexicon(
      Vocabulary norwegian,
      Vocabulary english,
      TranslationTable fromNorwegian,
      TranslationTable fromEnglish,
      NormPairs pairs,
      List<GlossaryPhrase> phrases) {
    this.pairs = pairs;
    this.phrases = List.copyOf(phrases);
    this.norms = norwegian.norms(pairs);
    this.norwegian = norwegian;
    this.english = english;
    this.fromNorwegian = fromNorwegian;
    this.fromEnglish = fromEnglish;
  }

  /** Learns from an archive; the same sources always give the same lexicon. */
  public static Lexicon learn(TermTokenizer termTokenizer, LexiconSources sources) {
    return learn(termTokenizer, sources, TrainingOptions.BEST);
  }

  /** The same by another method, to compare. */
  public static Lexicon learn(
      TermTokenizer termTokenizer, LexiconSources sources, TrainingOptions trainingOptions) {
    return new LexiconTrainer(termTokenizer, trainingOptions).learn(sources);
  }

  /** How many translations are held, of both directions. */
  public int size() {
    return fromNorwegian.size() + fromEnglish.size();
  }

  /** What a word of that side, as the index has it, is called on the other; likeliest first. */
  public List<TermTranslation> translations(Side from, String term) {
    boolean there = from == Side.ORIGINAL;
    int number = (there ? norwegian : english).find(term);
    if (number < 0) {
      return List.of();
    }
    Vocabulary other = there ? english : norwegian;
    return (there ? fromNorwegian : fromEnglish)
        .of(number).stream()
            .map(each -> other.translation(each.number(), each.weight(), each.sure()))
            .toList();
  }

  /**
   * What a Norwegian word, as the index has it, may be called in the other written norm, as far as
   * the archive has it; likeliest first. Sure is what is known, not what is only spelt so.
   */
  public List<TermTranslation> variants(String term) {
    return norms.of(term).stream()
        .map(each -> norwegian.translation(each.number(), each.weight(), each.isKnown()))
        .filter(each -> !each.term().equals(term))
        .toList();
  }

  /** What the glossary has of several words, in its order. */
  public List<GlossaryPhrase> phrases() {
    return phrases;
  }

  /**
   * Words of the other side that are spelt as that word might be there, likeliest first; a guess
   * for words that have no translation.
   *
   * @param word in lower case
   */
  public List<TermTranslation> kin(Side from, String word) {
    Vocabulary other = from == Side.ORIGINAL ? english : norwegian;
    return other.kin().of(SpellingKey.key(from, word), MOST_KIN).stream()
        .map(
            each ->
                other.translation(
                    each.number(), KIN * each.part() * each.part(), each.part() >= SURELY_ALIKE))
        .toList();
  }

  /** Holds all that was learned; {@link #fromBytes} reads it back. */
  public byte[] toBytes() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      norwegian.write(out);
      english.write(out);
      fromNorwegian.write(out);
      fromEnglish.write(out);
      pairs.write(out);
      GlossaryPhrase.write(phrases, out);
    } catch (IOException e) {
      throw new UncheckedIOException("writing in memory", e);
    }
    return bytes.toByteArray();
  }

  /** What {@link #toBytes} wrote; a failure where the bytes are others. */
  public static Lexicon fromBytes(byte[] bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return new Lexicon(
          Vocabulary.read(Side.ORIGINAL, in),
          Vocabulary.read(Side.TRANSLATION, in),
          TranslationTable.read(in),
          TranslationTable.read(in),
          NormPairs.read(in),
          GlossaryPhrase.read(in));
    } catch (IOException e) {
      throw new UncheckedIOException("not a lexicon", e);
    }
  }
}
