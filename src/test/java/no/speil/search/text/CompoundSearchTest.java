package no.speil.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.speil.lexicon.Compounds;
import no.speil.search.Footprint;
import no.speil.search.Hit;
import no.speil.search.IndexedDocument;
import no.speil.search.SearchRequest;
import no.speil.search.index.SectionIndex;
import no.speil.search.index.Shelf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompoundSearchTest {
  private static final Map<String, Long> COUNTS =
      Map.of("folk", 9L, "avstemning", 5L, "avstemningen", 5L, "skole", 7L, "bøker", 6L);
  private static final Compounds COMPOUNDS = Compounds.learn(sink -> COUNTS.forEach(sink::accept));

  @TempDir Path folder;
  private SectionIndex index;

  @BeforeEach
  void fill() {
    index = new Shelf(folder, COMPOUNDS).index;
    IndexedDocument head = Shelf.head("a");
    index.put(
        head,
        Shelf.sections(
            head,
            "Tittel",
            "Folkeavstemningen ble avlyst i går",
            "Skolebøkene er nye",
            "Vi har skolebøker om folk",
            "|Folk music"),
        Footprint.NONE);
    index.refresh();
  }

  @AfterEach
  void close() {
    index.close();
  }

  private List<String> found(String query) {
    return Shelf.names(index.search(SearchRequest.of(query)), false);
  }

  @Test
  void partFindsTheCompound() {
    assertThat(found("avstemning")).containsExactly("a:1");
    assertThat(found("skoler")).containsExactly("a:3");
    assertThat(found("folk")).containsExactlyInAnyOrder("a:1", "a:3", "a:4");
  }

  @Test
  void compoundDoesNotFindItsParts() {
    assertThat(found("folkeavstemning")).containsExactly("a:1");
    assertThat(found("skolebøker")).containsExactlyInAnyOrder("a:2", "a:3");
  }

  @Test
  void wholeCompoundIsMarked() {
    Hit hit = index.search(SearchRequest.of("avstemning")).hits().getFirst();
    assertThat(Shelf.snippet(hit.pair().original()))
        .isEqualTo("<mark>Folkeavstemningen</mark> ble avlyst i går");
  }

  @Test
  void exactWordsAreNoParts() {
    assertThat(found("=folk")).containsExactlyInAnyOrder("a:3", "a:4");
    assertThat(found("\"folk\"")).containsExactlyInAnyOrder("a:3", "a:4");
    assertThat(found("no:folk -no:=folk")).containsExactly("a:1");
  }

  @Test
  void distancesCountACompoundAsOneWord() {
    assertThat(found("avstemning NEAR/2 avlyst")).containsExactly("a:1");
    assertThat(found("avstemning NEAR/1 avlyst")).isEmpty();
    assertThat(found("avstemning NEAR/3 gikk")).isEmpty();
    assertThat(found("skole NEAR/1 bøker")).isEmpty();
  }

  @Test
  void partsAreKnownAgainAfterARestart() {
    index.commit(true);
    index.close();
    index = SectionIndex.open(folder);
    assertThat(index.wasEmptied()).isFalse();
    assertThat(found("avstemning")).containsExactly("a:1");
  }
}
