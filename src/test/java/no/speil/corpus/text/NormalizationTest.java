package no.speil.corpus.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NormalizationTest {
  private static final String CHARACTERS =
      "ab å\u00E9e\u0301a\u030A \n\t\u00A0\u2009\u2014“…\uFEFF.\u1100\u1161";

  @Test
  void whiteSpaceIsFoldedAndAccentsAreComposed() {
    assertThat(Normalization.normalize(" Styret \n\t må\u00A0ga\u030A. "))
        .isEqualTo("Styret må gå.");
  }

  @Test
  void normalTextIsLeftAsItIs() {
    String text = "Styret må gå – «nå»…";

    assertThat(Normalization.normalize(text)).isEqualTo(text);
  }

  @Test
  void everyTextIsNormalizedByTheDefinition() {
    var random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder();
      for (int length = random.nextInt(8); length > 0; length--) {
        text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
      }
      String written = text.toString();

      assertThat(Normalization.normalize(written)).isEqualTo(byDefinition(written));
    }
  }

  @Test
  void whiteSpaceIsThatOfJavaAndOfUnicodeAndTheByteOrderMark() {
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      assertThat(Normalization.isSpace(c))
          .as("U+%04X", (int) c)
          .isEqualTo(Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF');
    }
  }

  private static String byDefinition(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .replaceAll("[\\s\\p{Z}\\uFEFF]+", " ")
        .strip();
  }
}
