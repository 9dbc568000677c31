package no.speil.web.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.speil.corpus.Side;
import no.speil.library.Library;
import no.speil.library.TestLibrary;
import no.speil.search.SearchNotice;
import no.speil.search.SearchNotice.Kind;
import no.speil.search.SearchRequest;
import no.speil.search.WordList;
import no.speil.search.WordList.Row;
import no.speil.search.WordListRequest;
import no.speil.web.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCountTest {
  private static final int DOCUMENTS = 67;
  private static final int PARAGRAPHS = 150;

  @Test
  void sequencesInManySectionsAreCountedInASampleThatIsTold(@TempDir Path folder) {
    String text =
        IntStream.range(0, PARAGRAPHS)
            .mapToObj(i -> "Styret møtte medlem%d.".formatted(i))
            .collect(Collectors.joining("\n\n"));
    var root = new TestLibrary(folder);
    for (int i = 0; i < DOCUMENTS; i++) {
      root.put("archive/%d.md".formatted(i), text + "\n");
    }
    try (TestServer testServer = TestServer.again(folder)) {
      Library library = testServer.library();
      WordList pairs = words(library, 2);
      int read = (pairs.sections() + 1) / 2;
      assertThat(pairs.sections()).isGreaterThan(10_000);
      assertThat(pairs.exact()).isFalse();
      assertThat(pairs.notices())
          .contains(
              SearchNotice.of(
                  Kind.SAMPLE_COUNTED, String.valueOf(read), String.valueOf(pairs.sections())));
      Row first = pairs.rows().getFirst();
      assertThat(first.word()).isEqualTo("styret møtte");
      assertThat(first.count()).isBetween((long) read - DOCUMENTS, (long) read);
      assertThat(fileName(testServer, "/count.csv?n=2")).endsWith("speil-words-sample.csv");
      assertThat(fileName(testServer, "/count.csv")).endsWith("speil-words.csv");
      WordList words = words(library, 1);
      assertThat(words.exact()).isTrue();
      assertThat(words.rows())
          .filteredOn(row -> row.word().equals("styret"))
          .extracting(Row::count)
          .isEqualTo(List.of((long) DOCUMENTS * PARAGRAPHS));
    }
  }

  private static WordList words(Library library, int length) {
    return library
        .search()
        .words(
            new WordListRequest(SearchRequest.of(""), Side.ORIGINAL, false, length, false, null));
  }

  private static String fileName(TestServer testServer, String path) {
    return testServer.get(path).headers().firstValue("Content-Disposition").orElseThrow();
  }
}
