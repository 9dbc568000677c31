package no.speil.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import no.speil.archive.Archive;
import no.speil.corpus.DocumentId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfTest {
  @TempDir private Path folder;

  @Test
  void keepsTheLastHoweverLargeAndOthersWithinItsBound() {
    Loaded small = loaded("liten", 1);
    Loaded large = loaded("stor", 200);
    var shelf = new Shelf(2 * small.weight());

    shelf.put(small);
    shelf.put(loaded("andre", 1));
    assertThat(shelf.get(small.live().id())).hasValue(small);

    shelf.put(large);
    assertThat(shelf.get(large.live().id())).hasValue(large);
    assertThat(shelf.get(small.live().id())).isEmpty();

    shelf.put(small);
    assertThat(shelf.get(small.live().id())).hasValue(small);
    assertThat(shelf.get(large.live().id())).isEmpty();
  }

  private Loaded loaded(String name, int paragraphs) {
    new TestRoot(folder).put("archive/" + name + ".md", "Et avsnitt.\n\n".repeat(paragraphs));
    try (Archive archive = Archive.open(folder, Clock.systemUTC())) {
      var locks = new DocumentLocks();
      var forerunners = new Forerunners(archive, prints -> List.of());
      var records = new RecordKeeper(archive, Clock.systemUTC(), forerunners, locks);
      return new Loader(archive, new Catalogue(), Layouters.ofTheStart(), records)
          .load(new DocumentId(name), Archive.translationPath(new DocumentId(name)))
          .orElseThrow();
    }
  }
}
