package no.speil.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import no.speil.Program;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server says when it starts. */
class ServeCommandTest {
  @Test
  @Tag("slow")
  void whoSignsInFirstIsLedToTheAddressAtWhichPeopleReachIt(@TempDir Path root) throws Exception {
    Files.createDirectory(root.resolve("archive"));
    List<String> command = Program.main(false);
    command.addAll(List.of("serve", "--root", root.toString(), "--port", "0", "--as", "kari"));
    command.addAll(List.of("--public-url", "https://arkiv.example.org/brev/"));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("SPEIL_CONF", "/dev/null");
    Process server = builder.start();
    try {
      assertThat(
              server.inputReader(UTF_8).lines().filter(line -> line.contains("Sign")).findFirst())
          .hasValueSatisfying(
              line ->
                  assertThat(line)
                      .startsWith(
                          "Sign in as kari: https://arkiv.example.org/brev/sign-in?token="));
    } finally {
      server.destroy();
    }
    assertThat(server.waitFor(5, TimeUnit.MINUTES)).isTrue();
  }
}
