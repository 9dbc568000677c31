package no.speil.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LayouterTest {

  @Test
  void firstLayoutPairsWhatSaysTheSame() {
    var desk = new Desk();
    desk.revise(
        new String[] {
          "# Hva vi vil", "Styret i Amnesty Norge må gå.", "Møtet var 24. august 2015."
        },
        new String[] {
          "# What we want",
          "The board of Amnesty Norway must go.",
          "The meeting was on 24 August 2015."
        });

    assertThat(desk.pairs())
        .containsExactly(
            "Tittel = Title",
            "# Hva vi vil = # What we want",
            "Styret i Amnesty Norge må gå. = The board of Amnesty Norway must go.",
            "Møtet var 24. august 2015. = The meeting was on 24 August 2015.");
  }

  @Test
  void nothingChangedIsNothingToWrite() {
    var desk = new Desk();
    String[] no = {"En.", "To.", "***", "Tre.", "***"};
    String[] en = {"One.", "Two.", "***", "Three.", "***"};
    desk.revise(no, en);
    Revision again = desk.revise(no, en);

    assertThat(again.changed()).isEmpty();
    assertThat(again.gone()).isEmpty();
  }
}
