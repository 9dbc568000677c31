package no.speil.search.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import no.speil.lexicon.Sources.Entry;
import no.speil.search.Expand;
import no.speil.search.Expand.Off;
import no.speil.search.Expansion;
import no.speil.search.SearchResult;
import no.speil.search.index.Shelf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compounds that are in no text, in searches. */
class PartingTest {
  @TempDir Path folder;
  private Shelf shelf;

  @BeforeEach
  void open() {
    shelf = new Shelf(folder);
    shelf.put(
        "a",
        "Tittel",
        "Noe|The meeting of all members of the party",
        "Noe|A right of all",
        "Styret skal bevare arkivet på et høyt nivå",
        "Bevaringen er på tre nivåer",
        "Sykehuset");
    shelf.know(
        List.of(
            new Entry("medlem", "member"),
            new Entry("parti", "party"),
            new Entry("kunder", "customers"),
            new Entry("skunder", "hurry"),
            new Entry("møte", "meeting"),
            new Entry("rett", "right")),
        List.of());
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  private SearchResult search(String query, Off... off) {
    return shelf.search(query, new Expand(true, Set.of(off)));
  }

  private List<String> full(String query, Off... off) {
    return Shelf.names(search(query, off), false);
  }

  private String parts(String query) {
    List<Expansion> expansions = search(query).expansions();
    return expansions.isEmpty() ? "" : expansions.getFirst().translations().getFirst().word();
  }

  @Test
  void aCompoundThatNoTextHasIsFoundByItsPartsInBothLanguages() {
    assertThat(full("medlemsmøte")).containsExactly("a:1");
    assertThat(full("Partimedlemsmøtet")).containsExactly("a:1");
    assertThat(full("bevaringsnivå")).containsExactly("a:4");
    assertThat(full("møtemedlem OR nivåbevaring")).containsExactlyInAnyOrder("a:1", "a:4");
    assertThat(Shelf.names(search("tre medlemsmøtenivåer"), true)).contains("a:4");
  }

  @Test
  void itsPartsAreShownAndCanBeSwitchedOff() {
    assertThat(search("Medlemsmøte").expansions().getFirst())
        .isEqualTo(
            new Expansion(
                "medlemsmøte", List.of(new Expansion.Translation("medlem møte", 1, true))));
    SearchResult off = search("medlemsmøte", new Off("medlemsmøte", "medlem møte"));
    assertThat(Shelf.names(off, false)).isEmpty();
    assertThat(off.expansions().getFirst().translations().getFirst().on()).isFalse();
    assertThat(off.expansions().stream().map(Expansion::word)).containsExactly("medlemsmøte");
  }

  @Test
  void theLetterThatJoinsBelongsToNoPart() {
    assertThat(parts("sykehuskunder")).isEqualTo("sykehus kunder");
    assertThat(parts("bevaringskunder")).isEqualTo("bevaring kunder");
  }

  @Test
  void whatATextHasOrIsNotMadeOfWordsIsNotTakenApart() {
    assertThat(parts("sykehuset")).isEmpty();
    assertThat(parts("nivåxyz")).isEmpty();
    assertThat(parts("tilnivå")).isEmpty(); // "til" is a stop word
    assertThat(parts("medlemsheten")).isEmpty(); // "heten" is an ending
    assertThat(parts("=medlemsmøte")).isEmpty();
    assertThat(full("medlemsmøte NOT party")).isEmpty();
  }
}
