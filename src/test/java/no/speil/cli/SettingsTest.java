package no.speil.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import no.speil.corpus.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class SettingsTest {
  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();

  /** What a command left behind. */
  private record Outcome(int code, String out, String err) {}

  @BeforeEach
  void withoutTheMachinesOwn() {
    environment.put("SPEIL_CONF", "/dev/null");
  }

  @AfterEach
  void resetLevels() {
    ((Logger) LoggerFactory.getLogger("no.speil")).setLevel(Level.INFO);
    ((Logger) LoggerFactory.getLogger("no.speil.git")).setLevel(null);
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
  }

  @Test
  void theCommandLineGoesBeforeAVariableAndThatBeforeTheFile() throws IOException {
    Path file = file("port = 1", "host=::1", "as = Åse ", "# git-fetch = 4");
    environment.put("SPEIL_PORT", "2");
    environment.put("SPEIL_HOST", "localhost");
    environment.put("SPEILER", "9");

    assertThat(settings("--port", "3").lines())
        .containsSubsequence("# SPEIL_HOST", "host = localhost", "# command line", "port = 3")
        .containsSubsequence("# built in", "#public-url = ", "# " + file + ":3", "as = Åse")
        .containsSubsequence("# built in", "#git-fetch = 60", "# built in", "#read-only = false");
  }

  @Test
  void everyOptionOfServeIsASettingAndWhatIsToldOfThemIsAFileOfThem() throws IOException {
    String[] words = {
      "--access-log=a\\b",
      "--as=Åse",
      "--audit-log=u",
      "--git",
      "--git-branch=b",
      "--git-fetch=1",
      "--git-hook-secret-file=s",
      "--git-pause=2",
      "--host=h",
      "--log-level=no.speil.git=debug",
      "--log-level=info",
      "--mail-from=a@x.test",
      "--mail-password-file=m",
      "--mail-server=smtps://n@m.test:465",
      "--metrics-token-file=t",
      "--no-passwords",
      "--oidc-client=c",
      "--oidc-issuer=https://y.test",
      "--oidc-join=translator",
      "--oidc-name=Høgskolen",
      "--oidc-role=keeper=a,translator=b",
      "--oidc-role-claim=g",
      "--oidc-secret-file=k",
      "--port=9",
      "--proxy-secret-file=p",
      "--public-url=https://x.test",
      "--read-only",
      "--reports",
      "--root=r",
      "--translate-command=sed 's/\\d/é/' # all",
      "--trusted-proxy=127.0.0.1",
      "--user-header=U",
      "--watch-folder=i",
      "--webhook=https://h.test",
      "--webhook-secret-file=w"
    };
    String told = settings(words);
    assertThat(told).doesNotContain("built in");
    Path file = file(told);

    assertThat(values(settings())).isEqualTo(values(told)).hasSize(words.length - 1);
    assertThat(settings().lines().filter(line -> line.startsWith("# " + file))).hasSize(34);
    for (String line : values(told)) {
      String[] parts = line.split(" = ", 2);
      environment.put("SPEIL_" + parts[0].toUpperCase(Locale.ROOT).replace('-', '_'), parts[1]);
    }
    environment.put("SPEIL_CONF", "/dev/null");
    assertThat(values(settings())).isEqualTo(values(told));
  }

  private static List<String> values(String told) {
    return told.lines().filter(line -> !line.startsWith("#")).toList();
  }

  @Test
  void aFlagThatIsSetIsSwitchedOffAgain() throws IOException {
    file("reports = true", "git = TRUE", "read-only = false");
    assertThat(settings())
        .contains("\ngit = TRUE\n", "\nreports = true\n", "\nread-only = false\n");
    assertThat(settings("--reports", "--git=false"))
        .contains("# command line\nreports = true\n", "# command line\ngit = false\n");
    environment.put("SPEIL_REPORTS", "false");
    assertThat(settings()).contains("# SPEIL_REPORTS\nreports = false\n");
    environment.put("SPEIL_REPORTS", "yes");
    assertRefused("SPEIL_REPORTS: Invalid value for option '--reports': 'yes' is not a boolean");
  }

  @Test
  void severalLevelsOfTheLogStandOnOneLine() throws IOException {
    file("log-level = error,no.speil.git=debug");
    assertThat(settings()).contains("log-level = error,no.speil.git=debug\n");
    assertThat(LoggerFactory.getLogger("no.speil.git").isDebugEnabled()).isTrue();
    assertThat(LoggerFactory.getLogger("no.speil.web").isWarnEnabled()).isFalse();

    Path file = file("log-level = loud");
    assertRefused(file + ":1: Invalid value for option '--log-level': loud is none of");
  }

  @Test
  void aGroupWithACommaInItsNameStandsInQuotationMarks() throws IOException {
    String roles = "keeper=\"CN=Ledere,OU=Arkiv\",translator=staff";
    Path file = file("oidc-issuer = https://x.test", "oidc-client = c", "oidc-role = " + roles);
    assertThat(settings()).contains("# " + file + ":3\noidc-role = " + roles + "\n");
    assertThat(roles("--oidc-role", roles, "--oidc-role", "reviewer=les\\ere"))
        .isEqualTo(
            Map.of(
                Role.KEEPER, "CN=Ledere,OU=Arkiv",
                Role.TRANSLATOR, "staff",
                Role.REVIEWER, "les\\ere"));
    assertThat(roles("--oidc-role", "keeper=a,translator=b\"c\""))
        .isEqualTo(Map.of(Role.KEEPER, "a", Role.TRANSLATOR, "b\"c\""));
    assertThat(refused("serve", "--oidc-role", "keeper=CN=Ledere,OU=Arkiv")).contains("OU");
  }

  private static Map<Role, String> roles(String... words) {
    var options = new OidcOptions();
    var spec = CommandSpec.create().addMixin("oidc", CommandSpec.forAnnotatedObject(options));
    var command = new CommandLine(spec).setCaseInsensitiveEnumValuesAllowed(true);
    var all = new ArrayList<>(List.of("--oidc-issuer=https://x.test", "--oidc-client=c"));
    all.addAll(List.of(words));
    command.parseArgs(all.toArray(String[]::new));
    return Objects.requireNonNull(options.settings(false, true)).roles();
  }

  @Test
  void whatThereIsNoneOfIsRefusedByNameWithWhatMayBeMeant() throws IOException {
    environment.put("SPEIL_PORTT", "");
    assertThat(refused())
        .startsWith("Speil does not know “--portt (SPEIL_PORTT)”.\nPossible solutions: --port");
    environment.remove("SPEIL_PORTT");
    environment.put("SPEIL_HELP", "true");
    assertThat(refused()).startsWith("Speil does not know “--help (SPEIL_HELP)”.");
    environment.remove("SPEIL_HELP");

    Path file = file("# æ", "", "port = 1", "! \\", "publicurl = https://x.test");
    assertThat(refused())
        .startsWith("Speil does not know “--publicurl (" + file + ":5)”.\nPossible solutions: ")
        .contains("--public-url");
    file("\uFEFFport = 1");
    assertRefused("Speil does not know “--\\uFEFFport (" + file + ":1)”.");
  }

  @Test
  void aValueOfTheWrongTypeIsRefusedWithItsPlace() throws IOException {
    environment.put("SPEIL_PORT", "tcp://10.0.0.1:80");
    assertRefused("SPEIL_PORT: Invalid value for option '--port': 'tcp://10.0.0.1:80' is not");
    environment.remove("SPEIL_PORT");

    Path file = file("", "port = 99999", "reports = true", "user-header = Remote-User");
    assertRefused(file + ":2: Invalid value for option '--port': 99999 is no port", "serve");
    assertRefused("Invalid value for option '--port': -2 is no port", "serve", "--port", "-2");
    assertRefused("Invalid value for option '--port': 'x' is not", "serve", "--port", "x");
    assertRefused("--user-header needs --trusted-proxy", "serve", "--port", "0");
    assertRefused(file + ":3: Invalid", "serve", "--port=0", "--trusted-proxy=::1", "--read-only");
    file("git-branch = main");
    assertRefused(file + ":1: Invalid value for option '--git-branch': it needs --git", "serve");
    file("no-passwords = true");
    assertRefused("--no-passwords needs --user-header or --oidc-issuer", "serve");
    assertRefused("--proxy-secret-file needs --user-header", "serve", "--proxy-secret-file=p");
    file("oidc-issuer = https://x.test");
    assertRefused(
        file + ":1: Invalid value for option '--oidc-issuer': it needs --oidc-client", "serve");
    file("oidc-role = keeper=a");
    assertRefused("Invalid value for option '--oidc-issuer': it needs --oidc-client", "serve");
    file("oidc-issuer = http://x.test", "oidc-client = c");
    assertRefused(
        file + ":1: Invalid value for option '--oidc-issuer': http://x.test does not", "serve");
    file("oidc-issuer = https://x.test", "oidc-client = c", "oidc-role = boss=a");
    assertRefused(file + ":3: Invalid value for option '--oidc-role'", "serve");
    for (String group : List.of("\"a", "", "\"\"")) {
      file("oidc-issuer = https://x.test", "oidc-client = c", "oidc-role = keeper=" + group);
      assertRefused(
          file + ":3: Invalid value for option '--oidc-role': “" + group + "” is no", "serve");
    }
    file("metrics-token-file = /none");
    assertRefused(file + ":1: Invalid value for option '--metrics-token-file': cannot", "serve");
  }

  @Test
  void addressesThatCanNeverDoAreRefusedHereAndByServeForGood() throws IOException {
    for (String line :
        List.of(
            "host = 999.1.1.1",
            "host = 127.0.0.1:7070",
            "host = http://x",
            "public-url = foo",
            "port = 99999")) {
      Path file = file("as = kari", line);
      String option = line.substring(0, line.indexOf(' '));
      String start = file + ":2: Invalid value for option '--" + option + "': ";
      assertRefused(start, "serve");
      Outcome outcome = run("settings");
      assertThat(outcome.err()).startsWith(start).hasLineCount(2);
      assertThat(outcome.code()).isEqualTo(2);
      assertThat(outcome.out()).as("so that the root is found").contains("as = kari\n", "root = ");
    }
    file("");
    for (String host : List.of("::1", "127.0.0.1", "nobody.invalid", "my_host", "fe80::1%none")) {
      assertThat(settings("--host", host)).contains("host = " + host + "\n");
    }
  }

  @Test
  void settingsThatDoNotGoTogetherAreToldOf() throws IOException {
    file("reports = true", "read-only = true");
    String comment = "\n# serve does not start with these here: Invalid value for option '--";
    assertThat(settings()).contains(comment + "reports': a server that writes nothing takes none");
    file("git-branch = main");
    assertThat(settings()).contains(comment + "git-branch': it needs --git");
    file("webhook = http://x.test", "webhook-secret-file = " + folder.resolve("none"));
    assertThat(settings()).contains(comment + "webhook-secret-file': cannot read ");
    file("git = true");
    assertThat(settings()).doesNotContain("does not start");
  }

  @Test
  void anEmptyValueStandsForTheOneBuiltInAndARepeatedOneIsRefused() throws IOException {
    file("public-url = https://x.test", "reports = ");
    environment.put("SPEIL_PUBLIC_URL", " ");
    assertThat(settings())
        .contains("# SPEIL_PUBLIC_URL\npublic-url = \n")
        .contains("speil.conf:2\nreports = \n");

    Path file = file("port = 1", "host = ::1", "port = 2");
    assertRefused(file + ":3: “port” is at " + file + ":1 already.");
    assertRefused("option '--port' (N) should be", "settings", "--port", "1", "--port", "2");
  }

  @Test
  void aFileThatCannotBeReadIsToldInASentence() throws IOException {
    Path file = file("");
    Files.write(file, "as = Åse\n".getBytes(StandardCharsets.ISO_8859_1));
    assertRefused(file + ": It is not UTF-8");
    environment.put("SPEIL_CONF", folder.toString());
    assertRefused(folder + ": Is a directory");
    environment.put("SPEIL_CONF", "/none");
    assertRefused("/none: No such file or directory");
    assertRefused("/none: No such file or directory", "serve", "--reports", "--git=false");
  }

  @Test
  void otherCommandsAndHelpDoNotAskForThem() throws IOException {
    file("nonsense");
    environment.put("SPEIL_NONSENSE", "1");
    Files.createDirectory(folder.resolve("archive"));
    assertThat(run("check", "--root", folder.toString()).code()).isZero();
    assertThat(run("--log-level", "info", "check", "--root", folder.toString()).code()).isZero();
    assertThat(run("serve", "--reports", "--help").out()).contains("SPEIL_PUBLIC_URL");
    assertThat(run("settings", "--help").out())
        .contains("--public-url=U", "The address at which people reach it");
  }

  private void assertRefused(String start, String... words) {
    assertThat(refused(words)).startsWith(start).endsWith(" --help\".\n").hasLineCount(2);
  }

  /** What is said where serve has these words, or settings where there are none. */
  private String refused(String... words) {
    var all = new ArrayList<>(List.of(words));
    if (all.isEmpty()) {
      all.add("settings");
    }
    all.addAll(1, List.of("--root", folder.resolve("none").toString()));
    Outcome outcome = run(all.toArray(String[]::new));
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    return outcome.err();
  }

  private Path file(String... lines) throws IOException {
    Path file = Files.writeString(folder.resolve("speil.conf"), String.join("\n", lines));
    environment.put("SPEIL_CONF", file.toString());
    return file;
  }

  private String settings(String... words) {
    var all = new ArrayList<>(List.of(words));
    all.addFirst("settings");
    Outcome outcome = run(all.toArray(String[]::new));
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    return outcome.out();
  }

  private Outcome run(String... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int code =
        SpeilCommand.run(
            words,
            environment,
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8));
    return new Outcome(code, out.toString(UTF_8), err.toString(UTF_8));
  }
}
