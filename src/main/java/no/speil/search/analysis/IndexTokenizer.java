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

  interface TokenSink {
    void add(String term, boolean isPart, WordPlace place);
  }

  @Override
  public List<Token> cut(Side side, String text) {
    String composed = Normalization.compose(text);
    var tokens = new ArrayList<Token>();
    read(
        side,
        composed,
        (term, isPart, place) ->
            tokens.add(
                new Token(
                    term,
                    isPart ? "" : form(composed.substring(place.start(), place.end())),
                    place.position())));
    return tokens;
  }

  /**
   * The places of the words that {@link #cut} gives.
   *
   * @param composed a text in Unicode normal form C
   */
  public List<WordPlace> places(Side side, String composed) {
    var places = new ArrayList<WordPlace>();
    read(
        side,
        composed,
        (term, isPart, place) -> {
          if (!isPart) {
            places.add(place);
          }
        });
    return places;
  }

  private void read(Side side, String composed, TokenSink sink) {
    read(analysis, field.apply(FieldGroup.of(side)), composed, sink);
  }

  static void read(Analyzer analysis, String field, String composed, TokenSink sink) {
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
        sink.add(term.toString(), isPart, place);
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("reading a text in memory", e);
    }
  }

  private static String form(String written) {
    String lower = FieldAnalyzer.withPlainApostrophes(written.toLowerCase(Locale.ROOT));
    return lower.endsWith("'s") ? lower.substring(0, lower.length() - 2) : lower;
  }
}
