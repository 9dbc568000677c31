package no.speil.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BUILD = "src/main/deb/build";
  private static final Path RESOURCES = Path.of("src/test/resources/no/speil/cli");

  /** For what ends before the second compiler pays. */
  private static final String QUICK = "JAVA_TOOL_OPTIONS=-XX:TieredStopAtLevel=1";

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
        "env",
        QUICK,
        JPACKAGE.toString(),
        "@src/main/deb/jpackage.options",
        "--input",
        to.resolve("input").toString(),
        "--dest",
        to.resolve("image").toString());
    System.out.println(run("sh", BUILD, "train", to.toString())); // why there is no AOT cache
    run("env", QUICK, "sh", BUILD, "pack", to.toString(), deb.toString(), "-Znone");
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
  void itHoldsTheProgramItsUnitAndItsSettings() throws Exception {
    assertThat("Speil " + run("dpkg-deb", "-f", deb.toString(), "Version"))
        .isEqualTo(run(unpacked + "/usr/lib/speil/bin/speil", "--version"))
        .matches(
            "Speil \\d+\\.\\d+\\.\\d+~(\\d{8}\\.\\d{4}\\+g[0-9a-f]{7,}(\\.changed)?|0\\+unknown)");
    assertThat(
            run("dpkg-deb", "-c", deb.toString()).lines().map(line -> line.replaceAll(" +", " ")))
        .anyMatch(line -> line.matches("-rwxr-xr-x root/root .* \\./usr/bin/speil"))
        .anyMatch(line -> line.matches("-rwxr-xr-x root/root .* \\./usr/lib/speil/bin/speil"))
        .anyMatch(line -> line.matches("-rw-r--r-- root/root .* \\./etc/speil/speil\\.conf"))
        .anyMatch(line -> line.matches("-rw-r--r-- root/root .* \\./etc/logrotate\\.d/speil"))
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
    run("cp", "-al", unpacked + "/usr/lib/speil", withoutCache.toString());
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

  /** Java would take its own folder in /tmp for one that may not be read, and clear it. */
  @Test
  void itsJavaKeepsNothingInTheFolderOfTemporaryFiles() {
    assertThat(unpacked.resolve("usr/lib/speil/lib/app/speil.cfg"))
        .content()
        .contains("java-options=-XX:-UsePerfData\n");
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
    Path settings = unpacked.resolve("etc/speil/speil.conf");
    String own =
        Files.readString(settings)
            .replace("#root = /var/lib/speil", "root = " + root)
            .replace("#port = 7070", "port = 0");
    Files.writeString(settings, own);
    ProcessBuilder builder = process(unpacked + "/usr/lib/speil/bin/speil", "serve");
    builder.environment().put("SPEIL_CONF", settings.toString());
    Process server = builder.start();
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
  void allThatItsSettingsNameIsKnown() throws Exception {
    String shipped = Files.readString(Path.of("src/main/deb/files/etc/speil/speil.conf"));
    Path settings = folder.resolve("all.conf");
    Files.writeString(
        settings,
        shipped.replaceAll("(?m)^#(?=[a-z-]+ = )", "").replaceFirst("access-log = -", ""));
    ProcessBuilder builder = process(unpacked + "/usr/lib/speil/bin/speil", "settings");
    builder.environment().put("SPEIL_CONF", settings.toString());
    Process speil = builder.start();

    assertThat(speil.inputReader(UTF_8).lines())
        .contains("as = kari", "git = true", "log-level = debug", "root = /var/lib/speil");
    assertThat(speil.waitFor()).isZero();
  }

  @Test
  void itsUnitsAreCleanAndLetInLittle() throws Exception {
    Assumptions.assumeTrue(Files.exists(Path.of("/usr/bin/systemd-analyze")), "no systemd-analyze");
    Path units = Files.createDirectory(folder.resolve("unit"));
    for (String name : List.of("speil-backup.service", "speil-backup.timer", "speil.service")) {
      Path installed = unpacked.resolve("usr/lib/systemd/system/" + name);
      Path unit = units.resolve(name);
      Files.writeString(
          unit, Files.readString(installed).replace("/usr/lib/speil", unpacked + "/usr/lib/speil"));
      assertThat(run("systemd-analyze", "verify", unit.toString())).isEmpty();
      if (name.endsWith(".service")) {
        run("systemd-analyze", "security", "--offline=true", "--threshold=10", unit.toString());
      }
    }
  }

  /** What the script {@code systemd-trial} prints where a systemd runs the package. */
  @Nested
  class UnderSystemd {
    private static String said;

    @BeforeAll
    static void boot() throws Exception {
      Path trial = Files.createDirectory(folder.resolve("trial"));
      Path next = trial.resolve("next.deb");
      run("dpkg-deb", "-Znone", "--build", nextTree("service").toString(), next.toString());
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
    void itsServiceIsActiveWhenItAnswersAndStartedAnewWhenItHangs() {
      assertThat(said)
          .contains("as soon as it is active: 200\n")
          .contains("its status: Speil is at http://127.0.0.1:7070\n")
          .contains("watched: alive, 0 times started anew\n")
          .contains("hung: 1 times started anew, 200\n");
    }

    @Test
    void itsServiceIsReachedFromThisMachineOnly() {
      assertThat(said).contains("from here: 200\n", "from elsewhere: 000\n");
    }

    @Test
    void itsServiceIsStartedAnewByAnUpgradeAndStopsWell() {
      assertThat(said)
          .contains("upgraded: active 200 99.0\n", "upgraded after it had failed: failed, active\n")
          .contains(
              "options taken over: 1, Åse Berg\n",
              "options that cannot be: environment serve.options serve.options.dpkg-old speil.conf")
          .contains("stopped: inactive success\n");
    }

    @Test
    void itMakesAndVerifiesABackupOfTheArchiveThatItsSettingsName() {
      assertThat(said).contains("backup: success, 1 of 700 speil, Verified\n");
    }

    @Test
    void itsServiceAndItsBackupWriteInAnArchiveElsewhereWhenTheyMay() {
      assertThat(said)
          .contains("elsewhere: failed, told how: 1\n")
          .contains("elsewhere, when it may write: active, success\n");
    }

    @Test
    void purgingItLeavesTheArchive() {
      assertThat(said).contains("purged: inactive 1\n");
    }
  }

  /** The container image of the same, and what runc makes of it; alone in its own folders. */
  @Nested
  class AsAContainerImage {
    private static Path layout;
    private static Path data;

    @BeforeAll
    static void make() throws Exception {
      layout = folder.resolve("layout");
      data = folder.resolve("data");
      assumeContainers();
      run("sh", "src/main/image/build", folder.resolve("deb/tree").toString(), layout.toString());
      run("umoci", "unpack", "--image", layout + ":latest", folder.resolve("first").toString());
      new TestLibrary(data)
          .put("archive/blåbær.md", "Styret må gå.\n")
          .put("translations/blåbær.md", "The board must go.\n");
      run("chown", "-R", "10001:10001", data.toString());
      Container probe = new Container("first", 10001, "--version");
      String said = probe.output();
      boolean runs = !said.contains("level=error");
      if (!runs) {
        System.out.println("The container image is not run, since runc cannot here:\n" + said);
      }
      Assumptions.assumeTrue(runs, "runc cannot run here");
      assertThat(said).contains("Speil " + run("dpkg-deb", "-f", deb.toString(), "Version"));
    }

    private static void assumeContainers() throws Exception {
      for (String tool : List.of("umoci", "runc")) {
        boolean there =
            process("sh", "-c", "[ $(id -u) = 0 ] && " + tool + " --version")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor()
                == 0;
        if (!there) {
          System.out.println("The container image is not tested: no " + tool + ", or not as root.");
        }
        Assumptions.assumeTrue(there, "no " + tool + " as root");
      }
    }

    @Test
    void itHoldsTheBytesOfThePackageAndSaysWhatItIs() throws Exception {
      assertThat(
              run(
                  "diff",
                  "-r",
                  unpacked + "/usr/lib/speil",
                  folder + "/first/rootfs/usr/lib/speil"))
          .isEmpty();
      String version = run("dpkg-deb", "-f", deb.toString(), "Version");
      String tag = version.replaceAll("[~+]", "-");
      JsonNode config = blob(manifest(tag).at("/config/digest")).at("/config");
      assertThat(config.at("/Labels/org.opencontainers.image.version").asText()).isEqualTo(version);
      assertThat(config.at("/User").asText()).isEqualTo("10001:10001");
      assertThat(config.at("/Volumes").properties())
          .extracting(Map.Entry::getKey)
          .containsExactlyInAnyOrder("/data", "/tmp");
      assertThat(run("umoci", "ls", "--layout", layout.toString()).lines()).contains(tag, "latest");
    }

    @Test
    void itServesSavesAndIsUpgradedByItsLastLayer() throws Exception {
      try (Container server = Container.serve("first")) {
        assertThat(server.page("/d/bl%C3%A5b%C3%A6r"))
            .contains("Styret må gå", "The board must go");
        server.save("The board has to go.");
        assertThat(server.isWell()).isTrue();
        assertThat(new Container("first", 10001, "index").output())
            .contains("Another Speil")
            .doesNotContain("\tat ");
        assertThat(server.stop()).isEqualTo(143);
      }
      assertThat(data.resolve("translations/blåbær.md")).content().contains("has to go");
      assertThat(new Container("first", 1000, "index").output())
          .contains("/data")
          .doesNotContain("\tat ");

      List<String> before = layers();
      upgrade();
      List<String> after = layers();
      assertThat(after.subList(0, 3)).isEqualTo(before.subList(0, 3));
      assertThat(after.getLast()).isNotEqualTo(before.getLast());
      try (Container server = Container.serve("next")) {
        assertThat(server.page("/d/bl%C3%A5b%C3%A6r"))
            .contains("The board has to go", "Speil 99.0");
        assertThat(server.isWell()).isTrue();
      }
    }

    /** Another build: the same but for the jar, by whose manifest it says which it is. */
    private void upgrade() throws Exception {
      Path tree = nextTree("container");
      try (FileSystem jar =
          FileSystems.newFileSystem(tree.resolve("usr/lib/speil/lib/app/speil.jar"))) {
        Path file = jar.getPath("META-INF/MANIFEST.MF");
        var manifest = new Manifest(new ByteArrayInputStream(Files.readAllBytes(file)));
        manifest.getMainAttributes().putValue("Implementation-Version", "99.0");
        try (OutputStream out = Files.newOutputStream(file)) {
          manifest.write(out);
        }
      }
      run("sh", "src/main/image/build", tree.toString(), layout.toString());
      run("umoci", "unpack", "--image", layout + ":99.0", folder.resolve("next").toString());
    }

    private static List<String> layers() throws IOException {
      return manifest("latest").at("/layers").findValuesAsText("digest");
    }

    private static JsonNode manifest(String tag) throws IOException {
      for (JsonNode each : JSON.readTree(layout.resolve("index.json").toFile()).at("/manifests")) {
        if (each.at("/annotations/org.opencontainers.image.ref.name").asText().equals(tag)) {
          return blob(each.at("/digest"));
        }
      }
      throw new AssertionError("no image " + tag);
    }

    private static JsonNode blob(JsonNode digest) throws IOException {
      String path = "blobs/" + digest.asText().replace(':', '/');
      return JSON.readTree(layout.resolve(path).toFile());
    }
  }

  /**
   * A program that runs in an unpacked image with the machine's network, nothing of which it may
   * write but its volumes.
   */
  private static final class Container implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name =
        "speil-" + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet();
    private final Process process;
    private String address = "";

    Container(String bundle, int user, String... arguments) throws IOException {
      Path image = folder.resolve(bundle);
      ObjectNode config = (ObjectNode) JSON.readTree(image.resolve("config.json").toFile());
      ObjectNode program = config.withObject("/process");
      program.put("terminal", false).withObject("/user").put("uid", user).put("gid", user);
      if (arguments.length > 0) {
        ArrayNode words = program.putArray("args").add("/usr/bin/speil");
        Stream.of(arguments).forEach(words::add);
      } else {
        program.withArray("args").add("--port").add("0");
      }
      ArrayNode variables = program.withArray("env");
      for (int i = 0; i < variables.size(); i++) {
        if (variables.get(i).asText().startsWith("JAVA_TOOL_OPTIONS=")) {
          variables.set(i, variables.get(i).asText() + " -XX:TieredStopAtLevel=1");
        }
      }
      config.withObject("/root").put("path", image + "/rootfs").put("readonly", true);
      for (JsonNode mount : config.withArray("mounts")) {
        if (mount.at("/destination").asText().equals("/data")) {
          ((ObjectNode) mount)
              .put("type", "bind")
              .put("source", folder.resolve("data").toString())
              .putArray("options")
              .add("bind");
        }
      }
      removeIf(config.at("/mounts"), mount -> mount.at("/destination").asText().endsWith("cgroup"));
      removeIf(config.at("/linux/namespaces"), each -> each.at("/type").asText().equals("network"));
      Path own = Files.createDirectory(folder.resolve(name));
      JSON.writeValue(own.resolve("config.json").toFile(), config);
      process = process("runc", "run", "--bundle", own.toString(), name).start();
    }

    static Container serve(String bundle) throws IOException {
      var server = new Container(bundle, 10001);
      var said = new StringBuilder();
      BufferedReader out = server.process.inputReader(UTF_8);
      String start = "Speil is at http://0.0.0.0:";
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        said.append(line).append('\n');
        if (line.startsWith(start)) {
          server.address = "http://127.0.0.1:" + line.substring(start.length());
        } else if (line.contains(" documents, ") || line.contains(" document, ")) {
          return server;
        }
      }
      throw new AssertionError(said.toString());
    }

    String output() throws Exception {
      String said = String.join("\n", process.inputReader(UTF_8).lines().toList());
      process.waitFor();
      return said;
    }

    String page(String path) throws Exception {
      return get(address + path);
    }

    void save(String text) throws Exception {
      JsonNode section =
          JSON.readTree(get(address + "/api/v1/documents/bl%C3%A5b%C3%A6r")).at("/sections").get(1);
      String token = Files.readString(folder.resolve("data/.speil/token")).strip();
      HttpRequest request =
          HttpRequest.newBuilder(
                  URI.create(
                      address + "/api/v1/sections/" + section.at("/id").asText() + "/translation"))
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/json")
              .header("If-Match", '"' + section.at("/version").asText() + '"')
              .PUT(
                  HttpRequest.BodyPublishers.ofString(
                      JSON.createObjectNode().put("markdown", text).toString()))
              .build();
      try (HttpClient client = HttpClient.newHttpClient()) {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      }
    }

    /** As the file for Docker Compose has it asked. */
    boolean isWell() throws Exception {
      Matcher asked =
          Pattern.compile("test: \\[CMD, (.*)\\]")
              .matcher(Files.readString(Path.of("src/main/image/compose.yaml")));
      assertThat(asked.find()).isTrue();
      var words = new ArrayList<>(List.of("runc", "exec", name));
      words.addAll(List.of(asked.group(1).split(", ")));
      words.addAll(List.of("--port", String.valueOf(URI.create(address).getPort())));
      return run(words.toArray(String[]::new)).contains("/readyz: ready");
    }

    int stop() throws Exception {
      run("runc", "kill", name, "TERM");
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
      return process.exitValue();
    }

    @Override
    public void close() throws IOException {
      if (process.isAlive()) {
        process("runc", "kill", name, "KILL").start().onExit().join();
        process.onExit().join();
      }
    }

    private static void removeIf(JsonNode list, Predicate<JsonNode> isOne) {
      for (var each = list.iterator(); each.hasNext(); ) {
        if (isOne.test(each.next())) {
          each.remove();
        }
      }
    }
  }

  /** What is packed for a later version. */
  private static Path nextTree(String name) throws Exception {
    Path next = folder.resolve("deb/next-" + name);
    run("cp", "-al", folder.resolve("deb/tree").toString(), next.toString());
    run("sed", "-i", "s/^Version: .*/Version: 99.0/", next + "/DEBIAN/control");
    return next;
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
