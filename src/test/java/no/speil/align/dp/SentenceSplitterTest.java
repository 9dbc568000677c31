package no.speil.align.dp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.speil.corpus.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSplitterTest {

  @Test
  void sentencesEndAtPunctuation() {
    assertThat(cut(Side.ORIGINAL, "Hun kom i går. Hvorfor det?  «Fordi!» Ja."))
        .containsExactly("Hun kom i går.", "Hvorfor det?", "«Fordi!»", "Ja.");
  }

  @Test
  void lineEndEndsSentence() {
    String text = "Krav til styret\nVi møtes kl. 12.\n\nog går";
    assertThat(cut(Side.ORIGINAL, text))
        .containsExactly("Krav til styret", "Vi møtes kl. 12.", "og går");
  }

  @Test
  void emptyTextHasNoSentences() {
    assertThat(cut(Side.ORIGINAL, " \n ")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mange land, f.eks. Norge, har underskrevet.",
        "Det gjelder bl.a. Amnesty og Kvinnefronten.",
        "Se St.meld. nr. 15 om saken.",
        "Dette følger av § 3 nr. 2 Andre ledd gjelder ikke.",
        "Vi møtes kl. 12 i Oslo.",
        "Møtet ble holdt 24. august 2015.",
        "Forslaget er fra J. P. Hansen selv.",
        "Jf. Ot.prp. nr. 3 og kap. VI i loven."
      })
  void norwegianAbbreviationsEndNoSentence(String sentence) {
    assertThat(cut(Side.ORIGINAL, sentence)).containsExactly(sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We met Mr. Hansen and Mrs. Olsen there.",
        "Some countries, e.g. Norway, have signed.",
        "See Report No. 15 to the Storting.",
        "It was drafted by J. P. Hansen himself."
      })
  void englishAbbreviationsEndNoSentence(String sentence) {
    assertThat(cut(Side.TRANSLATION, sentence)).containsExactly(sentence);
  }

  @Test
  void closingAbbreviationsEndSentencesBeforeCapitals() {
    assertThat(cut(Side.ORIGINAL, "Vi så bøker, aviser m.m. Etterpå gikk vi."))
        .containsExactly("Vi så bøker, aviser m.m.", "Etterpå gikk vi.");
  }

  @Test
  void quotationMarksAndBracketsDoNotHideAbbreviations() {
    assertThat(cut(Side.TRANSLATION, "It is by (among others, Mr.) \"Hansen\" himself."))
        .hasSize(1);
    assertThat(cut(Side.ORIGINAL, "Vi leste om «aviser m.m.» (Etterpå gikk vi.)"))
        .containsExactly("Vi leste om «aviser m.m.»", "(Etterpå gikk vi.)");
    assertThat(cut(Side.ORIGINAL, "Vi leste om «aviser m.m.» «og så gikk vi».")).hasSize(1);
  }

  @Test
  void anyWhiteSpaceMayFollowAnAbbreviation() {
    assertThat(cut(Side.TRANSLATION, "We met Mr.\u2003Hansen and Mrs.\u2028Olsen.")).hasSize(1);
  }

  @Test
  void yearsEndSentences() {
    assertThat(cut(Side.ORIGINAL, "Det var i 2015. Siden er det stille."))
        .containsExactly("Det var i 2015.", "Siden er det stille.");
  }

  private static List<String> cut(Side side, String text) {
    return new SentenceSplitter(side)
        .of(text).stream().map(each -> text.substring(each.from(), each.to())).toList();
  }
}
