package no.speil.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import no.speil.lexicon.GlossaryEntry;
import no.speil.search.index.TestIndex;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordSearchTest {
  @TempDir Path folder;
  @AutoClose private TestIndex testIndex;

  @BeforeEach
  void open() {
    testIndex = new TestIndex(folder);
  }

  @Test
  void inflectionsFindEachOther() {
    testIndex.put("a", "Tittel|Title", "Kvinnene skrev brevet.|The women wrote letters.");
    assertThat(testIndex.found("kvinner")).containsExactly("a:1");
    assertThat(testIndex.found("brev")).containsExactly("a:1");
    assertThat(testIndex.found("letter")).containsExactly("a:1");
    assertThat(testIndex.found("wrote")).containsExactly("a:1");
  }

  @Test
  void irregularFormsFindTheirWord() {
    testIndex.put("a", "Tittel|Title", "Mødrene skrev bøker.|The women wrote to the children.");
    for (String word :
        new String[] {"mor", "skriver", "bok", "boeker", "woman", "write", "child"}) {
      assertThat(testIndex.found(word)).as(word).containsExactly("a:1");
    }
    assertThat(testIndex.found("=woman")).isEmpty();
  }

  @Test
  void wordsThatTheRuleOfEndingsWouldTakeForOthersAreToldApart() {
    testIndex.put("a", "Tittel|Title", "De kom tidligere.|The news", "Lang tid|The new law");
    assertThat(testIndex.found("tidlig")).containsExactly("a:1");
    assertThat(testIndex.found("tid")).containsExactly("a:2");
    assertThat(testIndex.found("news")).containsExactly("a:1");
    assertThat(testIndex.found("new")).containsExactly("a:2");
    testIndex.put("b", "Tittel", "Årlige møter", "På en måte", "God mat");
    assertThat(testIndex.found("aarlig")).containsExactly("b:1");
    assertThat(testIndex.found("maate")).containsExactly("b:2");
    assertThat(testIndex.found("maten")).containsExactly("b:3");
    testIndex.put("c", "Tittel", "Løvens gap", "Lovens ord", "De lovet mye");
    assertThat(testIndex.found("løve")).containsExactly("c:1");
    assertThat(testIndex.found("lover")).containsExactly("c:2");
    testIndex.put("d", "Tittel", "Ja, men", "Hun mente det", "Betraktelig mer", "Høringen|Ads");
    testIndex.put("e", "Tittel", "Betrakt det", "De hørte|She added", "Gal og galt", "En galte");
    assertThat(testIndex.found("mener")).containsExactly("d:2");
    assertThat(testIndex.found("betraktelige")).containsExactly("d:3");
    assertThat(testIndex.found("høring")).containsExactly("d:4");
    assertThat(testIndex.found("ad")).containsExactly("d:4");
    assertThat(testIndex.found("gale")).containsExactly("e:3");
    testIndex.put("f", "Tittel", "Hun|The gas leaked", "Noe|Kim Ga Young sang");
    assertThat(testIndex.found("gases")).containsExactly("f:1");
  }

  @Test
  void wordsWithHyphensAndCommonWordsNearOthersAreFoundAsTheyAreTyped() {
    testIndex.put("a", "Tittel", "Send en e-post", "E og post", "Til alle på øya", "Øya til Pål");
    assertThat(testIndex.found("e-post")).startsWith("a:1");
    assertThat(testIndex.found("\"e-post\"")).containsExactly("a:1");
    assertThat(testIndex.found("på NEAR/2 øya")).containsExactly("a:3");
    assertThat(testIndex.found("til NEAR/1 øya")).containsExactly("a:4");
    assertThat(testIndex.found("pål")).containsExactly("a:4");
    testIndex.put("b", "Tittel", "Vi så flyet F16 i går", "Det var F16's vinger");
    assertThat(testIndex.found("F16")).containsExactlyInAnyOrder("b:1", "b:2");
    testIndex.put("c", "Tittel", "Han satt paa stolen");
    assertThat(testIndex.found("på NEAR/2 stolen")).containsExactly("c:1");
    assertThat(testIndex.found("PÅ NEAR/2 stolen")).containsExactly("c:1");
  }

  @Test
  void aSamiIsFoundAlthoughSameIsAFunctionWordOfNynorsk() {
    testIndex.put("a", "Tittel", "Samene har egne rettar|The Sami have rights", "Noe|The same");
    assertThat(testIndex.found("same")).contains("a:1");
  }

  @Test
  void aShortStemIsNoWordOfTwoLetters() {
    testIndex.put("a", "Tittel|Title", "Spør|Ask us", "Bruk|It was used", "EU|The EU's law");
    assertThat(testIndex.found("en:us")).containsExactly("a:1");
    assertThat(testIndex.found("en:using")).containsExactly("a:2");
    assertThat(testIndex.found("en:eu")).containsExactly("a:3");
  }

  @Test
  void lawsKeepTheirEnding() {
    testIndex.put("a", "Tittel", "Gjeldslovene er nye.", "Gjelden", "Havressurslova", "Havressurs");
    assertThat(testIndex.found("gjeldsloven")).containsExactly("a:1");
    assertThat(testIndex.found("gjeld")).doesNotContain("a:1").contains("a:2");
    assertThat(testIndex.found("havressurslovens")).containsExactly("a:3");
    assertThat(testIndex.found("havressurs")).contains("a:4");
  }

  @Test
  void strongVerbsOfBothNormsFindTheirWord() {
    testIndex.put("a", "Tittel", "Dei skreiv og slapp å vike.", "De skrek i tre uker.");
    for (String word : new String[] {"skrive", "slippe", "vek"}) {
      assertThat(testIndex.found(word)).as(word).containsExactly("a:1");
    }
    for (String word : new String[] {"skreik", "skrike", "uke", "ukene"}) {
      assertThat(testIndex.found(word)).as(word).containsExactly("a:2");
    }
  }

  @Test
  void nounsInVowelsAreFoundWithTheirArticle() {
    testIndex.put("a", "Tittel", "Risikoen for klimaet", "En aktør på øen");
    for (String word : new String[] {"risiko", "klima", "risikoens"}) {
      assertThat(testIndex.found(word)).as(word).containsExactly("a:1");
    }
    for (String word : new String[] {"aktoer", "øen", "oeen"}) {
      assertThat(testIndex.found(word)).as(word).containsExactly("a:2");
    }
  }

  @Test
  void wordsInAaAreFoundInEveryForm() {
    testIndex.put(
        "a",
        "Tittel",
        "Vilkårene på tre nivåer",
        "Vilkår på et nivå",
        "Det ble oppnådd, foreslått og inngått",
        "Vi inngikk, oppnår og foreslo",
        "Året som gikk",
        "De ga seg");
    for (String word : new String[] {"nivå", "nivået", "nivåene", "vilkåret", "vilkår"}) {
      assertThat(testIndex.found(word)).as(word).containsExactlyInAnyOrder("a:1", "a:2");
    }
    for (String word : new String[] {"oppnå", "foreslår", "inngå", "inngaatt"}) {
      assertThat(testIndex.found(word)).as(word).containsExactlyInAnyOrder("a:3", "a:4");
    }
    assertThat(testIndex.found("år")).containsExactly("a:5");
    assertThat(testIndex.found("gå")).containsExactly("a:5");
    assertThat(testIndex.found("gaa")).containsExactly("a:5");
    assertThat(testIndex.found("gi")).containsExactly("a:6");
  }

  @Test
  void nynorskFindsBokmaal() {
    testIndex.put("a", "Tittel|Title", "Kvinnene krevde rettigheter i organisasjonen.");
    assertThat(testIndex.found("kvinner rettigheiter")).isEmpty();
    assertThat(testIndex.found("kvinnene organisasjonane")).containsExactly("a:1");
  }

  @Test
  void genitiveIsFoundByTheNameAlone() {
    testIndex.put("a", "Tittel|Title", "Norges svar og Amnestys styre.|Norway’s answer.");
    assertThat(testIndex.found("Norge Amnesty")).containsExactly("a:1");
    assertThat(testIndex.found("Norway")).containsExactly("a:1");
  }

  @Test
  void lettersThatAKeyboardLacksMayBeTypedOtherwise() {
    testIndex.put("a", "Tittel|Title", "Så ærlig på Blåbærøya.");
    for (String typed :
        new String[] {"blåbærøya", "blabaroya", "blaabaeroeya", "BLÅBÆRØYA", "blåbæröya"}) {
      assertThat(testIndex.found(typed)).as(typed).containsExactly("a:1");
    }
  }

  @Test
  void decomposedTextAndQueriesAreTheSame() {
    String text = "Ærlig talt på Blåbærøya";
    testIndex.put("a", "Tittel", Normalizer.normalize(text, Normalizer.Form.NFD));
    assertThat(testIndex.found("=Blåbærøya")).containsExactly("a:1");
    assertThat(testIndex.found(Normalizer.normalize("\"på blåbærøya\"", Normalizer.Form.NFD)))
        .containsExactly("a:1");
  }

  @Test
  void stopWordsAloneAreFoundAsTheyStand() {
    testIndex.put("a", "Tittel", "Hva er det?|What is that?", "Noe annet|Something else");
    assertThat(testIndex.found("hva er det")).containsExactly("a:1");
    assertThat(testIndex.found("what is that")).containsExactly("a:1");
  }

  @Test
  void stopWordsBesideOthersAreNotWanted() {
    testIndex.put("a", "Tittel", "Norske kvinner|Norwegian women");
    assertThat(testIndex.found("kvinner i det norske")).containsExactly("a:1");
    assertThat(testIndex.found("kvinner +hvis")).isEmpty();
  }

  @Test
  void commonWordsThatAreLeftOutAreNamed() {
    testIndex.put("a", "Tittel", "Noe|We preserve", "Noe annet|Preserving it");
    assertThat(TestIndex.notices(testIndex.search("why do we preserve")))
        .containsExactly("common_words[why, do, we]");
    assertThat(testIndex.found("why do we preserve")).containsExactlyInAnyOrder("a:1", "a:2");
    assertThat(TestIndex.notices(testIndex.search("the"))).isEmpty();
  }

  @Test
  void negationsAndModalVerbsAreWanted() {
    testIndex.put("a", "Tittel", "Det skal ikke slettes|It must not be deleted", "Slettes|Deleted");
    for (String query : List.of("ikke slettes", "skal slettes", "not deleted", "must delete")) {
      assertThat(testIndex.found(query)).as(query).containsExactly("a:1");
    }
  }

  @Test
  void aNameIsFoundAsItStandsAndInTheGenitive() {
    testIndex.put(
        "a",
        "Tittel",
        "Jeg kjenner Lars godt",
        "Huset til Lars' far",
        "De lar oss lære",
        "Vi så Larsens hus",
        "Noe|We saw Lars’s house");
    assertThat(testIndex.found("Lars")).containsExactlyInAnyOrder("a:1", "a:2", "a:5");
    assertThat(testIndex.search("LARS KJENNER").total()).as("a headline").isEqualTo(1);
    assertThat(testIndex.search("Lære").total())
        .as("no name")
        .isEqualTo(testIndex.search("lære").total());
  }

  @Test
  void aNameAtTheTopOfAFileIsANameToo() {
    testIndex.put("a", "Tittel", "Brev fra Kari Nordmann", "Alle nordmenn"); // she is the author
    assertThat(testIndex.found("Nordmann")).containsExactlyInAnyOrder("a:0", "a:1");
  }

  @Test
  void aWordBesideAColonIsAWord() {
    testIndex.put("a", "Tittel", "Søk etter author:Melbye", "Klokka 12:30");
    assertThat(testIndex.found("Melbye")).containsExactly("a:1");
    assertThat(testIndex.found("=author")).containsExactly("a:1");
    assertThat(testIndex.found("\"12:30\"")).containsExactly("a:2");
  }

  @Test
  void aNameIsTranslatedByGuessesOnly() {
    testIndex.put("a", "Tittel", "Vi bor i Norge", "Noe|We live in Norway", "Norge er et land");
    testIndex.know(List.of(new GlossaryEntry("norge", "norway")), List.of());
    assertThat(testIndex.found("norge")).containsExactlyInAnyOrder("a:1", "a:2", "a:3");
    assertThat(testIndex.found("Norge")).containsExactlyInAnyOrder("a:1", "a:3");
    assertThat(testIndex.partlyFound("Norge")).containsExactly("a:2");
    testIndex.know(List.of(), List.of(new GlossaryEntry("Norge", "Norway")));
    assertThat(testIndex.found("Norge")).as("the glossary says so").contains("a:2");
  }

  @Test
  void oddQueriesGetAnAnswer() {
    testIndex.put("a", "Tittel", "Vi bor i Norge, ikke her|We live in Norway", "Å ja");
    assertThat(testIndex.found("i og the of"))
        .as("only common words, of which one is absent")
        .isEmpty();
    assertThat(testIndex.found("vi i we in")).as("of two languages").containsExactly("a:1");
    assertThat(testIndex.found("å")).as("one letter").containsExactly("a:2");
    assertThat(testIndex.found("x")).isEmpty();
    assertThat(testIndex.found("VI BOR I NORGE")).as("a headline").containsExactly("a:1");
    assertThat(testIndex.found("Nor\u00ADge")).as("a soft hyphen").containsExactly("a:1");
    assertThat(testIndex.found(Normalizer.normalize("Å ja", Normalizer.Form.NFD)))
        .containsExactly("a:2");
    assertThat(TestIndex.notices(testIndex.search("a".repeat(3_000)))).isNotEmpty();
    assertThat(testIndex.search("Norge " + "a".repeat(3_000)).didYouMean()).isNull();
  }

  @Test
  void wordsMayBeOnEitherSide() {
    testIndex.put("a", "Tittel|Title", "Klimaet endrer seg|The climate changes");
    assertThat(testIndex.found("klima changes")).containsExactly("a:1");
  }
}
