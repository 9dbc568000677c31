package no.speil.search.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Freshness;
import no.speil.corpus.SectionId;
import no.speil.lexicon.GlossaryEntry;
import no.speil.search.DocumentRef;
import no.speil.search.DocumentRef.Byline;
import no.speil.search.DocumentTrace;
import no.speil.search.DueTask;
import no.speil.search.ExpansionOptions;
import no.speil.search.Hit;
import no.speil.search.IndexedDocument;
import no.speil.search.IndexedSection.Place;
import no.speil.search.IndexedSection.Role;
import no.speil.search.IndexedStatus;
import no.speil.search.MatchKind;
import no.speil.search.SearchRequest;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchRequest.Sort;
import no.speil.search.StateFacet;
import no.speil.search.StoredSection;
import no.speil.search.StoredSection.Texts;
import no.speil.search.index.TestIndex;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SectionIteratorTest {
  /** More than fit into two chunks. */
  private static final int MANY = 10_500;

  private static final int SECTIONS_EACH = 500;

  @TempDir static Path folder;
  @AutoClose private static TestIndex testIndex;

  @BeforeAll
  static void fill() {
    testIndex = new TestIndex(folder);
    for (int i = 0; i < MANY / SECTIONS_EACH; i++) {
      IndexedDocument head =
          TestIndex.head("mange/%02d".formatted(i), 2000 + i + "-01-01", "letter");
      String[] sections =
          IntStream.range(0, SECTIONS_EACH)
              .mapToObj(n -> "sak " + "tekst ".repeat(n % 7) + "|case")
              .toArray(String[]::new);
      testIndex.index.put(head, TestIndex.sections(head, sections), DocumentTrace.NONE);
    }
    testIndex.put("annet", "Tittel|Title", "Noe annet.");
    testIndex.put("annet/under", "Tittel|Title", "Noe under.");
  }

  @ParameterizedTest
  @EnumSource(Sort.class)
  void everySectionIsGivenOnceInTheOrderOfTheSearch(Sort sort) {
    List<SectionId> given = new ArrayList<>();
    try (SectionIterator found =
        testIndex.index.search(searcher -> searcher.all(request("sak", 1, 1, sort)))) {
      assertThat(found.total()).isEqualTo(MANY);
      found.forEachRemaining(each -> given.add(each.section()));
    }
    assertThat(given).hasSize(MANY).doesNotHaveDuplicates();
    List<SectionId> page =
        testIndex.search(request("sak", 101, 50, sort)).hits().stream().map(Hit::section).toList();
    assertThat(given.subList(5_000, 5_050)).isEqualTo(page);
  }

  @Test
  void manyTranslationsFollowManyOfTheWordsThemselvesAsOnThePages(@TempDir Path other) {
    int each = 700;
    try (var translated = new TestIndex(other)) {
      translated.put(
          "a",
          IntStream.range(0, 2 * each)
              .mapToObj(n -> (n % 2 == 0 ? "|case" : "sak") + " tekst".repeat(n % 7 + n % 5))
              .toArray(String[]::new));
      translated.know(List.of(), List.of(new GlossaryEntry("sak", "case")));
      List<SectionId> given = new ArrayList<>();
      try (SectionIterator found =
          translated.index.search(searcher -> searcher.all(SearchRequest.of("sak")))) {
        found.forEachRemaining(section -> given.add(section.section()));
      }
      assertThat(given).hasSize(2 * each);
      for (int page : List.of(1, each / 50, each / 50 + 1, 2 * each / 50)) {
        List<Hit> hits = translated.search(request("sak", page, 50, Sort.RELEVANCE)).hits();
        assertThat(hits)
            .extracting(Hit::section)
            .as("page %d", page)
            .isEqualTo(given.subList(50 * (page - 1), 50 * page));
        assertThat(hits)
            .extracting(hit -> hit.rank().match())
            .containsOnly(page <= each / 50 ? MatchKind.WORDS : MatchKind.TRANSLATION);
      }
    }
  }

  @Test
  void aSectionHasItsTextsAndStatusWithNothingMarked() {
    try (SectionIterator found =
        testIndex.index.search(searcher -> searcher.all(SearchRequest.of("annet")))) {
      IndexedDocument head = TestIndex.head("annet");
      assertThat(found.next())
          .isEqualTo(
              new StoredSection(
                  TestIndex.id("annet", 1),
                  new DocumentRef(
                      head.id(),
                      head.titles(),
                      new Byline(List.of("Kari Nordmann"), List.of(), "2015-08-24", ""),
                      head.language()),
                  new Texts(new Place(1, Role.TEXT, "", ""), "Noe annet.", null),
                  new IndexedStatus(
                      StateFacet.DRAFT,
                      true,
                      Freshness.UNKNOWN,
                      DueTask.NOTHING,
                      "",
                      TestIndex.NOW)));
      assertThat(found.hasNext()).isFalse();
    }
  }

  @Test
  void aDocumentIsGivenWithoutThoseBelowIt() {
    try (SectionIterator found =
        testIndex.index.search(searcher -> searcher.all(new DocumentId("annet")))) {
      assertThat(found.total()).isEqualTo(2);
      assertThat(found.next().section()).isEqualTo(TestIndex.id("annet", 0));
      assertThat(found.next().section()).isEqualTo(TestIndex.id("annet", 1));
      assertThat(found.hasNext()).isFalse();
    }
  }

  @Test
  void whatIsWrittenMeanwhileChangesNothing(@TempDir Path other) {
    try (TestIndex living = new TestIndex(other)) {
      living.put("a", "sak en", "sak to");
      try (SectionIterator found =
          living.index.search(searcher -> searcher.all(SearchRequest.of("sak")))) {
        living.index.remove(new DocumentId("a"));
        living.index.refresh();
        assertThat(living.found("sak")).isEmpty();
        found.next();
        found.next();
        assertThat(found.hasNext()).isFalse();
      }
    }
  }

  @Test
  void damageThatIsMetOnTheWayIsALossOfTheIndex(@TempDir Path other) throws IOException {
    try (TestIndex healthy = new TestIndex(other)) {
      healthy.put("a", "sak en", "sak to");
      healthy.index.commit(true);
    }
    try (TestIndex damaged = new TestIndex(other);
        SectionIterator found =
            damaged.index.search(searcher -> searcher.all(SearchRequest.of("sak")))) {
      empty(other);

      assertThatThrownBy(found::next).isInstanceOf(UncheckedIOException.class);

      assertThat(damaged.index.loss()).isPresent();
    }
  }

  /** Empties every file that the index has mapped. */
  private static void empty(Path index) throws IOException {
    try (Stream<Path> files = Files.walk(index)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (file.getFileName().toString().startsWith("_")) {
          Files.write(file, new byte[0]);
        }
      }
    }
  }

  @Test
  void nothingIsFoundWhereNothingIsAsked() {
    try (SectionIterator found =
        testIndex.index.search(searcher -> searcher.all(SearchRequest.of("  ")))) {
      assertThat(found.total()).isZero();
      assertThat(found.hasNext()).isFalse();
    }
    try (SectionIterator found =
        testIndex.index.search(searcher -> searcher.all(SearchRequest.of("(((")))) {
      assertThat(found.hasNext()).isFalse();
    }
    assertThat(testIndex.search(SearchRequest.of("(((")).notices()).isNotEmpty();
  }

  private static SearchRequest request(String query, int page, int size, Sort sort) {
    return new SearchRequest(
        query, page, size, sort, Group.SECTION, Map.of(), ExpansionOptions.ALL);
  }
}
