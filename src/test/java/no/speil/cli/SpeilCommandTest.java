package no.speil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.speil.NeedsPrograms;
import no.speil.Program;
import no.speil.archive.Archive;
import no.speil.archive.SmallDisk;
import no.speil.archive.UnprivilegedProcess;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.library.Library;
import no.speil.library.TestLibrary;
import no.speil.library.actions.Actor;
import no.speil.record.ReportCategory;
import no.speil.record.ReportEvent.ReportContent;
import no.speil.record.TextQuote;
import no.speil.status.TrackedSection;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeilCommandTest {
  @TempDir private Path folder;
  private TestLibrary root;

  /** What a command left behind. */
  private record Outcome(int code, String out, String err) {}

  @BeforeEach
  void make() {
    root =
        new TestLibrary(folder)
            .put("archive/2015/a.md", "---\ntitle: Et brev\n---\n\nStyret må gå.\n\nNå.\n")
            .put("translations/2015/a.md", "---\ntitle: A letter\n---\n\nThe board must go.\n");
  }

  @Test
  void everyCommandHasHelp() {
    for (String command :
        new String[] {
          "serve", "index", "check", "progress", "search", "export", "links", "import"
        }) {
      Outcome outcome = run(command, "--help");
      assertThat(outcome.code()).isZero();
      assertThat(outcome.out()).contains("Usage: speil " + command, "--root=DIR");
    }
    assertThat(run("--help").out())
        .contains("serve", "index", "check", "progress", "search", "export", "links", "import");
  }

  @Test
  void everyCommandTellsWhichBuildItIs() {
    assertThat(run("--version").out()).isEqualTo("Speil dev\n");
    assertThat(run("check", "--version").out()).isEqualTo("Speil dev\n");
  }

  @Test
  void helpDescribesEveryOption() {
    for (String command :
        List.of(
            "",
            "serve",
            "settings",
            "health",
            "index",
            "check",
            "progress",
            "search",
            "export",
            "links",
            "import",
            "publish",
            "backup",
            "restore",
            "account",
            "account add",
            "account invite",
            "account list",
            "account role",
            "account email",
            "account disable",
            "account enable",
            "account token")) {
      String help = run((command + " --help").strip().split(" ")).out();
      assertThat(help)
          .as(command)
          .contains("--help")
          .doesNotContainPattern("(?m)^ {2,6}(-\\w, )?--\\S+ *\\n(?! {20})")
          .doesNotContain("null");
    }
    assertThat(run("serve", "--help").out()).contains("Serve the archive over HTTP.");
  }

  @Test
  void wrongWordsAreAnsweredWithWhatIsWrongAndTwo() {
    assertThat(run().code()).isEqualTo(2);
    assertThat(run("dance").code()).isEqualTo(2);
    assertThat(run("check", "--fail-on", "nothing").code()).isEqualTo(2);
    assertThat(run("serve", "--port", "x").err())
        .startsWith("Invalid value for option '--port'")
        .endsWith("See \"speil serve --help\".\n")
        .hasLineCount(2);
  }

  @Test
  void missingRootIsOneSentence() {
    Outcome outcome = run("check", "--root", folder.resolve("nowhere").toString());

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err().strip().lines()).hasSize(1);
    assertThat(outcome.err()).contains("nowhere does not exist");
  }

  @Test
  void rootThatIsAFileIsOneSentence() {
    Outcome outcome = run("serve", "--root", folder.resolve("archive/2015/a.md").toString());

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("is not a folder");
  }

  @Test
  void emptyArchiveIsFine(@TempDir Path empty) throws IOException {
    Files.createDirectory(empty.resolve("archive"));
    assertThat(run("check", "--root", empty.toString()))
        .extracting(Outcome::code, Outcome::err)
        .containsExactly(0, "");
    assertThat(run("index", "--root", empty.toString()).out())
        .startsWith("0 documents, 0 sections, 0 problems");
  }

  @Test
  void folderWithoutArchiveIsOneSentenceForEveryCommandAndStaysAsItWas(@TempDir Path other)
      throws IOException {
    Files.createDirectory(other.resolve("translations"));
    for (List<String> command :
        List.of(
            List.of("serve", "--port", "0"),
            List.of("serve", "--port", "0", "--read-only"),
            List.of("index"),
            List.of("check"),
            List.of("progress"),
            List.of("links"),
            List.of("import", other.toString()),
            List.of("search", "styret"),
            List.of("export", "styret"),
            List.of("export", "--format", "xlf", "a"))) {
      var words = new ArrayList<>(command);
      words.addAll(1, List.of("--root", other.toString()));
      Outcome outcome = run(words.toArray(String[]::new));

      assertThat(outcome.code()).as(command.toString()).isEqualTo(2);
      assertThat(outcome.out()).as(command.toString()).isEmpty();
      assertThat(outcome.err())
          .as(command.toString())
          .startsWith(other + " has no folder archive/")
          .contains("--root")
          .hasLineCount(1);
    }
    try (Stream<Path> files = Files.list(other)) {
      assertThat(files).containsExactly(other.resolve("translations"));
    }
  }

  @Test
  void folderWithoutArchiveIsToldWhereOneIs(@TempDir Path above) throws IOException {
    Path root = above.resolve("arkiv/archive");
    Files.createDirectories(root.resolve("content"));
    String found = "--root " + above.resolve("arkiv");

    assertThat(run("check", "--root", root.toString()).err()).contains(found);
    assertThat(run("check", "--root", root.resolve("content").toString()).err()).contains(found);
    assertThat(run("check", "--root", above.toString()).err()).contains(found);
    Path site = above.resolve("site");
    Files.createDirectories(site.resolve("content"));
    assertThat(run("check", "--root", site.toString()).err())
        .contains("content/", "archive/", "translations/")
        .hasLineCount(1);
  }

  @Test
  void folderThatCannotBeWrittenIsToldHowToBeServed() throws IOException {
    Files.writeString(folder.resolve(".speil"), "a file where the lock's folder would be");

    Outcome outcome = run("serve", "--port", "0", "--root", folder.toString());
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .startsWith(folder + " cannot be written to")
        .contains("serve --read-only")
        .hasLineCount(1);
    assertThat(run("check", "--root", folder.toString()).code()).isZero();
  }

  @Test
  void folderOnAReadOnlyFileSystemIsToldHowSystemdLetsItBeWritten() throws IOException {
    Path mounted = folder.resolve("mounted");
    try (SmallDisk disk = SmallDisk.mount(mounted)) {
      Files.createDirectory(mounted.resolve("archive"));
      disk.protect();

      Outcome outcome = run("serve", "--port", "0", "--root", mounted.toString());
      assertThat(outcome.code()).isEqualTo(2);
      assertThat(outcome.err())
          .startsWith(mounted + " cannot be written to: it lies on a read-only file system.")
          .contains("ReadWritePaths=" + mounted + " below [Service]", "systemctl edit speil")
          .hasLineCount(1);
    }
  }

  @Test
  void publicAddressIsOneThatTheServerCanHave() {
    for (String wrong :
        List.of(
            "foo",
            "https:",
            "ftp://x.test",
            "https://x.test/?a=b",
            "https://x.test//arkiv",
            "https://x.test/../arkiv",
            "https://x.test/%61rkiv",
            "https://x.test/a\"b")) {
      Outcome outcome = run("serve", "--root", folder.toString(), "--public-url", wrong);
      assertThat(outcome.code()).as(wrong).isEqualTo(2);
      assertThat(outcome.err()).as(wrong).startsWith("Invalid value for option '--public-url'");
    }
  }

  @Test
  void indexMakesIndexAndRecords() {
    Outcome outcome = run("index", "--root", folder.toString());

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).startsWith("1 document, 3 sections, 0 problems");
    assertThat(Files.exists(folder.resolve(".speil/index"))).isTrue();
    assertThat(Files.exists(folder.resolve("translations/2015/a.jsonl"))).isTrue();
  }

  @Test
  void secondWriterIsToldSoAndReadersRunBeside() {
    try (Archive held = Archive.open(folder, Clock.systemUTC())) {
      assertThat(held.readOnly()).isFalse();
      Outcome outcome = run("index", "--root", folder.toString());
      assertThat(outcome.code()).isEqualTo(1);
      assertThat(outcome.err()).contains("is writing to", "--read-only");
      assertThat(run("check", "--root", folder.toString()).code()).isZero();
      assertThat(run("progress", "--root", folder.toString()).code()).isZero();
      assertThat(run("search", "--root", folder.toString(), "styret").out()).contains("1 section");
    }
  }

  @Test
  void whereNobodyCanListenIsOneSentence() {
    Outcome outcome =
        run("serve", "--root", folder.toString(), "--port", "0", "--host", "nobody.invalid");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("nobody.invalid", "--host").doesNotContain("is taken");
    assertThat(outcome.err()).hasLineCount(1).doesNotContain("null");
  }

  @Test
  void aPortThatIsNoneIsWrongUsage() {
    Outcome outcome = run("serve", "--root", folder.toString(), "--port", "99999");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("Invalid value for option '--port'");
  }

  @Test
  void aPortThatThisUserMayNotListenAtIsWrongUsage() throws Exception {
    Path first = Path.of("/proc/sys/net/ipv4/ip_unprivileged_port_start");
    boolean isOfRoot = Files.exists(first) && !Files.readAllLines(first).getFirst().matches("[01]");
    Assumptions.assumeTrue(isOfRoot, "everybody may listen at every port here");
    List<String> command = new ArrayList<>(UnprivilegedProcess.withoutPrivileges());
    command.addAll(Program.main(false, "-Xmx128m"));
    command.addAll(List.of("serve", "--port", "1", "--root", folder.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as("systemd does not start it again").isEqualTo(2);
    assertThat(said).contains("Port 1 on 127.0.0.1 cannot be used (Permission denied)");
  }

  @Test
  void takenPortIsOneSentence() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      Outcome outcome = run("serve", "--root", folder.toString(), "--port", port);

      assertThat(outcome.code()).isEqualTo(1);
      assertThat(outcome.err()).contains("Port " + port, "--port");
      assertThat(outcome.err().strip().lines()).hasSize(1);
    }
  }

  @Test
  void checkListsProblemsByFileAndLineAndFailsOnThem() {
    root.put("archive/b.md", "---\ntitle: [\n---\n\nTekst.\n");

    Outcome outcome = run("check", "--root", folder.toString());

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out()).contains("archive/b.md:").contains("2 documents");
  }

  @Test
  void checkTellsOnceThatAnOriginalCannotBeReadAndOfNothingElse() throws IOException {
    root.put("archive/c.md", "# Brev\n\nVi møtes i morgen.\n")
        .put("translations/c.md", "# Letter\n\nWe meet tomorrow.\n");
    run("index", "--root", folder.toString());
    try (var file = new RandomAccessFile(folder.resolve("archive/c.md").toFile(), "rw")) {
      file.setLength(17L << 20);
    }

    assertThat(run("check", "--root", folder.toString()).out().lines())
        .filteredOn(line -> line.contains("/c.md"))
        .singleElement()
        .asString()
        .startsWith("archive/c.md: This file could not be read: it is larger than 16 MB.");
  }

  @Test
  void whatCheckTellsOfATextMovesNoCursor() {
    root.put("archive/a.md", "---\naccess: \"x\\e[2J\"\n---\n\nEt brev.\n");

    assertThat(run("check", "--root", folder.toString()).out())
        .contains("archive/a.md:2:", "x\\u001B[2J")
        .doesNotContain("\u001b");
  }

  @Test
  void checkTellsOfFilesThatAreNotReadAndWhatToDo() {
    root.put("archive/brev.docx", "x")
        .put("archive/c.nb.md", "# Brev\n\nVi møtes i morgen, og ikke før.\n")
        .put("archive/c.en.md", "# Letter\n\nWe meet tomorrow, and not before that.\n")
        .put("archive/toml.md", "+++\ntitle = \"Et brev\"\n+++\n\nVi møtes i morgen.\n");

    Outcome outcome = run("check", "--root", folder.toString());

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out())
        .contains(
            "archive/brev.docx: This file is not read: it is not Markdown. Make Markdown of it,"
                + " archive/brev.md")
        .contains("archive/c.en.md: By its name this is the translation of archive/c.nb.md")
        .contains("Move it to translations/c.md, and give the original the name archive/c.md.")
        .contains("archive/toml.md:1: The front matter is TOML");
  }

  @Test
  void checkTellsOfMergesThatNobodyHasResolved() {
    root.put(
        "archive/2015/a.md",
        """
        ---
        title: Et brev
        ---

        <<<<<<< HEAD
        Styret må gå.
        =======
        Styret bør gå.
        >>>>>>> gren
        """);

    Outcome outcome = run("check", "--root", folder.toString());

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out())
        .contains("archive/2015/a.md:5: A merge has left two versions of a passage here, up to")
        .contains("line 9.", "1 document");
  }

  @Test
  void checkTellsWhereTheGlossaryContradictsItselfAndFailsOnNothing() {
    root.put("glossary.tsv", "# ord\nstyre\tboard\nstyre\tgovernment\n");

    Outcome outcome = run("check", "--root", folder.toString());

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .contains("glossary.tsv:2: note: \"styre\" has several translations (lines 2, 3)");
    assertThat(run("check", "--root", folder.toString(), "--json").out())
        .contains("\"glossary\":[{\"kind\":\"norwegian\",\"term\":\"styre\",\"lines\":[2,3]}]");
  }

  @Test
  void checkTellsLinesOfTheGlossaryThatCannotBeRead() {
    root.put("glossary.tsv", "styre\tboard\nlandsmøte\n");

    Outcome outcome = run("check", "--root", folder.toString());

    assertThat(outcome.code()).isOne();
    assertThat(outcome.out()).contains("glossary.tsv:2: ", "1 problem");
  }

  @Test
  void whatTheProgramDoesNotKnowIsNamed() {
    assertThat(run("progres").err())
        .startsWith("Speil does not know “progres”.\nDid you mean: speil progress");
  }

  @Test
  void noAccountsAreToldToo() {
    assertThat(run("account", "list", "--root", folder.toString()).out())
        .isEqualTo("Nobody has an account yet.\n");
  }

  @Test
  void aFileThatCannotBeWrittenIsNamedWithTheReason() throws IOException {
    Files.createDirectory(folder.resolve("accounts.json"));
    assertThat(run("account", "add", "kari", "--role", "keeper", "--root", folder.toString()).err())
        .contains("accounts.json: Is a directory");
  }

  @Test
  void invitationsLeadToTheArchivesAddressOrWhereItsServerListens() {
    String[] invite = {"account", "invite", "kari", "--root", folder.toString()};
    assertThat(run("account", "add", "kari", "--role", "keeper", "--root", folder.toString()).out())
        .contains(": http://127.0.0.1:7070/invitation?token=");
    root.put(".speil/address", "http://127.0.0.1:7221\n");
    assertThat(run(invite).out()).contains(": http://127.0.0.1:7221/invitation?token=");
    root.put("archive/speil.yaml", "url: https://arkiv.example.org/\n");
    assertThat(run(invite).out()).contains(": https://arkiv.example.org/invitation?token=");
  }

  @Test
  void checkTellsFailedChecksWithFileAndLineUntilTheyAreDismissed() {
    root.put(
        "translations/2015/a.md",
        "---\ntitle: A letter\n---\n\nThe board must go in 15 days.\n\nNow.\n");
    String path = folder.toString();
    Outcome outcome = run("check", "--root", path, "--fail-on", "check");
    String line = "translations/2015/a.md:5: check (/s/";
    assertThat(outcome.out())
        .contains(line)
        .contains("number-added. In the text and not in the original: 15")
        .contains(", 1 check");
    assertThat(outcome.code()).isOne();
    assertThat(run("check", "--root", path, "--json").out())
        .contains("\"check\":[{\"document\":\"2015/a\"")
        .contains("\"line\":5,\"words\":\"number-added. ");

    Library library = root.open();
    TrackedSection section = root.section("2015/a", "Styret");
    library
        .marks()
        .dismiss(
            section.section().id(),
            "number-added",
            "Står slik.",
            section.version(),
            TestLibrary.OLA);
    root.close();
    Outcome after = run("check", "--root", path, "--fail-on", "check");
    assertThat(after.out()).doesNotContain(line).contains(", 0 check");
    assertThat(after.code()).isZero();
  }

  @Test
  void checkFailsOnWhatItIsAskedTo() {
    String path = folder.toString();
    assertThat(run("check", "--root", path, "--fail-on", "stale").code()).isZero();
    assertThat(run("check", "--root", path, "--fail-on", "stale,untranslated").code()).isOne();
    makeStale("må gå", "må ikke gå");

    assertThat(run("check", "--root", path, "--fail-on", "stale").code()).isOne();
    assertThat(run("check", "--root", path, "--fail-on", "facts").code()).isOne();
    assertThat(run("check", "--root", path).out()).contains("archive/2015/a.md:5: stale");
  }

  @Test
  @NeedsPrograms("git")
  void checkFailsOnWhatKeepsTheWorkFromTheRemote() {
    String[] check = {"check", "--root", folder.toString(), "--fail-on", "git"};
    assertThat(run(check).code()).as("no repository").isOne();
    git("init", "-q", "-b", "main");
    git("add", "archive");
    git("commit", "-q", "-m", "Begin");
    git("init", "-q", "--bare", "-b", "main", "remote.git");
    git("remote", "add", "origin", "remote.git");
    git("push", "-q", "-u", "origin", "main");
    assertThat(run(check).code()).as("all is there").isZero();

    git("commit", "-q", "--allow-empty", "-m", "Waits");
    assertThat(run(check))
        .satisfies(outcome -> assertThat(outcome.code()).isOne())
        .satisfies(outcome -> assertThat(outcome.out()).contains("One commit waits"));
    assertThat(run("check", "--root", folder.toString()).code()).as("not asked for").isZero();
  }

  private void git(String... arguments) {
    Program.git(folder, arguments);
  }

  @Test
  void checkListsTranslationsEditedOutside() {
    root.open();
    root.mark(root.section("2015/a", "Styret"), State.REVIEWED, TestLibrary.KARI);
    root.close();
    root.put(
        "translations/2015/a.md",
        root.read("translations/2015/a.md").replace("must go", "has to go"));

    assertThat(run("check", "--root", folder.toString(), "--fail-on", "edited"))
        .satisfies(outcome -> assertThat(outcome.code()).isOne())
        .satisfies(outcome -> assertThat(outcome.out()).contains("archive/2015/a.md:5: edited"));
  }

  @Test
  void checkListsReportsThatWaitWithTheirWords() throws IOException {
    root.open();
    TrackedSection section = root.section("2015/a", "Styret");
    root.library()
        .reports()
        .report(
            section.section().id(),
            new ReportContent(ReportCategory.MEANING, "It says\nstay."),
            new TextQuote(Side.TRANSLATION, "must go", "", ""),
            section.version(),
            new Actor("reader", "web"));
    root.close();

    String path = folder.toString();
    Outcome outcome = run("check", "--root", path, "--fail-on", "report");
    assertThat(outcome.code()).isOne();
    assertThat(outcome.out())
        .contains("archive/2015/a.md:5: report (/s/" + section.section().id() + "): meaning")
        .contains("(reader) “must go” It says stay.", ", 1 report");
    assertThat(run("check", "--root", path).code()).isZero();
    JsonNode json =
        new ObjectMapper().readTree(run("check", "--json", "--root", path).out()).path("report");
    assertThat(json.get(0).path("words").asText()).endsWith("It says stay.");
  }

  @Test
  void reportsAreWrittenSoTheyAndReadOnlyRuleEachOtherOut() {
    assertThat(run("serve", "--read-only", "--reports").code()).isEqualTo(2);
  }

  @Test
  void checkTellsWordingFromFacts() {
    makeStale("må gå", "må trekke seg");

    String path = folder.toString();
    assertThat(run("check", "--root", path, "--fail-on", "stale").code()).isOne();
    assertThat(run("check", "--root", path, "--fail-on", "facts").code()).isZero();
  }

  @Test
  void checkPrintsJson() throws IOException {
    Outcome outcome = run("check", "--json", "--root", folder.toString());

    JsonNode report = new ObjectMapper().readTree(outcome.out());
    assertThat(report.path("documents").asInt()).isEqualTo(1);
    assertThat(report.path("problems")).isEmpty();
    assertThat(report.path("untranslated").get(0).path("line").asInt()).isEqualTo(7);
  }

  @Test
  void progressIsATableAndJson() throws IOException {
    assertThat(run("progress", "--root", folder.toString()).out())
        .contains("all", "2015", "untranslated        draft");
    JsonNode folders =
        new ObjectMapper()
            .readTree(run("progress", "--json", "--root", folder.toString()).out())
            .path("folders");
    assertThat(folders.get(0).path("untranslated").toString())
        .isEqualTo("{\"sections\":1,\"words\":1}");
    assertThat(folders.get(1).path("folder").asText()).isEqualTo("2015");
  }

  @Test
  void searchPrintsPairsAndTheAnswerOfTheInterface() throws IOException {
    run("index", "--root", folder.toString());

    assertThat(run("search", "--root", folder.toString(), "styret", "-nå").out())
        .contains("2015/a", "Styret må gå.", "The board must go.", "1 section");
    JsonNode answer =
        new ObjectMapper()
            .readTree(run("search", "--json", "--root", folder.toString(), "board").out());
    assertThat(answer.path("total").asInt()).isEqualTo(1);
    assertThat(answer.path("hits").get(0).path("original").path("text").asText())
        .isEqualTo("Styret må gå.");
    assertThat(answer.path("didYouMean").isNull()).isTrue();
  }

  @Test
  void searchAsksWhetherAMistypedWordWasMeantOtherwise() {
    run("index", "--root", folder.toString());

    assertThat(run("search", "--root", folder.toString(), "stryet").out())
        .contains("Did you mean: styret");
  }

  @Test
  void exportWritesWhatASearchFindsWithAddresses() throws IOException {
    root.open();
    String id = root.section("2015/a", "Styret").section().id().value();
    root.close();
    Outcome printed =
        run("export", "--root", folder.toString(), "--url", "https://x.test/", "styret", "-nå");
    assertThat(printed.out())
        .startsWith("\uFEFF\"document\",")
        .contains(
            ",\"Styret må gå.\",\"The board must go.\",\"https://x.test/s/" + id + "?view=no\",")
        .hasLineCount(2);
    assertThat(printed.code()).isZero();
    Path file = folder.resolve("ut.tmx");
    String[] wanted = {
      "export", "--root", folder.toString(), "--format", "tmx", "--output", file.toString(), "board"
    };
    assertThat(run(wanted)).isEqualTo(new Outcome(0, "", ""));
    assertThat(Files.readString(file))
        .contains("<seg>Styret må gå.</seg>", "http://127.0.0.1:7070/s/" + id + "?view=en");
    root.put("archive/speil.yaml", "url: https://stemmer.example/arkiv/\n");
    assertThat(run("export", "--root", folder.toString(), "styret", "-nå").out())
        .contains("\"https://stemmer.example/arkiv/s/" + id + "?view=no\"");
  }

  @Test
  void aTranslationMemoryIsWrittenSentenceBySentenceAndNothingElseIs() {
    root.put("archive/2015/a.md", "# Brev\n\nStyret må gå nå. Vi krever svar innen 14 dager.\n")
        .put(
            "translations/2015/a.md",
            "# Letter\n\nThe board must go now. We demand an answer within 14 days.\n");
    String[] wanted = {
      "export", "--root", folder.toString(), "--unit", "sentence", "--format", "tmx", "svar"
    };

    assertThat(run(wanted).out())
        .contains("segtype=\"sentence\"")
        .contains("<seg>Vi krever svar innen 14 dager.</seg>")
        .contains("<seg>We demand an answer within 14 days.</seg>");
    Outcome refused = run("export", "--root", folder.toString(), "--unit", "sentence", "styret");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).startsWith("Sentence units are available for TMX only.");
  }

  @Test
  void documentsAreExportedAsXliffOneToAFileSeveralToAFolder() throws IOException {
    root.put("archive/2015/a.md", "# Vi\n\nVi krever svar.\n");
    root.put("translations/2015/a.md", "# We\n\nWe demand an answer.\n");
    root.put("archive/2015/b.md", "# To\n\nTo ord.\n");
    root.put("archive/b.md", "# Tre\n");
    String path = folder.toString();

    Outcome printed = run("export", "--root", path, "--format", "xlf", "2015/a");
    assertThat(printed.code()).isZero();
    assertThat(printed.out())
        .startsWith("<?xml")
        .contains("version=\"2.1\"", "archive/2015/a.md", "<target>We demand an answer.</target>")
        .doesNotContain("To ord");
    Path one = folder.resolve("en.xlf");
    run("export", "--root", path, "--format", "xlf", "--output", one.toString(), "2015/a.md");
    assertThat(Files.readString(one)).isEqualTo(printed.out());
    Path all = folder.resolve("ut");
    assertThat(
            run("export", "--root", path, "--format", "xlf", "--output", all.toString(), "doc:2015")
                .out())
        .isEqualTo("2 documents\n");
    assertThat(all.resolve("2015/a.xlf")).exists();
    assertThat(all.resolve("2015/b.xlf")).exists();
    assertThat(all.resolve("b.xlf")).doesNotExist();
    assertThat(run("export", "--root", path, "--format", "xlf", "2015").err())
        .startsWith("Say in which folder");
    assertThat(
            run("export", "--root", path, "--format", "xlf", "--output", all.toString(), "2019")
                .code())
        .isEqualTo(2);
  }

  @Test
  void exportThatCannotBeWrittenSaysSo() {
    Outcome outcome =
        run("export", "--root", folder.toString(), "--output", folder.toString(), "styret");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).startsWith("writing " + folder).hasLineCount(1);
  }

  private void makeStale(String from, String to) {
    root.open();
    root.mark(root.section("2015/a", "Styret"), State.TRANSLATED, TestLibrary.KARI);
    root.close();
    root.put("archive/2015/a.md", root.read("archive/2015/a.md").replace(from, to));
  }

  private static Outcome run(String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int code =
        SpeilCommand.run(
            args,
            Map.of(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Outcome(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
