package no.speil.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import no.speil.corpus.text.ResourceFile;
import org.junit.jupiter.api.Test;

class ColorTest {
  private static final Color WHITE = new Color(255, 255, 255);

  /** The first is the most there is; the greys are the known border of what can be read. */
  @Test
  void contrastIsThatOfTheGuidelines() {
    assertThat(new Color(0, 0, 0).contrast(WHITE)).isCloseTo(21, within(.001));
    assertThat(Color.parse("#767676").orElseThrow().contrast(WHITE)).isCloseTo(4.54, within(.005));
    assertThat(WHITE.contrast(Color.parse("777777").orElseThrow())).isCloseTo(4.48, within(.005));
  }

  @Test
  void everyColourCanBeReadInTheDarkThemeAndThoseThatCanBeforeStayAsTheyAre() {
    var random = new Random(7);
    for (int i = 0; i < 1000; i++) {
      var color = new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256));
      Color inDarkTheme = color.inDarkTheme();
      assertThat(inDarkTheme.contrast(Color.DARK_GROUND)).isGreaterThanOrEqualTo(Color.READABLE);
      assertThat(inDarkTheme.equals(color))
          .isEqualTo(color.contrast(Color.DARK_GROUND) >= Color.READABLE);
    }
  }

  @Test
  void pagesHaveTheGroundsThatItReckonsWith() {
    String page =
        new String(
            ResourceFile.bytes(Color.class, "/no/speil/web/page/page.css"),
            java.nio.charset.StandardCharsets.UTF_8);
    assertThat(page).contains("--soft: " + Color.LIGHT_GROUND, "--soft: " + Color.DARK_GROUND);
  }
}
