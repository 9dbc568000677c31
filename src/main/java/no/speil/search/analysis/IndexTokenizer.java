package no.speil.search.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import no.speil.corpus.Side;
import no.speil.corpus.text.Normalization;
import no.speil.lexicon.TermTokenizer;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Tokenises texts into the terms of the stemmed fields, or of those of words as written. */
public final class IndexTokenizer implements TermTokenizer {
  private final Analyzer analysis;
  private final Function<FieldGroup, String> field;

  /** Leaves compounds whole, whatever has been learned of them. */
  public IndexTokenizer() {
    this(new FieldAnalyzer());
  }

  public IndexTokenizer(Analyzer analysis) {
    this(analysis, FieldGroup::stem);
  }

  private IndexTokenizer(Analyzer analysis, Function<FieldGroup, String> field) {
    this.analysis = analysis;
    this.field = field;
  }

  /** Gives all words as they are written but for case, also those that stemmed fields lack. */
  public static IndexTokenizer ofWrittenWords() {
    return new IndexTokenizer(new FieldAnalyzer(), FieldGroup::exact);
  }

  /**
   * Where a word stands in a text.
   *
   * @param position as in {@link no.speil.lexicon.TermTokenizer.Token}
   * @param start in characters
   * @param end exclusive
   */
  public record WordPlace(int position, int start, int end) {}

  /** A term of the index, and whether it is of a part of the word there. */
  public record PlacedTerm(String text, boolean isPart, WordPlace place) {}

  @Override
  public List<Token> cut(Side side, String text) {
    String composed = Normalization.compose(text);
    return read(side, composed).stream()
        .map(
            term ->
                new Token(
                    term.text(),
                    term.isPart() ? "" : form(composed, term.place()),
                    term.place().position()))
        .toList();
  }

  /**
   * The places of the words that {@link #cut} gives.
   *
   * @param composed a text in Unicode normal form C
   */
  public List<WordPlace> places(Side side, String composed) {
    return read(side, composed).stream()
        .filter(term -> !term.isPart())
        .map(PlacedTerm::place)
        .toList();
  }

  /**
   * The terms of a text, each with its place.
   *
   * @param composed in Unicode normal form C
   */
  public List<PlacedTerm> read(Side side, String composed) {
    return read(analysis, field.apply(FieldGroup.of(side)), composed);
  }

  static List<PlacedTerm> read(Analyzer analysis, String field, String composed) {
    var terms = new ArrayList<PlacedTerm>();
    try (TokenStream stream = analysis.tokenStream(field, composed)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      var increment = stream.addAttribute(PositionIncrementAttribute.class);
      var offsets = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      int position = -1;
      while (stream.incrementToken()) {
        position += increment.getPositionIncrement();
        boolean isPart = increment.getPositionIncrement() == 0;
        var place = new WordPlace(position, offsets.startOffset(), offsets.endOffset());
        terms.add(new PlacedTerm(term.toString(), isPart, place));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("reading a text in memory", e);
    }
    return terms;
  }

  private static String form(String text, WordPlace place) {
    String written = text.substring(place.start(), place.end());
    String lower = FieldAnalyzer.withPlainApostrophes(written.toLowerCase(Locale.ROOT));
    return lower.endsWith("'s") ? lower.substring(0, lower.length() - 2) : lower;
  }
}
