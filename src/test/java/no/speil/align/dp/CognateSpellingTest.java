package no.speil.align.dp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CognateSpellingTest {
  @ParameterizedTest
  @CsvSource({
    "kommunikasjon, communication, komunikasn",
    "nasjoner, nations, nasn",
    "filosofi, philosophy, filosofi",
    "teater, theatre, teat",
    "karakter, character, karakte",
    "stasjonsvakt, stationswater, stasnsva",
    "kvart, cvarts, kvart",
    "vann, water, va",
    "zoo, sø, so"
  })
  void cognatesBeginAlike(String norwegian, String english, String beginning) {
    assertThat(CognateSpelling.fold(norwegian)).startsWith(beginning);
    assertThat(CognateSpelling.fold(english)).startsWith(beginning);
  }

  @ParameterizedTest
  @CsvSource({
    "tthh, th",
    "tion, sn",
    "ationtionsjon, asnsnsn",
    "phph, f",
    "cch, k",
    "thion, tion",
    "åpent, apent"
  })
  void pairsOfLettersAreReplacedFromTheLeft(String word, String folded) {
    assertThat(CognateSpelling.fold(word)).isEqualTo(folded);
  }
}
