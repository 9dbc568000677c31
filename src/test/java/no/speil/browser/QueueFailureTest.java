package no.speil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import no.speil.archive.SmallDisk;
import no.speil.web.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A save that fails is told by the server's own page, which knows what may have been saved. */
@NeedsBrowser
class QueueFailureTest {
  @TempDir Path root;

  @Test
  void fullDiskIsToldByThePageOfTheError() throws Exception {
    Files.createDirectories(root.resolve("archive"));
    Files.writeString(
        root.resolve("archive/brev.md"), "# Brev\n\n" + "Styret må gå nå. ".repeat(400) + "\n");
    try (SmallDisk disk = SmallDisk.mount(root.resolve("translations"))) {
      Files.writeString(
          root.resolve("translations/brev.md"),
          "# Letter\n\n" + "The board must go. ".repeat(400) + "\n");
      try (TestServer testServer = TestServer.again(root);
          Browser browser = Browser.open().signedIn(testServer)) {
        browser.visit("/queue?q=styret");
        disk.fill();
        browser.press("j", "m");
        assertThat(browser.shows("main h1", "The disk could not save this")).isTrue();
        assertThat(browser.find("main .hint").getText()).contains("translations/brev.jsonl");
      }
    }
  }
}
