package no.speil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import no.speil.Program;
import no.speil.archive.UnprivilegedProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that the user who runs Speil may not read, with everything else as it was. */
@Tag("slow")
class UnreadableFolderTest {
  @TempDir private Path root;
  private final List<Path> closed = new ArrayList<>();

  /** What a command printed, and how it ended. */
  private record Run(int exit, String printed) {}

  @BeforeEach
  void make() throws IOException {
    put("archive/aapen.md", "---\ntitle: Åpen\n---\n\nStyret må gå.\n");
    put("archive/lukket/brev.md", "---\ntitle: Lukket\n---\n\nHemmelig tekst.\n");
    put("translations/lukket/brev.md", "---\ntitle: Closed\n---\n\nSecret text.\n");
  }

  @AfterEach
  void openAgain() throws IOException {
    for (Path folder : closed) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void isAProblemWhileTheRestIsServedAndComesBackAsItWas() throws IOException {
    assertThat(run("index")).isEqualTo(new Run(0, "2 documents, 4 sections, 0 problems"));
    String record = Files.readString(root.resolve("translations/lukket/brev.jsonl"));

    close("archive/lukket");
    close("translations/lukket");
    assertThat(run("check", "--fail-on", "problems"))
        .isEqualTo(
            new Run(
                1,
                """
                archive/lukket: This cannot be read. Give the user that runs Speil the right to read it.
                translations/lukket: This cannot be read. Give the user that runs Speil the right to read it.
                1 document, 2 sections: 2 problems, 0 facts, 0 stale, 2 untranslated, 0 orphan, 0 edited, 0 uncertain, 0 report, 0 check\
                """));
    assertThat(run("index")).isEqualTo(new Run(0, "2 documents, 4 sections, 2 problems"));
    assertThat(run("search", "styret").printed()).contains("Styret må gå.");

    openAgain();
    assertThat(run("index")).isEqualTo(new Run(0, "2 documents, 4 sections, 0 problems"));
    assertThat(Files.readString(root.resolve("translations/lukket/brev.jsonl"))).isEqualTo(record);
    assertThat(run("search", "hemmelig").printed()).contains("Secret text.");
  }

  @Test
  void whatIsInItIsNotSaidToBeMissingOnImport() throws IOException {
    close("archive/lukket");
    assertThat(run("import", root.resolve("archive/lukket/brev.md").toString()).printed())
        .startsWith("You may not look at " + root)
        .contains(": run this as a user who may.");
  }

  @Test
  void asTheRootIsOneSentence() throws IOException {
    close("");
    assertThat(run("check"))
        .isEqualTo(
            new Run(
                2,
                root
                    + " cannot be read by this user. Name the folder that holds archive/ and"
                    + " translations/ with --root DIR."));
  }

  private void put(String path, String text) throws IOException {
    Files.createDirectories(root.resolve(path).getParent());
    Files.writeString(root.resolve(path), text);
  }

  private void close(String path) throws IOException {
    Path folder = root.resolve(path);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("---------"));
    closed.add(folder);
  }

  /** Without the seconds, and as a user for whom permissions count, be it root. */
  private Run run(String command, String... arguments) throws IOException {
    var line = new ArrayList<>(UnprivilegedProcess.withoutPrivileges());
    line.addAll(Program.main(false, "-Xmx128m"));
    line.addAll(List.of(command, "--root", root.toString()));
    line.addAll(List.of(arguments));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    try {
      return new Run(process.waitFor(), printed.replaceAll(" \\([\\d.,]+ s\\)$", ""));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
