package no.speil.library.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import no.speil.archive.Archive;
import no.speil.corpus.DocumentId;
import no.speil.library.TestLibrary;
import no.speil.library.catalogue.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentCacheTest {
  @TempDir private Path folder;

  @Test
  void keepsTheLastHoweverLargeAndOthersWithinItsBound() {
    LiveDocument small = loaded("liten", 1);
    LiveDocument large = loaded("stor", 200);
    var documentCache = new DocumentCache(2 * small.weight());

    documentCache.put(small);
    documentCache.put(loaded("andre", 1));
    assertThat(documentCache.get(small.id())).hasValue(small);

    documentCache.put(large);
    assertThat(documentCache.get(large.id())).hasValue(large);
    assertThat(documentCache.get(small.id())).isEmpty();

    documentCache.put(small);
    assertThat(documentCache.get(small.id())).hasValue(small);
    assertThat(documentCache.get(large.id())).isEmpty();
  }

  private LiveDocument loaded(String name, int paragraphs) {
    new TestLibrary(folder).put("archive/" + name + ".md", "Et avsnitt.\n\n".repeat(paragraphs));
    try (Archive archive = Archive.open(folder, Clock.systemUTC())) {
      var id = new DocumentId(name);
      var records =
          new RecordStore(
              archive, Clock.systemUTC(), (blocks, least, most) -> List.of(), new DocumentLocks());
      return new DocumentLoader(archive, new Catalogue(), LayoutEngines.untrained(), records)
          .load(id, Archive.translationPath(id), RecordStore.Assignment.ASKED)
          .orElseThrow();
    }
  }
}
