package no.speil.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import no.speil.corpus.Side;
import no.speil.lexicon.CompoundSplitter;
import no.speil.lexicon.TermTokenizer.Token;
import no.speil.search.schema.CompletionField;
import no.speil.search.schema.FieldGroup;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.LimitTokenCountFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;

/** The words of a text are split once for all fields; the terms are those of Lucene's own chain. */
final class FieldAnalyzerTest {
  private static final List<String> TEXTS =
      List.of(
          "",
          "og i det",
          "Kvinnegruppas Ærlige skolebøker, «Blåbærsyltetøyet» i Tromsø blei ikkje lesne av Noregs"
              + " elevar; the Women\u2019s Rights Group\u02bcs resignation letters were quoted"
              + " naïvely in 2015 og 24.08.2015, AA-møtene, klimaet, inngikk, e-post, O'Brien's.",
          "SKOLEBØKENE om skolebøkene: den eneste er den som står til sist og",
          "x".repeat(700) + " 東京 e\u0301 \uD83D\uDE00 ord");

  private final CompoundSplitter compounds =
      CompoundSplitter.learn(
          sink ->
              Stream.of("skole", "bøker", "bøkene", "blåbær", "syltetøy", "syltetøyet", "kvinne")
                  .forEach(word -> sink.accept(word, 50)));
  private final FieldAnalyzer analyzer = new FieldAnalyzer(compounds);
  private final Chain chain = new Chain();

  private record Found(String term, int position, int start, int end) {}

  /** The filters of a field behind a tokenizer of its own. */
  private final class Chain extends Analyzer {
    Chain() {
      super(PER_FIELD_REUSE_STRATEGY);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      var words = new StandardTokenizer();
      TokenStream all =
          CompletionField.isFirst(field) ? new LimitTokenCountFilter(words, 1, true) : words;
      return new TokenStreamComponents(words, analyzer.terms(field, all));
    }

    @Override
    protected Reader initReader(String field, Reader reader) {
      var text = new StringWriter();
      try {
        reader.transferTo(text);
        return new StringReader(text.toString().replace('\u2019', '\'').replace('\u02bc', '\''));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static List<String> fields() {
    var fields = new ArrayList<>(List.of(IndexSchema.AUTHOR, IndexSchema.SUBJECT));
    for (FieldGroup each : FieldGroup.BOTH) {
      fields.addAll(
          List.of(
              each.stem(),
              each.standalone(),
              each.words(),
              each.folded(),
              each.exact(),
              each.title(),
              CompletionField.TITLE.first(each),
              CompletionField.HEADING.any(each)));
    }
    return fields;
  }

  private static List<Found> read(Analyzer analyzer, String field, String text) throws IOException {
    var found = new ArrayList<Found>();
    try (TokenStream stream = analyzer.tokenStream(field, text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      var offset = stream.addAttribute(OffsetAttribute.class);
      var increment = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      int position = -1;
      while (stream.incrementToken()) {
        position += increment.getPositionIncrement();
        found.add(new Found(term.toString(), position, offset.startOffset(), offset.endOffset()));
      }
      stream.end();
      position += increment.getPositionIncrement();
      found.add(new Found("(end)", position, offset.startOffset(), offset.endOffset()));
    }
    return found;
  }

  @Test
  void everyFieldHasTheTermsPlacesAndOffsetsOfItsChain() throws Exception {
    for (String text : TEXTS) {
      for (String field : fields()) {
        assertThat(read(analyzer, field, text))
            .as("%s of %s", field, text)
            .isEqualTo(read(chain, field, text));
      }
    }
  }

  @Test
  void fieldsInAnyOrderOfTextsThatComeAgainHaveTheSameTerms() throws Exception {
    var random = new Random(18);
    for (int i = 0; i < 300; i++) {
      String text = TEXTS.get(random.nextInt(TEXTS.size()));
      String field = fields().get(random.nextInt(fields().size()));
      assertThat(read(analyzer, field, text)).isEqualTo(read(chain, field, text));
    }
  }

  @Test
  void twoTextsThatAreReadAtTheSameTimeDoNotMix() throws Exception {
    String field = FieldGroup.ORIGINAL.exact();
    try (TokenStream outer = analyzer.tokenStream(field, "en to tre")) {
      var term = outer.addAttribute(CharTermAttribute.class);
      outer.reset();
      var words = new ArrayList<String>();
      while (outer.incrementToken()) {
        words.add(term.toString());
        read(analyzer, FieldGroup.TRANSLATION.exact(), "four five");
      }
      outer.end();
      assertThat(words).containsExactly("en", "to", "tre");
    }
  }

  @Test
  void wordsAreForgottenNotMixedUpWhenThereAreVeryMany() throws Exception {
    for (int i = 0; i < 25_000; i++) {
      String word = "ord" + i + "ene";
      assertThat(read(analyzer, FieldGroup.ORIGINAL.exact(), word).getFirst().term())
          .isEqualTo(word);
    }
    assertThat(new IndexTokenizer(analyzer).cut(Side.ORIGINAL, "skolebøkene"))
        .extracting(token -> token.term())
        .contains("skol");
  }

  @Test
  void wordsToBeCompletedHaveTheirShortBeginningsAsTerms() throws Exception {
    assertThat(read(analyzer, CompletionField.TITLE.any(FieldGroup.ORIGINAL), "På lovsamlinga"))
        .extracting(Found::term)
        .containsExactly("p", "pa", "l", "lo", "lov", "lovsamlinga", "(end)");
    assertThat(read(analyzer, CompletionField.TITLE.first(FieldGroup.ORIGINAL), "Lov om språk"))
        .extracting(Found::term)
        .containsExactly("l", "lo", "lov", "(end)");
  }

  @Test
  void theTermsAloneAreThoseOfTheTokens() {
    var tokenizer = new IndexTokenizer();
    String text = "Kvinnegruppas to\u0308rste møte, og møtene etter det: e\u0301n skolebok.";
    assertThat(tokenizer.terms(Side.ORIGINAL, text))
        .isNotEmpty()
        .isEqualTo(tokenizer.cut(Side.ORIGINAL, text).stream().map(Token::term).toList());
  }

  @Test
  void genitivesHaveOneFormWhateverTheApostrophe() {
    for (String apostrophe : List.of("'", "\u2019", "\u02bc")) {
      assertThat(new IndexTokenizer().cut(Side.TRANSLATION, "Women" + apostrophe + "s rights"))
          .extracting(token -> token.form())
          .containsExactly("women", "rights");
    }
  }
}
