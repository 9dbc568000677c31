package no.speil.git;

import static no.speil.git.ArchiveInGit.KARI;
import static no.speil.git.ArchiveInGit.LETTER;
import static no.speil.git.ArchiveInGit.OLA;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import no.speil.NeedsPrograms;
import no.speil.archive.SmallDisk;
import no.speil.corpus.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No room on the disk, for the repository or for the files that others have changed. */
@NeedsPrograms("git")
class FullDiskTest {
  private static final String TEXT = "translations/" + LETTER + ".md";
  private static final String RECORD = "translations/" + LETTER + ".jsonl";

  @TempDir private Path folder;

  @Test
  void aRepositoryWithoutRoomIsToldAndAllIsCommittedOnceThereIsSome() throws Exception {
    Path root = folder.resolve("kari");
    try (SmallDisk disk = SmallDisk.mount(root.resolve(".git"));
        ArchiveInGit kari = ArchiveInGit.at(root).open()) {
      kari.sync().round(true);
      disk.fill();
      kari.save("Styret", "The board must go, says Kari.", KARI);
      kari.sync().round(true);
      kari.save("Kvinners", "The rights of women, says Ola.", OLA);
      kari.mark("Kvinners", State.TRANSLATED, OLA);
      kari.sync().round(true);

      assertThat(kari.codes()).containsExactly("git-disk-full");
      assertThat(kari.library().read(TEXT)).contains("says Kari", "says Ola");
      disk.free();
      kari.sync().round(true);
      assertThat(kari.codes()).isEmpty();
      assertThat(kari.log("%an")).startsWith("ola", "kari");
      assertThat(kari.changes()).isEmpty();
      assertThat(kari.git("fsck", "--strict")).doesNotContain("error");
    }
  }

  @Test
  void soItIsWhereTheFilesHaveNoRoomForWhatOthersHavePushed() throws Exception {
    Path remote = folder.resolve("remote.git");
    Path root = folder.resolve("kari");
    try (SmallDisk disk = SmallDisk.mount(root.resolve("translations/2015"));
        ArchiveInGit kari = ArchiveInGit.withRemote(root, remote)) {
      kari.save("Styret", "The board must go, says Kari.", KARI);
      kari.sync().round(true);
      EditorsClone editor = EditorsClone.of(remote, folder.resolve("editor"));
      String more = "And more of it. ".repeat(500);
      editor.edit(TEXT, "Women's rights", more + "Women's rights").push();
      String record = kari.library().read(RECORD);
      disk.fill();
      kari.sync().round(true);

      assertThat(kari.sync().status().problems().getFirst().details())
          .containsExactly("writing %s: No space left on device".formatted(RECORD));
      assertThat(kari.library().read(TEXT)).contains("says Kari").doesNotContain("And more");
      assertThat(kari.library().read(RECORD)).startsWith(record);
      disk.free();
      kari.sync().round(true);
      assertThat(kari.codes()).isEmpty();
      assertThat(kari.library().read(TEXT)).contains("says Kari", more);
      assertThat(kari.changes()).isEmpty();
    }
  }
}
