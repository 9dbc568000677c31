package no.speil.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.speil.corpus.Side;
import no.speil.lexicon.CompoundSplitter;
import no.speil.lexicon.Dictionary;
import no.speil.lexicon.TermTokenizer.Token;
import no.speil.search.schema.CompletionField;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;

/** The terms of each field of a text. */
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
                  .forEach(word -> sink.accept(word, 50)),
          Dictionary.EMPTY);
  private final FieldAnalyzer analyzer = new FieldAnalyzer(compounds);

  private record Found(String term, int position, int start, int end) {}

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
  void everyFieldCountsTheWordsOfATextAlike() throws Exception {
    for (String text : TEXTS) {
      Map<Integer, Integer> starts = places(FieldGroup.ORIGINAL.exact(), text);
      for (FieldGroup each : FieldGroup.BOTH) {
        for (String field : List.of(each.stem(), each.standalone(), each.folded(), each.exact())) {
          assertThat(starts).as("%s of %s", field, text).containsAllEntriesOf(places(field, text));
        }
      }
    }
  }

  private Map<Integer, Integer> places(String field, String text) throws IOException {
    var starts = new HashMap<Integer, Integer>();
    for (Found each : read(analyzer, field, text)) {
      starts.put(each.position(), each.start());
    }
    return starts;
  }

  @Test
  void apostrophesOfAllKindsAreOne() throws Exception {
    assertThat(read(analyzer, FieldGroup.TRANSLATION.exact(), "O\u2019Brien O\u02bcBrien"))
        .extracting(Found::term)
        .containsExactly("o'brien", "o'brien", "(end)");
  }

  @Test
  void endingsAreTheFoldedWordsBackwards() throws Exception {
    assertThat(read(analyzer, FieldGroup.ORIGINAL.endings(), "Skolebøkene"))
        .extracting(Found::term)
        .containsExactly("enekobeloks", "(end)");
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
