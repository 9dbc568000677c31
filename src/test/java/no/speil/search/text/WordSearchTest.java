package no.speil.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import no.speil.search.index.Shelf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordSearchTest {
  @TempDir Path folder;
  private Shelf shelf;

  @BeforeEach
  void open() {
    shelf = new Shelf(folder);
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  @Test
  void inflectionsFindEachOther() {
    shelf.put("a", "Tittel|Title", "Kvinnene skrev brevet.|The women wrote letters.");
    assertThat(shelf.found("kvinner")).containsExactly("a:1");
    assertThat(shelf.found("brev")).containsExactly("a:1");
    assertThat(shelf.found("letter")).containsExactly("a:1");
    assertThat(shelf.found("wrote")).containsExactly("a:1");
  }

  @Test
  void irregularFormsFindTheirWord() {
    shelf.put("a", "Tittel|Title", "Mødrene skrev bøker.|The women wrote to the children.");
    for (String word :
        new String[] {"mor", "skriver", "bok", "boeker", "woman", "write", "child"}) {
      assertThat(shelf.found(word)).as(word).containsExactly("a:1");
    }
    assertThat(shelf.found("=woman")).isEmpty();
  }

  @Test
  void strongVerbsOfBothNormsFindTheirWord() {
    shelf.put("a", "Tittel", "Dei skreiv og slapp å vike.", "De skrek i tre uker.");
    for (String word : new String[] {"skrive", "slippe", "vek"}) {
      assertThat(shelf.found(word)).as(word).containsExactly("a:1");
    }
    for (String word : new String[] {"skreik", "skrike", "uke", "ukene"}) {
      assertThat(shelf.found(word)).as(word).containsExactly("a:2");
    }
  }

  @Test
  void nounsInVowelsAreFoundWithTheirArticle() {
    shelf.put("a", "Tittel", "Risikoen for klimaet", "En aktør på øen");
    for (String word : new String[] {"risiko", "klima", "risikoens"}) {
      assertThat(shelf.found(word)).as(word).containsExactly("a:1");
    }
    for (String word : new String[] {"aktoer", "øen", "oeen"}) {
      assertThat(shelf.found(word)).as(word).containsExactly("a:2");
    }
  }

  @Test
  void wordsInAaAreFoundInEveryForm() {
    shelf.put(
        "a",
        "Tittel",
        "Vilkårene på tre nivåer",
        "Vilkår på et nivå",
        "Det ble oppnådd, foreslått og inngått",
        "Vi inngikk, oppnår og foreslo",
        "Året som gikk",
        "De ga seg");
    for (String word : new String[] {"nivå", "nivået", "nivåene", "vilkåret", "vilkår"}) {
      assertThat(shelf.found(word)).as(word).containsExactlyInAnyOrder("a:1", "a:2");
    }
    for (String word : new String[] {"oppnå", "foreslår", "inngå", "inngaatt"}) {
      assertThat(shelf.found(word)).as(word).containsExactlyInAnyOrder("a:3", "a:4");
    }
    assertThat(shelf.found("år")).containsExactly("a:5");
    assertThat(shelf.found("gå")).containsExactly("a:5");
    assertThat(shelf.found("gaa")).containsExactly("a:5");
    assertThat(shelf.found("gi")).containsExactly("a:6");
  }

  @Test
  void nynorskFindsBokmaal() {
    shelf.put("a", "Tittel|Title", "Kvinnene krevde rettigheter i organisasjonen.");
    assertThat(shelf.found("kvinner rettigheiter")).isEmpty();
    assertThat(shelf.found("kvinnene organisasjonane")).containsExactly("a:1");
  }

  @Test
  void genitiveIsFoundByTheNameAlone() {
    shelf.put("a", "Tittel|Title", "Norges svar og Amnestys styre.|Norway’s answer.");
    assertThat(shelf.found("Norge Amnesty")).containsExactly("a:1");
    assertThat(shelf.found("Norway")).containsExactly("a:1");
  }

  @Test
  void lettersThatAKeyboardLacksMayBeTypedOtherwise() {
    shelf.put("a", "Tittel|Title", "Så ærlig på Blåbærøya.");
    for (String typed :
        new String[] {"blåbærøya", "blabaroya", "blaabaeroeya", "BLÅBÆRØYA", "blåbæröya"}) {
      assertThat(shelf.found(typed)).as(typed).containsExactly("a:1");
    }
  }

  @Test
  void decomposedTextAndQueriesAreTheSame() {
    String text = "Ærlig talt på Blåbærøya";
    shelf.put("a", "Tittel", Normalizer.normalize(text, Normalizer.Form.NFD));
    assertThat(shelf.found("=Blåbærøya")).containsExactly("a:1");
    assertThat(shelf.found(Normalizer.normalize("\"på blåbærøya\"", Normalizer.Form.NFD)))
        .containsExactly("a:1");
  }

  @Test
  void stopWordsAloneAreFoundAsTheyStand() {
    shelf.put("a", "Tittel", "Hva er det?|What is that?", "Noe annet|Something else");
    assertThat(shelf.found("hva er det")).containsExactly("a:1");
    assertThat(shelf.found("what is that")).containsExactly("a:1");
  }

  @Test
  void stopWordsBesideOthersAreNotWanted() {
    shelf.put("a", "Tittel", "Norske kvinner|Norwegian women");
    assertThat(shelf.found("kvinner i det norske")).containsExactly("a:1");
    assertThat(shelf.found("kvinner +hvis")).isEmpty();
  }

  @Test
  void wordsMayBeOnEitherSide() {
    shelf.put("a", "Tittel|Title", "Klimaet endrer seg|The climate changes");
    assertThat(shelf.found("klima changes")).containsExactly("a:1");
  }
}
