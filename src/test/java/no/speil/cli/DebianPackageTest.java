package no.speil.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import no.speil.library.TestLibrary;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Debian package, made of the jar that Maven has just made, or else of the classes under test,
 * unpacked and started.
 */
@Tag("slow")
class DebianPackageTest {
  private static final String BUILD = "src/main/deb/build";
  private static final Path RESOURCES = Path.of("src/test/resources/no/speil/cli");
  private static final Path JPACKAGE = Path.of(System.getProperty("java.home"), "bin/jpackage");

  @TempDir private static Path folder;
  private static Path deb;
  private static Path unpacked;

  @BeforeAll
  static void make() throws Exception {
    for (String tool : List.of("dpkg-deb", "objcopy", JPACKAGE.toString())) {
      boolean there =
          Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
              .anyMatch(path -> Files.isExecutable(Path.of(path).resolve(tool)));
      if (!there) {
        System.out.println("The Debian package is not tested: there is no " + tool + ".");
      }
      Assumptions.assumeTrue(there, "no " + tool);
    }
    String built = System.getProperty("speil.jar");
    Path jar = built == null ? pack() : Path.of(built);
    Path libraries = built == null ? libraries() : jar.resolveSibling("lib");
    Path to = folder.resolve("deb");
    deb = folder.resolve("speil.deb");
    unpacked = folder.resolve("unpacked");
    run("sh", BUILD, "stage", jar.toString(), libraries.toString(), to.toString());
    run(
        JPACKAGE.toString(),
        "@src/main/deb/jpackage.options",
        "--input",
        to.resolve("input").toString(),
        "--dest",
        to.resolve("image").toString());
    run("sh", BUILD, "train", to.toString());
    run("sh", BUILD, "pack", to.toString(), deb.toString(), "-Znone");
    run("dpkg-deb", "-x", deb.toString(), unpacked.toString());
  }

  private static Path pack() throws Exception {
    Path jar = folder.resolve("speil.jar");
    Path manifest = folder.resolve("manifest");
    Files.writeString(manifest, "Implementation-Version: 1.2.3~20261129.1234+gaa097b1\n");
    URI classes = SpeilCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    ToolProvider.findFirst("jar")
        .orElseThrow()
        .run(
            System.out,
            System.err,
            "cfm",
            jar.toString(),
            manifest.toString(),
            "-C",
            Path.of(classes).toString(),
            ".");
    return jar;
  }

  private static Path libraries() throws IOException {
    Path libraries = Files.createDirectory(folder.resolve("lib"));
    for (String each : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path jar = Path.of(each);
      if (each.endsWith(".jar") && !Files.exists(libraries.resolve(jar.getFileName()))) {
        Files.copy(jar, libraries.resolve(jar.getFileName()));
      }
    }
    return libraries;
  }

  @Test
  void itHoldsTheProgramItsUnitAndItsOptions() throws Exception {
    assertThat("Speil " + run("dpkg-deb", "-f", deb.toString(), "Version"))
        .isEqualTo(run(unpacked + "/usr/lib/speil/bin/speil", "--version"))
        .matches(
            "Speil \\d+\\.\\d+\\.\\d+~(\\d{8}\\.\\d{4}\\+g[0-9a-f]{7,}(\\.changed)?|0\\+unknown)");
    assertThat(
            run("dpkg-deb", "-c", deb.toString()).lines().map(line -> line.replaceAll(" +", " ")))
        .anyMatch(line -> line.matches("-rwxr-xr-x root/root .* \\./usr/bin/speil"))
        .anyMatch(line -> line.matches("-rwxr-xr-x root/root .* \\./usr/lib/speil/bin/speil"))
        .anyMatch(line -> line.matches("-rw-r--r-- root/root .* \\./etc/speil/serve\\.options"))
        .anyMatch(line -> line.matches("-rw-r--r-- root/root .*/systemd/system/speil\\.service"))
        .noneMatch(line -> line.contains("/var/lib"))
        .noneMatch(line -> line.contains("/DEBIAN"));
  }

  @Test
  void itTellsWhatIsNewAndHowEachCommandIsUsed() throws Exception {
    assertThat(run("zcat", unpacked + "/usr/share/doc/speil/changelog.gz"))
        .startsWith("speil (" + run("dpkg-deb", "-f", deb.toString(), "Version") + ") unstable; ")
        .contains("\n  * ")
        .containsPattern("\n\n -- Speil <.*>  \\w{3}, .* \\+0000$");
    assertThat(run("zcat", unpacked + "/usr/share/man/man1/speil.1.gz"))
        .contains(".SH NAME\nspeil \\- server", ".SH \"SPEIL BACKUP\"", "\\-\\-public\\-url=");
  }

  @Test
  void itStartsFromAnAotCacheMadeWithTheSameJava() throws Exception {
    assumeAotCaches();
    String speil = unpacked + "/usr/lib/speil/bin/speil";
    Process version = process(speil, "--version").start();
    Path withoutCache = folder.resolve("without-cache");
    run("cp", "-rp", unpacked + "/usr/lib/speil", withoutCache.toString());
    Files.delete(withoutCache.resolve("lib/app/speil.aot"));

    assertThat(withCacheOnly(speil, "--version")).isZero();
    assertThat(withCacheOnly(withoutCache + "/bin/speil", "--version")).isNotZero();
    assertThat(version.inputReader(UTF_8).lines()).singleElement().asString().startsWith("Speil ");
  }

  @Test
  void whyTheAotCacheIsNotUsedIsNotSaidOnStandardOutput() throws Exception {
    assumeAotCaches();
    ProcessBuilder builder = process(unpacked + "/usr/lib/speil/bin/speil", "--version");
    builder.environment().put("JAVA_TOOL_OPTIONS", "-XX:-UseCompressedOops");
    Path err = folder.resolve("err");
    Process speil = builder.redirectErrorStream(false).redirectError(err.toFile()).start();

    assertThat(speil.inputReader(UTF_8).lines()).singleElement().asString().startsWith("Speil ");
    assertThat(speil.waitFor()).isZero();
    assertThat(err).content().contains("Unable to use AOT cache");
  }

  @Test
  void itIsMadeWithoutAnAotCacheWhereTheTrainingFails() throws Exception {
    Path to = folder.resolve("untrained");
    Path app = Files.createDirectories(to.resolve("image/speil/lib/app"));
    Path program = Files.createDirectory(to.resolve("image/speil/bin")).resolve("speil");
    Files.writeString(program, "#!/bin/sh\necho no such option; exit 1\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Files.writeString(app.resolve("speil.cfg"), "[JavaOptions]\n");

    String said = run("sh", BUILD, "train", to.toString());

    assertThat(said).contains("no such option", "is made without an AOT cache");
    assertThat(app.resolve("speil.cfg")).content().isEqualTo("[JavaOptions]\n");
    assertThat(app.resolve("speil.aot")).doesNotExist();
  }

  private static void assumeAotCaches() {
    Assumptions.assumeTrue(Runtime.version().feature() >= 25, "no AOT cache before Java 25");
  }

  /** The exit code of a program whose Java ends at once where it cannot use its AOT cache. */
  private static int withCacheOnly(String... words) throws Exception {
    ProcessBuilder builder = process(words).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on");
    return builder.start().waitFor();
  }

  @Test
  void removingItNeverTouchesTheArchive() throws Exception {
    Path control = folder.resolve("control");
    run("dpkg-deb", "-e", deb.toString(), control.toString());
    for (String script : List.of("prerm", "postrm", "postinst")) {
      assertThat(control.resolve(script))
          .content()
          .doesNotContainPattern("\\brm\\b|userdel|deluser");
    }
    assertThat(Files.readString(control.resolve("conffiles")).lines())
        .allMatch(file -> Files.exists(unpacked.resolve(file.substring(1))));
  }

  @Test
  void itServesByItsOwnJava() throws Exception {
    Path root = folder.resolve("letters");
    new TestLibrary(root)
        .put("archive/blåbær.md", "Styret må gå.\n")
        .put("translations/blåbær.md", "The board must go.\n");
    Path options = unpacked.resolve("etc/speil/serve.options");
    String own =
        Files.readString(options).replace("/var/lib/speil", root.toString()).replace("7070", "0");
    Files.writeString(options, own);
    Process server = process(unpacked + "/usr/lib/speil/bin/speil", "serve", "@" + options).start();
    try (BufferedReader out = server.inputReader(UTF_8)) {
      String line = out.readLine();
      assertThat(line).startsWith("Speil is at http://127.0.0.1:");
      String address = line.substring("Speil is at ".length());
      assertThat(get(address + "/d/bl%C3%A5b%C3%A6r")).contains(today(), "The board must go");
      assertThat(get(address + "/metrics")).contains("jvm_memory_used_bytes{area=\"heap\"}");
    } finally {
      server.destroy();
    }
    assertThat(server.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(server.exitValue()).isEqualTo(143);
  }

  @Test
  void itImportsTextsAndSaysHowToBringAPdf() throws Exception {
    Path root = folder.resolve("new");
    Files.createDirectories(root.resolve("archive"));
    Path texts = Files.createDirectory(folder.resolve("texts"));
    Files.writeString(texts.resolve("a.nb.md"), "+++\ntitle = 'Et brev'\n+++\nTil styret.\n");
    Files.writeString(texts.resolve("b.html"), "<html lang=nb><h1>Sak</h1><p>En <b>sak</b>.</p>");
    Files.writeString(texts.resolve("c.pdf"), "%PDF-1.7\n");

    Process speil =
        process(
                unpacked + "/usr/lib/speil/bin/speil",
                "import",
                "--root",
                root.toString(),
                texts.toString())
            .start();
    String said;
    try (BufferedReader out = speil.inputReader(UTF_8)) {
      said = String.join("\n", out.lines().toList());
    }

    assertThat(speil.waitFor()).as(said).isOne();
    assertThat(said)
        .contains("c.pdf\n  not imported: PDF is not read")
        .contains("pdftotext -enc UTF-8")
        .endsWith("2 files written, 1 not imported.");
    assertThat(root.resolve("archive/a.md")).content().contains("title: Et brev");
    assertThat(root.resolve("archive/b.md")).content().contains("En **sak**.");
  }

  @Test
  void itsUnitIsCleanAndLetsInLittle() throws Exception {
    Assumptions.assumeTrue(Files.exists(Path.of("/usr/bin/systemd-analyze")), "no systemd-analyze");
    Path service = unpacked.resolve("usr/lib/systemd/system/speil.service");
    Path unit = Files.createDirectory(folder.resolve("unit")).resolve("speil.service");
    Files.writeString(
        unit,
        Files.readString(service).replace("=/usr/lib/speil", "=" + unpacked + "/usr/lib/speil"));

    assertThat(run("systemd-analyze", "verify", unit.toString())).isEmpty();
    run("systemd-analyze", "security", "--offline=true", "--threshold=10", unit.toString());
  }

  /** What the script {@code systemd-trial} prints where a systemd runs the package. */
  @Nested
  class UnderSystemd {
    private static String said;

    @BeforeAll
    static void boot() throws Exception {
      Path trial = Files.createDirectory(folder.resolve("trial"));
      Path tree = folder.resolve("deb/tree");
      run("sed", "-i", "/^Version:/s/~.*/~99991231.2359+g0000000/", tree + "/DEBIAN/control");
      run("dpkg-deb", "-Znone", "--build", tree.toString(), trial.resolve("next.deb").toString());
      Files.copy(deb, trial.resolve("speil.deb"));
      run("cp", "-r", "archive", "translations", trial.toString());
      Files.copy(RESOURCES.resolve("systemd-trial"), trial.resolve("trial"));
      Path out = trial.resolve("out");

      Process boot = process("sh", RESOURCES + "/systemd-boot", trial.toString()).start();
      String printed;
      try (BufferedReader lines = boot.inputReader(UTF_8)) {
        printed = String.join("\n", lines.lines().toList());
      }

      int code = boot.waitFor();
      if (!Files.exists(out)) {
        System.out.println("The service is not tested, since no systemd boots here:\n" + printed);
      }
      Assumptions.assumeTrue(Files.exists(out), "no systemd boots here");
      said = Files.readString(out);
      assertThat(code).as(said + Files.readString(trial.resolve("err"))).isZero();
    }

    @Test
    void itsServiceIsUpWhenItIsInstalled() {
      assertThat(said).contains("installed: active enabled 200\n", "signs in as: keeper\n");
    }

    @Test
    void itsServiceSearchesAndWritesAndMayDoAllThatItNeeds() throws IOException {
      assertThat(said)
          .contains("restarted: active, " + originals() + " documents\n")
          .contains("signed in: 303\n", "searched: 200\n")
          .contains("written: 303 1\n", "account: 1\n", "restarts by itself: 0\n");
    }

    @Test
    void itsServiceIsReachedFromThisMachineOnly() {
      assertThat(said).contains("from here: 200\n", "from elsewhere: 000\n");
    }

    @Test
    void itsServiceIsStartedAnewByAnUpgradeAndStopsWell() {
      assertThat(said)
          .contains(
              "upgraded: active 200 99991231.2359+g0000000\n",
              "upgraded after it had failed: failed, active\n")
          .contains("stopped: inactive success\n");
    }

    @Test
    void purgingItLeavesTheArchive() {
      assertThat(said).contains("purged: inactive 1\n");
    }
  }

  /** In the archive that comes with the program. */
  private static long originals() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("archive"))) {
      return files.filter(file -> file.toString().endsWith(".md")).count();
    }
  }

  /** For which the program's own Java must know Norwegian. */
  private static String today() {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(Locale.of("nb"))
        .format(LocalDate.now(ZoneId.systemDefault()));
  }

  private static String get(String address) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address)).header("Accept-Language", "nb").build();
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(address).isEqualTo(200);
      return answer.body();
    }
  }

  private static ProcessBuilder process(String... words) {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder;
  }

  /** Runs a program to its end, which must be a good one, and gives what it prints. */
  private static String run(String... words) throws Exception {
    Process process = process(words).start();
    List<String> lines = new ArrayList<>();
    try (BufferedReader out = process.inputReader(UTF_8)) {
      out.lines().forEach(lines::add);
    }
    String printed = String.join("\n", lines);
    assertThat(process.waitFor()).as("%s%n%s", List.of(words), printed).isZero();
    return printed;
  }
}
