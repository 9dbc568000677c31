package no.speil.markdown.visible;

import static org.assertj.core.api.Assertions.assertThat;

import no.speil.markdown.visible.InlineElement.Kind;
import org.junit.jupiter.api.Test;

class InlineElementTest {
  @Test
  void eachElementKeepsItsOwnMarkdownAndTheWordsThatAreTranslated() {
    assertThat(
            InlineElement.of(
                "Se *[våre krav](/krav.html \"Krav\")*[^1] og [kart][k] med ![et kart](kart.png)."))
        .containsExactly(
            new InlineElement(
                Kind.ITALIC,
                "[våre krav](/krav.html \"Krav\")",
                "*",
                "[våre krav](/krav.html \"Krav\")",
                "*"),
            new InlineElement(Kind.LINK, "/krav.html", "[", "våre krav", "](/krav.html \"Krav\")"),
            new InlineElement(Kind.FOOTNOTE, "1", "[^1]", "", ""),
            new InlineElement(Kind.LINK, "k", "[", "kart", "][k]"),
            new InlineElement(Kind.PICTURE, "kart.png", "![", "et kart", "](kart.png)"));
  }

  @Test
  void shortcodesAndPicturesInHtmlAreTakenWhole() {
    String figure = "{{< figure src=\"a.png\" caption=\"Styret\" >}}";
    assertThat(InlineElement.of(figure))
        .containsExactly(new InlineElement(Kind.SHORTCODE, figure, figure, "", ""));
    assertThat(InlineElement.of("Her <img src=\"a.png\" alt=\"Styret\"> er det."))
        .containsExactly(
            new InlineElement(
                Kind.PICTURE,
                "<img src=\"a.png\" alt=\"Styret\">",
                "<img src=\"a.png\" alt=\"Styret\">",
                "",
                ""));
  }

  @Test
  void addressesInAngleBracketsAreLinksAndWhatIsWithinCodeIsNot() {
    assertThat(InlineElement.of("<https://a.example> `[x](y)` <b>fet</b>"))
        .containsExactly(
            new InlineElement(Kind.LINK, "https://a.example", "<https://a.example>", "", ""),
            new InlineElement(Kind.CODE, "[x](y)", "`[x](y)`", "", ""));
  }

  @Test
  void emphasisedWordsAreElementsWithTheirOwnMarks() {
    assertThat(InlineElement.of("Du **må** svare _nå_."))
        .containsExactly(
            new InlineElement(Kind.BOLD, "må", "**", "må", "**"),
            new InlineElement(Kind.ITALIC, "nå", "_", "nå", "_"));
  }
}
