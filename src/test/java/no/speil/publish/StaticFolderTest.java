package no.speil.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import no.speil.archive.SmallDisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaticFolderTest {
  @TempDir private Path temporary;

  @Test
  void aBagWhoseManifestFindsNoRoomStandsAsItWas() throws IOException {
    Path bag = temporary.resolve("bag");
    try (SmallDisk disk = SmallDisk.mount(bag)) {
      write(bag, "old");
      String manifest = Files.readString(bag.resolve("manifest-sha512.txt"));
      disk.fill();
      try (var filler = FileChannel.open(bag.resolve(".filler"), StandardOpenOption.WRITE)) {
        filler.truncate(filler.size() - 8192); // enough for the text, and not for the manifest
      }
      assertThatThrownBy(() -> write(bag, "new"))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage("writing " + bag.resolve("data"))
          .hasRootCauseMessage("No space left on device");
      assertThat(bag.resolve("manifest-sha512.txt")).hasContent(manifest);
      assertThat(bag.resolve("data/text.html")).hasContent("old");
      disk.free();
      write(bag, "new");
      assertThat(bag.resolve("manifest-sha512.txt")).content().isNotEqualTo(manifest);
      assertThat(bag.resolve("data/text.html")).hasContent("new");
      assertThat(bag).isDirectoryNotContaining("glob:**.new");
    }
  }

  /** Writes a site with a long manifest. */
  private static void write(Path bag, String text) {
    try (var site = new StaticFolder(bag.resolve("data"))) {
      for (int i = 0; i < 300; i++) {
        site.put("empty-" + i, new byte[0]);
      }
      site.put("text.html", text.getBytes(UTF_8));
      site.commit(path -> false, true);
    }
  }
}
