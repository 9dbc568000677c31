package no.speil.web.edit;

import static org.assertj.core.api.Assertions.assertThat;

import no.speil.status.grading.Change;
import no.speil.status.grading.ChangeClass;
import org.junit.jupiter.api.Test;

class InsertedWordsTest {
  @Test
  void newWordsAreMarkedAfterTheOldWhereverMarkupStandsBetweenThem() {
    assertThat(
            marked(
                "Styret har *12* svar[^1] om [saken](a.md) & mer.",
                "Styret har *14 gode* svar[^1] om [den nye saken](a.md) & ikke mer.",
                "<p>Styret har <em>14 gode</em> svar<sup><a href=\"#fn\">1</a></sup> om"
                    + " <a href=\"/d/a\">den nye saken</a> &amp; ikke mer.</p>"))
        .isEqualTo(
            "<p>Styret har <em><del>12</del> <ins>14 gode</ins></em> svar<sup><a href=\"#fn\">1</a></sup> om"
                + " <a href=\"/d/a\"><ins>den nye</ins> saken</a> &amp; <ins>ikke</ins> mer.</p>");
  }

  @Test
  void whatWasTakenOutAndWhatIsNotShownIsNotMarked() {
    String html = "<p>Styret må <a href=\"/d/b\">gå</a>.</p>";
    assertThat(marked("Styret må ikke [gå](a.md).", "Styret må [gå](b.md).", html)).isEqualTo(html);
    assertThat(InsertedWords.of(Change.fromUnknown()).mark(html)).isEqualTo(html);
    assertThat(InsertedWords.of(null).mark(html)).isEqualTo(html);
  }

  private static String marked(String older, String newer, String html) {
    var change = new Change(ChangeClass.FACTS, Change.diff(older, newer));
    return InsertedWords.of(change).mark(html);
  }
}
