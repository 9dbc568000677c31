package no.speil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import no.speil.Program;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files have any name, or the command says what to set; whatever the environment is. */
@Tag("slow")
class FileNamesTest {
  @TempDir private Path root;

  @BeforeEach
  void make() throws IOException {
    put("archive/blåbær.md", "# Blåbær\n\nVi plukker bær.\n");
    put("translations/blåbær.md", "# Blueberries\n\nWe pick berries.\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"serve", "index", "check", "progress", "search", "export", "links"})
  void withoutALocaleEveryCommandSaysInOneSentenceWhatToSet(String command) throws Exception {
    Outcome outcome = run(Map.of(), arguments(command));

    assertThat(outcome.said()).containsOnlyOnce("\n").contains("LC_ALL=C.UTF-8");
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(root.resolve(".speil")).doesNotExist();
  }

  @Test
  void aLocaleOfBytesIsRefusedWhateverTheLanguage() throws Exception {
    Outcome outcome = run(Map.of("LANG", "C.UTF-8", "LC_ALL", "C"), List.of("check"));

    assertThat(outcome.said()).contains("LC_ALL=C.UTF-8");
    assertThat(outcome.exit()).isEqualTo(2);
  }

  @Test
  void helpIsGivenInAnyEnvironment() throws Exception {
    assertThat(run(Map.of(), List.of("serve", "--help")).exit()).isZero();
    assertThat(run(Map.of(), List.of("--version")).exit()).isZero();
  }

  @Test
  void withWhatItSaysEveryFileIsRead() throws Exception {
    Outcome outcome = run(Map.of("LC_ALL", "C.UTF-8"), arguments("check"));

    assertThat(outcome.said()).contains("1 document, 3 sections: 0 problems");
    assertThat(outcome.exit()).isZero();
  }

  private List<String> arguments(String command) {
    var arguments = new ArrayList<>(List.of(command, "--root", root.toString()));
    if (command.equals("serve")) {
      arguments.addAll(List.of("--port", "0"));
    }
    if (command.equals("search") || command.equals("export")) {
      arguments.add("bær");
    }
    return arguments;
  }

  /** Runs the program with nothing but that in its environment. */
  private Outcome run(Map<String, String> environment, List<String> arguments) throws Exception {
    List<String> command = Program.main(false);
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).redirectErrorStream(true).directory(root.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Path said = root.resolve("said");
    Process process = builder.redirectOutput(said.toFile()).start();
    try {
      boolean ended = process.waitFor(5, TimeUnit.MINUTES);
      return new Outcome(ended ? process.exitValue() : -1, Files.readString(said));
    } finally {
      process.destroyForcibly();
    }
  }

  private record Outcome(int exit, String said) {}

  private void put(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
