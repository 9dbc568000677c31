package no.speil.search.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.speil.lexicon.GlossaryEntry;
import no.speil.search.WordMeaning;
import no.speil.search.index.TestIndex;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The words that a translator is shown: somebody vouches for each, and none is a name. */
class MeaningFinderTest {
  @TempDir Path folder;
  @AutoClose private TestIndex testIndex;

  @BeforeEach
  void fill() {
    testIndex = new TestIndex(folder);
    testIndex.put(
        "brev",
        "Brev|Letter",
        "Krangelen varte lenge|The kerfuffle was a long one",
        "En krangel i styret|A kerfuffle in the board",
        "Ny krangel om huset|A new kerfuffle about the house");
    testIndex.know(List.of(new GlossaryEntry("krangel", "quarrel")), List.of());
  }

  private Map<String, List<String>> words(String original) {
    return testIndex.index.search(searcher -> searcher.meanings(original, 30)).stream()
        .collect(Collectors.toMap(WordMeaning::word, WordMeaning::translations));
  }

  @Test
  void inflectedFormsHaveTheTranslationsOfTheirWordsAsTheyAreWritten() {
    Map<String, List<String>> words =
        words("utviklingen for generasjonene i internasjonale forhandlinger med millioner");
    assertThat(words.get("utviklingen")).startsWith("development");
    assertThat(words.get("generasjonene")).startsWith("generation");
    assertThat(words.get("internasjonale")).containsExactly("international");
    assertThat(words.get("forhandlinger")).startsWith("negotiations");
    assertThat(words.get("millioner")).containsExactly("million");
  }

  @Test
  void irregularFormsAndOtherVowelsAreFoundAndThoseSpeltAlikeOnlyWithoutDiacriticsAreNot() {
    Map<String, List<String>> words = words("de forsto at bøkene og filene var viktige");
    assertThat(words.get("forsto")).containsExactly("understand");
    assertThat(words.get("bøkene")).contains("book");
    assertThat(words.get("filene")).startsWith("file").doesNotContain("fillet");
    assertThat(words("en lars venn")).doesNotContainKey("lars");
  }

  @Test
  void anAdjectiveIsKnownInTheNeuter() {
    assertThat(words("et digitalt arkiv").get("digitalt")).startsWith("digital");
    assertThat(words("han har hatt").get("hatt")).isEqualTo(List.of("hat"));
  }

  @Test
  void aFormThatIsAlsoAnotherWordHasTheUsualSensesOfBoth() {
    assertThat(words("alle behandles likt").get("likt"))
        .contains("equally", "equal")
        .doesNotContain("corpse");
    assertThat(words("noe nytt kommer snart").get("nytt")).startsWith("new").contains("news");
    assertThat(words("noe nytt kommer snart").get("kommer")).startsWith("come");
    assertThat(words("dette fører til krig").get("fører")).contains("driver", "lead");
  }

  @Test
  void aCompoundIsKnownAsAWholeOrNotAtAll() {
    Map<String, List<String>> words = words("menneskerettighetene og krangelbevaringen");
    assertThat(words.get("menneskerettighetene")).startsWith("human right");
    assertThat(words).doesNotContainKeys("krangelbevaringen", "krangel", "bevaringen");
  }

  @Test
  void theWordsOfAnAddressAreNone() {
    assertThat(words("se https://arkiv.example/krangel-and-hus, www.bok.example/and og huset"))
        .containsKey("huset")
        .doesNotContainKeys("krangel", "and", "hus", "bok");
  }

  @Test
  void nynorskIsKnownToo() {
    assertThat(words("skilnaden i vekene").get("skilnaden")).startsWith("difference");
    assertThat(words("skilnaden i vekene").get("vekene")).startsWith("week");
  }

  @Test
  void namesAreNoWordsToLookUp() {
    assertThat(words("Styret i Rana svarte Amnesty og SAM-FS. Norge var med, og Kirke ikke."))
        .containsKey("styret")
        .doesNotContainKeys("rana", "amnesty", "sam", "fs", "norge", "kirke");
    assertThat(words("KIRKENS STYRE")).containsKeys("kirkens", "styre");
    assertThat(words("Kirken sa at kirken svarte")).containsKey("kirken");
  }

  @Test
  void whatTheArchiveUsesComesFirstAndWhatItHasSeenTooSeldomIsNotShown() {
    assertThat(words("krangelen om huset").get("krangelen")).startsWith("kerfuffle");
    assertThat(words("krangelen varte").getOrDefault("varte", List.of()))
        .doesNotContain("kerfuffle");
  }

  @Test
  void rareSensesAndTheSameWordAreNotShown() {
    assertThat(words("alle data og men")).doesNotContainKey("data");
    assertThat(words("fil").get("fil")).isNotEmpty();
  }
}
