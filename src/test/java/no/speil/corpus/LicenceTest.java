package no.speil.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicenceTest {
  private static final String CC = "https://creativecommons.org/";

  @ParameterizedTest
  @CsvSource({
    "CC-BY-4.0, CC BY 4.0, licenses/by/4.0/",
    "CC BY-SA 4.0, CC BY-SA 4.0, licenses/by-sa/4.0/",
    "cc by-nc-nd 3.0 no, CC BY-NC-ND 3.0 NO, licenses/by-nc-nd/3.0/no/",
    "CC-BY-NC-SA-2.0-FR, CC BY-NC-SA 2.0 FR, licenses/by-nc-sa/2.0/fr/",
    "CC0-1.0, CC0 1.0, publicdomain/zero/1.0/",
    "CC0 1.0, CC0 1.0, publicdomain/zero/1.0/",
    "CC-PDM-1.0, Public Domain Mark 1.0, publicdomain/mark/1.0/",
    "http://creativecommons.org/licenses/by/4.0, CC BY 4.0, licenses/by/4.0/",
    "https://creativecommons.org/licenses/by/4.0/deed.no, CC BY 4.0, licenses/by/4.0/",
    "https://creativecommons.org/licenses/by-sa/3.0/no/, CC BY-SA 3.0 NO, licenses/by-sa/3.0/no/",
    "https://www.creativecommons.org/publicdomain/zero/1.0/, CC0 1.0, publicdomain/zero/1.0/",
  })
  void creativeCommonsIsKnownByNameIdAndAddress(String rights, String words, String path) {
    assertThat(Licence.of(rights)).isEqualTo(new Licence(words, CC + path));
  }

  @ParameterizedTest
  @CsvSource({
    "http://rightsstatements.org/vocab/InC/1.0/, In Copyright",
    "https://rightsstatements.org/page/NoC-OKLR/1.0/?language=en, No Copyright - Other Known Legal Restrictions",
    "http://rightsstatements.org/vocab/Ny/1.0/, http://rightsstatements.org/vocab/Ny/1.0/",
  })
  void statementsOfRightsShowTheirTitles(String rights, String words) {
    assertThat(Licence.of(rights)).isEqualTo(new Licence(words, rights));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NLOD-2.0", "Apache-2.0", "GFDL-1.3-or-later", "OGL-UK-3.0", "ODbL-1.0"})
  void otherIdsOfSpdxLeadToTheirTexts(String id) {
    assertThat(Licence.of(id))
        .isEqualTo(new Licence(id, "https://spdx.org/licenses/" + id + ".html"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Alle rettigheter",
        "Apache License 2.0",
        "© 2015 Kari",
        "CC BY",
        "Åndsverk-1.0"
      })
  void otherWordsStayWhatTheyAre(String words) {
    assertThat(Licence.of(words)).isEqualTo(new Licence(words, ""));
    assertThat(Licence.of(words).addressOrWords()).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.org/vilkår", "http://example.org/a?b=c"})
  void anyAddressIsALink(String address) {
    assertThat(Licence.of(address)).isEqualTo(new Licence(address, address));
  }
}
