package no.speil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import no.speil.corpus.Role;
import no.speil.people.People;
import no.speil.web.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class MonitoringOptionsTest {
  @TempDir private Path folder;

  @AfterEach
  void resetLevels() {
    logger("no.speil").setLevel(Level.INFO);
    logger("no.speil.search").setLevel(null);
    logger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
  }

  @Test
  void logLevelIsSetForSpeilOrForAPackage() throws Exception {
    Files.createDirectory(folder.resolve("archive"));
    String root = folder.toString();

    assertThat(
            run("check", "--root", root, "--log-level", "no.speil.search=debug").lines().toList())
        .isEmpty();
    assertThat(logger("no.speil.search.index.X").getEffectiveLevel()).isEqualTo(Level.DEBUG);
    assertThat(logger("no.speil.web").getEffectiveLevel()).isEqualTo(Level.INFO);

    run("--log-level", "error", "check", "--root", root);
    assertThat(logger("no.speil.web").getEffectiveLevel()).isEqualTo(Level.ERROR);
    assertThat(logger("org.example").getEffectiveLevel()).isEqualTo(Level.ERROR);
    assertThat(logger("no.speil.search").getEffectiveLevel()).isEqualTo(Level.DEBUG);
  }

  @Test
  void wrongOptionsAreToldInASentence() throws Exception {
    assertThat(run("check", "--log-level", "loud")).contains("loud is none of debug, info");
    assertThat(run("serve", "--log-level", "=debug")).contains("=debug is none of");
    String empty = Files.createFile(folder.resolve("empty")).toString();
    assertThat(run("serve", "--metrics-token-file", empty)).contains("empty is empty");
    assertThat(run("serve", "--metrics-token-file", "/none")).contains("cannot read /none");
    assertThat(run("serve", "--access-log", folder.toString())).contains("cannot write to");
    assertThat(run("serve", "--audit-log", folder.toString()))
        .contains("--audit-log", "cannot write to");
  }

  @Test
  void accessLogThatIsMovedAwayIsBegunAnew() throws Exception {
    Path file = folder.resolve("access.log");
    var log = new MonitoringOptions.LogFile(file);
    log.accept("one");
    Path moved = Files.move(file, folder.resolve("access.log.1"));
    log.accept("two");
    log.accept("three");

    assertThat(moved).hasContent("one");
    assertThat(file).hasContent("two\nthree");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void theAuditLogHasALineForEverySignInAndIsOnlyAddedTo() throws Exception {
    Path file = folder.resolve("audit.log");
    Files.writeString(file, "before\n");
    MonitoringOptions.audit(new MonitoringOptions.LogFile(file));
    try (TestServer testServer = TestServer.copyOf("letters", folder)) {
      String[] kari = testServer.as("kari", Role.KEEPER);
      testServer.get("/search.csv?q=styret", kari);
      testServer.get("/export/2015.epub?folder=1", kari);
      testServer.get("/search.csv?q=vedtak", TestServer.asReader());
      testServer.signedOut();
      testServer.post("/sign-in", "name=a%0A%1B%5B2Jb&password=x");
      LoggerFactory.getLogger("no.speil.web").warn("something else");
    } finally {
      ((Logger) People.AUDIT).detachAndStopAllAppenders();
    }

    assertThat(file)
        .content()
        .startsWith("before\n")
        .containsPattern(
            "\n20\\d\\d-\\d\\d-\\d\\dT[\\d:]{8}Z .*wrong password for a\uFFFD\uFFFD\\[2Jb from")
        .contains(
            " kari exported /search.csv?q=styret\n", " kari exported /export/2015.epub?folder=1\n")
        .doesNotContain("something else", "\u001b", "vedtak");
  }

  private static Logger logger(String name) {
    return (Logger) LoggerFactory.getLogger(name);
  }

  /** What is said on standard error. */
  private static String run(String... words) {
    var err = new ByteArrayOutputStream();
    SpeilCommand.run(
        words, Map.of(), new PrintStream(new ByteArrayOutputStream()), new PrintStream(err, true));
    return err.toString(StandardCharsets.UTF_8);
  }
}
