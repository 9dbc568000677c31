package no.speil.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import no.speil.archive.Archive;
import no.speil.library.Library;
import no.speil.library.sync.BackgroundSync.IndexingListener;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server answers before it has read what its index knows, and tells nothing that is not so. */
@Tag("slow")
class UnreadIndexTest {
  @TempDir Path folder;

  @Test
  void pagesThatNeedTheDocumentsSayThatTheyAreBeingReadUntilTheyAre() throws Exception {
    Path original = folder.resolve("archive/brev.md");
    Files.createDirectories(original.getParent());
    Files.writeString(original, "# Brevet\n\nStyret må gå.\n");
    try (Library first = Library.open(archive(), index(), Clock.systemUTC(), listener())) {
      assertThat(first.sync().awaitReady(Duration.ofMinutes(5))).isTrue();
    }

    Library library = Library.of(archive(), index(), Clock.systemUTC(), listener());
    try (TestServer server = TestServer.of(folder, library)) {
      assertThat(server.get("/healthz").statusCode()).isEqualTo(200);
      assertThat(server.get("/readyz").statusCode()).isEqualTo(503);
      HttpResponse<String> page = server.get("/");
      assertThat(page.statusCode()).isEqualTo(503);
      assertThat(page.headers().firstValue("Retry-After")).isPresent();
      assertThat(server.get("/d/brev").statusCode()).isEqualTo(503);

      library.start();

      library.sync().awaitKnown();
      assertThat(server.get("/home").body()).contains("Brevet");
      assertThat(server.get("/d/brev").statusCode()).isEqualTo(200);
    }
  }

  private Archive archive() {
    return Archive.open(folder, Clock.systemUTC());
  }

  private Path index() {
    return folder.resolve(".speil/index");
  }

  private static IndexingListener listener() {
    return IndexingListener.NONE;
  }
}
