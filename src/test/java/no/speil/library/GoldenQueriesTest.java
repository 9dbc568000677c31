package no.speil.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import no.speil.TestCorpora;
import no.speil.search.Excerpt;
import no.speil.search.Hit;
import no.speil.search.SearchRequest;
import no.speil.search.SearchResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What people ask of real archives, and the section that answers it; nearly all come first, and
 * what does not is on record with its rank.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("slow")
class GoldenQueriesTest {
  private static final Path QUERIES = Path.of("src/test/cases/golden/queries.tsv");

  private static final int LAST = 10;

  private final Map<String, TestLibrary> roots = new HashMap<>();
  private final Map<String, Library> libraries = new HashMap<>();

  /**
   * A question and its answers.
   *
   * @param documents any of these
   * @param words any of these is in the section, on either side
   * @param rank where the section has come so far, from 1; 0 where not among the first ten
   * @param unwanted none of these is in any section that counts as found
   */
  record Golden(
      String query,
      String corpus,
      List<String> documents,
      List<String> words,
      int rank,
      List<String> unwanted) {
    static Golden of(String line) {
      List<String> columns = List.of(line.split("\t", -1));
      return new Golden(
          columns.get(0),
          columns.get(1),
          alternatives(columns.get(2)),
          alternatives(columns.get(3)),
          Integer.parseInt(columns.get(4)),
          columns.size() == 5 ? List.of() : alternatives(columns.get(5)));
    }

    private static List<String> alternatives(String column) {
      return List.of(column.split(" \\| ", -1));
    }

    boolean isAnsweredBy(Hit hit) {
      return documents.contains(hit.documentRef().document().value()) && hasAny(hit, words);
    }

    boolean isUnwanted(Hit hit) {
      return !hit.rank().isGuess() && hasAny(hit, unwanted);
    }

    private static boolean hasAny(Hit hit, List<String> words) {
      return words.stream()
          .anyMatch(
              each -> has(hit.pair().original(), each) || has(hit.pair().translation(), each));
    }

    private static boolean has(@Nullable Excerpt excerpt, String words) {
      return excerpt != null && excerpt.text().contains(words);
    }

    @Override
    public String toString() {
      return query + " (" + corpus + ", " + (rank == 0 ? "not found" : rank) + ")";
    }
  }

  static Stream<Golden> queries() throws IOException {
    return Files.readAllLines(QUERIES).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(Golden::of);
  }

  @BeforeAll
  void open(@TempDir Path folder) {
    for (String corpus : List.of("udhr", "nb-preservation")) {
      var root = new TestLibrary(folder.resolve(corpus));
      open(corpus, root.copyOf(TestCorpora.require(corpus)));
    }
    open("shipped", new TestLibrary(folder.resolve("shipped")).copyOfShipped());
  }

  private void open(String corpus, TestLibrary root) {
    roots.put(corpus, root);
    Library library = root.open();
    library.search().run(SearchRequest.of("the first search loads much of the program"));
    libraries.put(corpus, library);
  }

  @AfterAll
  void close() {
    roots.values().forEach(TestLibrary::close);
  }

  @ParameterizedTest(name = "{0} ({1})")
  @CsvFileSource(files = "src/test/cases/golden/absent.tsv", delimiter = '\t')
  void nothingIsCountedForWordsThatAreAbsent(String query, String corpus) {
    SearchResult result =
        Objects.requireNonNull(libraries.get(corpus), corpus).search().run(SearchRequest.of(query));
    assertThat(result.total()).as("%s", result.hits()).isZero();
    assertThat(result.hits()).allMatch(hit -> hit.rank().isGuess());
  }

  /** What is on record as not found and is found now fails too, so that its line is put right. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("queries")
  void theRightSectionComesNoLaterThanItDid(Golden golden) {
    Library library = Objects.requireNonNull(libraries.get(golden.corpus()), golden.corpus());
    List<Hit> hits = library.search().run(SearchRequest.of(golden.query())).hits();
    Stream<Hit> first = hits.stream().limit(golden.rank() == 0 ? LAST : golden.rank());
    boolean found = first.anyMatch(golden::isAnsweredBy);
    assertThat(found).as("%s, among %s", golden, hits).isEqualTo(golden.rank() > 0);
    assertThat(hits).as("%s", golden).noneMatch(golden::isUnwanted);
  }
}
