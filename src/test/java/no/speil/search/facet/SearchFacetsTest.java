package no.speil.search.facet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.speil.corpus.Freshness;
import no.speil.corpus.State;
import no.speil.search.ExpansionOptions;
import no.speil.search.FacetCount;
import no.speil.search.IndexedDocument;
import no.speil.search.IndexedSection;
import no.speil.search.IndexedStatus;
import no.speil.search.SearchRequest;
import no.speil.search.SearchRequest.Facets;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchRequest.Sort;
import no.speil.search.SearchResult;
import no.speil.search.index.TestIndex;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchFacetsTest {
  @TempDir Path folder;
  @AutoClose private TestIndex testIndex;

  @BeforeEach
  void fill() {
    testIndex = new TestIndex(folder);
    testIndex.put(
        TestIndex.head("a", "2015", "letter", "Kari"), "Tittel", "Klima her", "Klima der");
    testIndex.put(
        TestIndex.head("b", "2014", "statement", "Kari", "Ola"), "Tittel", "Klima", "Klima");
    testIndex.put(TestIndex.head("c", "2014", "letter", "Ola"), "Tittel", "Klima", "Frihet");
    IndexedDocument head = TestIndex.head("a", "2015", "letter", "Kari");
    testIndex.index.patch(
        head, List.of(TestIndex.section(head, 2, "Klima der", State.REVIEWED, Freshness.STALE)));
    testIndex.index.refresh();
  }

  @Test
  void sectionsAreCountedWhereSectionsAreFound() {
    Map<String, List<FacetCount>> facets = search(Group.SECTION, Map.of()).facets();
    assertThat(facets.get("kind")).isEqualTo(TestIndex.counts("letter", 3, "statement", 2));
    assertThat(facets.get("author")).isEqualTo(TestIndex.counts("Kari", 4, "Ola", 3));
    assertThat(facets.get("state")).isEqualTo(TestIndex.counts("draft", 4, "reviewed", 1));
  }

  @Test
  void aDocumentCountsOnceWhereverItsSectionsAreInTheIndex() {
    SearchResult result = search(Group.SECTION, Map.of());
    assertThat(result.total()).isEqualTo(5);
    assertThat(result.counts().documents()).isEqualTo(3);
  }

  @Test
  void documentsAreCountedWhereDocumentsAreFound() {
    SearchResult result = search(Group.DOCUMENT, Map.of());
    assertThat(result.total()).isEqualTo(3);
    assertThat(result.facets())
        .isEqualTo(
            Map.of(
                "kind", TestIndex.counts("letter", 2, "statement", 1),
                "author", TestIndex.counts("Kari", 2, "Ola", 2),
                "year", TestIndex.counts("2014", 2, "2015", 1),
                "publisher", List.of(),
                "rights", List.of(),
                "language", TestIndex.counts("nb", 3),
                "state", TestIndex.counts("draft", 3, "reviewed", 1),
                "freshness", TestIndex.counts("unknown", 3, "stale", 1),
                "subject", TestIndex.counts("frihet", 3, "klima", 3)));
  }

  @Test
  void everyCountIsWhatChoosingItFinds() {
    for (Group group : Group.values()) {
      for (Map<String, List<String>> chosen :
          List.of(
              Map.<String, List<String>>of(),
              Map.of("kind", List.of("letter")),
              Map.of("kind", List.of("letter", "statement"), "author", List.of("Ola")),
              Map.of("year", List.of("2014"), "state", List.of("draft"), "kind", List.of("letter")),
              Map.of("state", List.of("reviewed")))) {
        search(group, chosen)
            .facets()
            .forEach(
                (facet, counts) -> {
                  for (FacetCount count : counts) {
                    var instead = new HashMap<>(chosen);
                    instead.put(facet, List.of(count.value()));
                    assertThat(search(group, instead).total())
                        .as("%s %s %s %s", group, chosen, facet, count.value())
                        .isEqualTo(count.count());
                  }
                });
      }
    }
  }

  @Test
  void aChosenFacetKeepsItsOthersWithSeveralValuesAndSeveralFacets() {
    for (Group group : Group.values()) {
      Map<String, List<FacetCount>> all = search(group, Map.of()).facets();
      for (String facet : List.of("kind", "author", "year", "state")) {
        List<String> values =
            all.getOrDefault(facet, List.of()).stream().map(FacetCount::value).toList();
        assertThat(search(group, Map.of(facet, values.subList(0, 1))).facets().get(facet))
            .isEqualTo(all.get(facet));
        assertThat(search(group, Map.of(facet, values)).facets().get(facet))
            .isEqualTo(all.get(facet));
      }
      Map<String, List<FacetCount>> both =
          search(group, Map.of("kind", List.of("letter"), "year", List.of("2014"))).facets();
      assertThat(both.get("kind")).extracting(FacetCount::value).contains("letter", "statement");
      assertThat(both.get("year")).extracting(FacetCount::value).contains("2014", "2015");
    }
  }

  @Test
  void whatAPageDoesNotShowIsNotCounted() {
    for (Group group : Group.values()) {
      Map<String, List<String>> chosen = Map.of("kind", List.of("letter"));
      SearchResult all = search(group, chosen);
      SearchResult selected = search(group, chosen, Facets.SELECTED);
      assertThat(selected.hits()).isEqualTo(all.hits());
      assertThat(selected.documents()).isEqualTo(all.documents());
      assertThat(selected.total()).isEqualTo(all.total());
      assertThat(selected.facets()).isEqualTo(Map.of("kind", all.facets().get("kind")));
      assertThat(search(group, chosen, Facets.NONE).total()).isEqualTo(all.total());
      assertThat(search(group, chosen, Facets.NONE).facets()).isEmpty();
    }
  }

  @Test
  void selectedValuesAreListedWhateverTheirCount() {
    for (int i = 0; i < 60; i++) {
      testIndex.put(
          TestIndex.head("d" + i, "2013", "letter", "Mye " + i), "Tittel", "Klima", "Klima");
    }
    testIndex.put(TestIndex.head("e", "2013", "letter", "Åse"), "Tittel", "Klima");
    for (Group group : Group.values()) {
      assertThat(search(group, Map.of("author", List.of("Åse"))).facets().get("author"))
          .hasSize(51)
          .endsWith(new FacetCount("Åse", 1));
      assertThat(search(group, Map.of("author", List.of("Ingen"))).facets().get("author"))
          .endsWith(new FacetCount("Ingen", 0));
      assertThat(search(group, Map.of("translator", List.of("Ola Tolk"))).facets())
          .containsKey("translator");
    }
  }

  @Test
  void aDocumentCountsForEveryTranslatorOfItsSections() {
    IndexedDocument head = TestIndex.head("d", "2015", "letter", "Kari");
    testIndex.put(head, "Tittel", "Klima her");
    IndexedSection section = TestIndex.section(head, 2, "Klima der");
    IndexedStatus status = section.status();
    var translated =
        new IndexedStatus(
            status.value(), true, status.freshness(), status.due(), "Eva Tolk", status.changed());
    testIndex.index.patch(
        head,
        List.of(
            new IndexedSection(
                section.id(),
                section.place(),
                section.original(),
                section.translation(),
                translated)));
    testIndex.index.refresh();
    Map<String, List<String>> chosen = Map.of("translator", List.of("Eva Tolk", "Ola Tolk"));
    assertThat(search(Group.DOCUMENT, chosen).facets().get("translator"))
        .contains(new FacetCount("Eva Tolk", 1), new FacetCount("Ola Tolk", 4));
  }

  private SearchResult search(Group group, Map<String, List<String>> filters) {
    return search(group, filters, Facets.SHOWN);
  }

  private SearchResult search(Group group, Map<String, List<String>> filters, Facets facets) {
    return testIndex.search(
        new SearchRequest("klima", 1, 20, Sort.RELEVANCE, group, filters, ExpansionOptions.ALL)
            .counting(facets));
  }
}
