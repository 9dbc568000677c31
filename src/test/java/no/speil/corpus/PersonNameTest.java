package no.speil.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Bryn, Trine Lise | Bryn | Trine Lise",
        "Trine Lise Bryn | Bryn | Trine Lise",
        "Ranveig Isdal Hansen | Hansen | Ranveig Isdal",
        "Ludwig van Beethoven | van Beethoven | Ludwig",
        "Otto von der Recke | von der Recke | Otto",
        "Aasmund Olavsson Vinje | Vinje | Aasmund Olavsson",
        "Øygunn A\u030Alesund | Ålesund | Øygunn",
      })
  void personIsDividedBeforeTheFamilyName(String written, String family, String given) {
    assertThat(PersonName.of(written)).isEqualTo(new PersonName(family, given));
    assertThat(PersonName.isUncertain(written)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Kvinnegruppa",
        "Amnestys kvinnegruppe",
        "The Women’s Rights Group of Amnesty International Norway",
        "Justis-, politi- og beredskapsdepartementet",
        "Kvinnegruppa i Amnesty",
        "Folkeaksjonen 2015",
        "Attac AS",
      })
  void nameThatNoPersonHasStaysWhole(String written) {
    assertThat(PersonName.of(written)).isEqualTo(PersonName.whole(written));
    assertThat(PersonName.isUncertain(written)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Amnesty International Norge", "Norsk Folkehjelp", "Anne Marie Lie Hansen"})
  void doubtfulNameStaysWholeAndIsAskedAbout(String written) {
    assertThat(PersonName.of(written)).isEqualTo(PersonName.whole(written));
    assertThat(PersonName.isUncertain(written)).isTrue();
  }

  @Test
  void bothOrdersAreWritten() {
    PersonName name = PersonName.of("Bryn, Trine Lise");
    assertThat(name.inverted()).isEqualTo("Bryn, Trine Lise");
    assertThat(name.inOrder()).isEqualTo("Trine Lise Bryn");
    assertThat(PersonName.whole("Kvinnegruppa").inverted()).isEqualTo("Kvinnegruppa");
  }
}
