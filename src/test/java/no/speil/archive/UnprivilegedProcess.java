package no.speil.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.speil.Program;
import org.junit.jupiter.api.Assumptions;

/** A Java process to which the permissions of files apply, even where the tests run as root. */
public final class UnprivilegedProcess {
  private UnprivilegedProcess() {}

  /**
   * Runs the main method of a class and gives what it prints.
   *
   * @param umask as {@code 022}
   */
  public static String run(String umask, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    var line = new ArrayList<>(List.of("/bin/sh", "-c", "umask " + umask + "; exec \"$@\"", "sh"));
    line.addAll(withoutPrivileges());
    line.addAll(Program.java("-Xmx128m", "-XX:-UsePerfData"));
    line.add(main.getName());
    line.addAll(List.of(arguments));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    process.waitFor();
    return printed;
  }

  /**
   * What is put before a command so that permissions apply to it, also those of ports; skips the
   * test without it.
   */
  public static List<String> withoutPrivileges() {
    if (!System.getProperty("user.name").equals("root")) {
      return List.of();
    }
    Path setpriv = Path.of("/usr/bin/setpriv");
    Assumptions.assumeTrue(Files.isExecutable(setpriv), setpriv + " is absent");
    return List.of(
        setpriv.toString(), "--bounding-set=-dac_override,-dac_read_search,-net_bind_service");
  }
}
