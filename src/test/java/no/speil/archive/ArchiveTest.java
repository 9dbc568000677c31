package no.speil.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.corpus.SectionId;
import no.speil.record.EditEvent;
import no.speil.record.EventSignature;
import no.speil.record.TextSnapshot;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
  @TempDir private Path root;
  @AutoClose private Archive archive;

  @BeforeEach
  void open() throws IOException {
    Files.createDirectory(root.resolve("archive"));
    archive = Archive.open(root, Clock.systemUTC());
  }

  @Test
  void textsAndRecordsAreFoundInSubfoldersAndOtherFilesAreNot() throws IOException {
    put("archive/a.md", "a");
    put("archive/2015/æøå/Ærlig talt.md", "b");
    put("archive/2015/picture.png", "c");
    put("archive/.git/x.md", "d");
    put("translations/a.md", "e");
    put("translations/a.jsonl", "f");

    assertThat(walk(new ArrayList<>()))
        .containsExactlyInAnyOrder(
            "ORIGINAL a a.md",
            "ORIGINAL 2015/æøå/Ærlig talt 2015/æøå/Ærlig talt.md",
            "TRANSLATION a a.md",
            "RECORD a a.jsonl");
  }

  @Test
  void filesThatMayHaveBeenMeantAsTextsAreToldOfAndOthersAreNot() throws IOException {
    for (String file :
        List.of(
            "F.MD",
            "g.markdown",
            "t.txt",
            "b.html",
            "c.docx",
            "scan.md",
            "scan.pdf",
            "bilde.png",
            "lyd.mp3",
            "~$c.docx",
            ".skjult.docx",
            ".skjult/d.docx",
            "LICENSE")) {
      put("archive/" + file, "x");
    }
    put("translations/x.jsonl", "");
    put("translations/.gitattributes", "");
    put("translations/2015/a.HTML", "x");
    var problems = new ArrayList<Problem>();

    assertThat(walk(problems))
        .containsExactlyInAnyOrder("ORIGINAL scan scan.md", "RECORD x x.jsonl");

    assertThat(problems)
        .containsExactlyInAnyOrder(
            Problem.of("archive/F.MD", 0, Problem.Kind.NOT_NAMED_MD, "archive/F.md"),
            Problem.of("archive/g.markdown", 0, Problem.Kind.NOT_NAMED_MD, "archive/g.md"),
            Problem.of("archive/t.txt", 0, Problem.Kind.NOT_NAMED_MD, "archive/t.md"),
            Problem.of("archive/b.html", 0, Problem.Kind.NOT_MARKDOWN, "archive/b.md"),
            Problem.of("archive/c.docx", 0, Problem.Kind.NOT_MARKDOWN, "archive/c.md"),
            Problem.of(
                "translations/2015/a.HTML",
                0,
                Problem.Kind.NOT_MARKDOWN,
                "translations/2015/a.md"));
  }

  @Test
  void translationsBesideTheirOriginalsAreToldOfByTheLanguageInTheirNames() throws IOException {
    for (String file :
        List.of("a/_index.nb.md", "a/_index.en.md", "b.md", "b.en-GB.md", "c.en.md", "d.nb.md")) {
      put("archive/" + file, "x");
    }
    put("translations/e.en.md", "x");
    var problems = new ArrayList<Problem>();

    assertThat(walk(problems)).hasSize(7);

    assertThat(problems)
        .containsExactlyInAnyOrder(
            Problem.of(
                "archive/a/_index.en.md",
                0,
                Problem.Kind.LANGUAGE_IN_NAME,
                "archive/a/_index.nb.md",
                "translations/a/_index.md",
                "archive/a/_index.md"),
            Problem.of(
                "archive/b.en-GB.md",
                0,
                Problem.Kind.LANGUAGE_IN_NAME,
                "archive/b.md",
                "translations/b.md",
                "archive/b.md"));
  }

  @Test
  void manyFilesThatAreNotReadAreCountedInsteadOfNamed() throws IOException {
    for (int i = 0; i < 9; i++) {
      put("archive/2015/" + i + ".pdf", "x");
    }
    var few = new ArrayList<Problem>();
    walk(few);
    assertThat(few).extracting(Problem::kind).endsWith(Problem.Kind.MORE_LIKE_IT).hasSize(4);
    assertThat(few.getLast())
        .isEqualTo(
            Problem.of("archive/2015", 0, Problem.Kind.MORE_LIKE_IT, "6", "archive/2015/3.pdf"));

    for (int i = 0; i < 300; i++) {
      put("archive/brev/" + i + "/vedlegg.pdf", "x");
    }
    var many = new ArrayList<Problem>();
    walk(many);
    assertThat(many).hasSizeLessThan(30);
    assertThat(many.getLast().file()).isEqualTo("archive");
  }

  @Test
  void gitIsToldWhatIsPrivateAndThatRecordsAreJoined() throws IOException {
    archive.append(new DocumentId("a"), List.of(), true);

    assertThat(root.resolve(".speil/.gitignore")).hasContent("*");
    assertThat(root.resolve("translations/.gitattributes")).hasContent("*.jsonl merge=union");
  }

  @Test
  void whatTheKeeperHasToldGitStands() throws IOException {
    put(".gitattributes", "translations/**/*.jsonl merge=union\n");
    archive.append(new DocumentId("a"), List.of(), true);
    assertThat(root.resolve("translations/.gitattributes")).doesNotExist();

    archive.close();
    put(".gitattributes", "* text=auto\n");
    put("translations/.gitattributes", "*.jsonl -text\n");
    archive = Archive.open(root, Clock.systemUTC());
    archive.append(new DocumentId("a"), List.of(), true);
    assertThat(root.resolve("translations/.gitattributes")).hasContent("*.jsonl -text");
  }

  @Test
  void decomposedFileNamesNameTheSameDocument() throws IOException {
    put("archive/" + Normalizer.normalize("blåbær", Normalizer.Form.NFD) + ".md", "x");

    assertThat(walk(new ArrayList<>())).containsExactly("ORIGINAL blåbær blåbær.md");
    assertThat(archive.original(new DocumentId("blåbær")).orElseThrow().text()).isEqualTo("x");
  }

  @Test
  void twoFilesThatClaimOneDocumentAreAProblem() throws IOException {
    put("archive/blåbær.md", "x");
    put("archive/" + Normalizer.normalize("blåbær", Normalizer.Form.NFD) + ".md", "y");

    var problems = new ArrayList<Problem>();
    assertThat(walk(problems)).hasSize(1);
    assertThat(problems).extracting(Problem::file).containsExactly("archive/blåbær.md");
    assertThat(archive.original(new DocumentId("blåbær")).orElseThrow().text()).isEqualTo("x");
  }

  @Test
  void noLinkLeadsOutOfTheRoots(@TempDir Path outside) throws IOException {
    Files.writeString(outside.resolve("secret.md"), "secret");
    put("archive/a.md", "a");
    Files.createSymbolicLink(root.resolve("archive/link.md"), outside.resolve("secret.md"));
    Files.createSymbolicLink(root.resolve("archive/folder"), outside);
    Files.createSymbolicLink(root.resolve("archive/picture.png"), outside.resolve("secret.md"));

    var problems = new ArrayList<Problem>();
    assertThat(walk(problems)).containsExactly("ORIGINAL a a.md");
    assertThat(problems)
        .extracting(Problem::file)
        .containsExactlyInAnyOrder("archive/link.md", "archive/folder", "archive/picture.png");
    assertThat(archive.original(new DocumentId("link"))).isEmpty();
    assertThat(archive.original(new DocumentId("folder/secret"))).isEmpty();
    assertThat(archive.picture("archive/picture.png")).isEmpty();
    assertThatThrownBy(() -> save("../x.md", "x")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void textsThatAreNotUtf8AreReadAsWindows1252() throws IOException {
    Path file = root.resolve("archive/gammel.md");
    Files.createDirectories(file.getParent());
    Files.write(file, "Ærlig talt – «nå»".getBytes(Charset.forName("windows-1252")));

    SourceFile read = archive.original(new DocumentId("gammel")).orElseThrow();

    assertThat(read.text()).isEqualTo("Ærlig talt – «nå»");
    assertThat(read.utf8()).isFalse();
  }

  @Test
  void utf16ThatSaysSoIsReadAsUtf16AndNotWrittenEither() throws IOException {
    Path file = root.resolve("archive/gammel.md");
    Files.createDirectories(file.getParent());
    for (String charset : List.of("UTF-16LE", "UTF-16BE")) {
      Files.write(file, "\uFEFFÆrlig talt".getBytes(Charset.forName(charset)));

      SourceFile read = archive.original(new DocumentId("gammel")).orElseThrow();

      assertThat(read.text()).isEqualTo("Ærlig talt");
      assertThat(read.utf8()).isFalse();
    }
  }

  @Test
  void fileLargerThanAnyTextIsRefusedWithItsName() throws IOException {
    put("archive/stor.md", "a".repeat(17 << 20));

    assertThatThrownBy(() -> archive.original(new DocumentId("stor")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("archive/stor.md")
        .hasRootCauseMessage("it is larger than 16 MB");
  }

  @Test
  @Tag("slow")
  @Tag("compute")
  void fileOfAnySizeIsHashedWithoutBeingInMemory() throws IOException {
    Path huge = huge("translations/stor.md");

    assertThat(UnfinishedEdit.hash(huge))
        .isEqualTo("a7c744c13cc101ed66c29f672f92455547889cc586ce6d44fe76ae824958ea51");
    assertThat(UnfinishedEdit.hash(root.resolve("translations/none.md"))).isEqualTo("none");
  }

  @Test
  void whatIsTooLargeBesideTheTextsIsNotReadWhole() throws IOException {
    huge(".gitattributes");
    save("a.md", "new");
    assertThat(Files.exists(root.resolve("translations/.gitattributes"))).isFalse();

    Path results = huge(LinkResultFile.NAME);
    assertThatThrownBy(new LinkResultFile(root)::read)
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseMessage("it is larger than 16 MB");
    assertThat(results).exists();
  }

  /** Takes no room on the disk; larger than any array of Java. */
  private Path huge(String path) throws IOException {
    put(path, "");
    try (var file = new RandomAccessFile(root.resolve(path).toFile(), "rw")) {
      file.setLength(1L << 31);
    }
    return root.resolve(path);
  }

  @Test
  void writtenTranslationReplacesTheOldOneWhole() throws IOException {
    put("translations/2015/a.md", "old");

    save("2015/a.md", "new «text»");

    assertThat(Files.readString(root.resolve("translations/2015/a.md"))).isEqualTo("new «text»");
    assertThat(root.resolve("translations/2015").toFile().list()).containsExactly("a.md");
  }

  @Test
  void aDiskWithoutRoomForTheTextRefusesASaveAndLeavesBothFiles() throws Exception {
    SmallDisk disk = SmallDisk.mount(root.resolve("translations"));
    try {
      save("a.md", "old");
      String record = Files.readString(root.resolve("translations/a.jsonl"));

      assertThatThrownBy(() -> save("a.md", "n".repeat(300_000)))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("a.md");
      assertThat(Files.readString(root.resolve("translations/a.md"))).isEqualTo("old");
      assertThat(Files.readString(root.resolve("translations/a.jsonl"))).isEqualTo(record);
      assertThat(root.resolve("translations").toFile().list())
          .containsExactlyInAnyOrder("a.md", "a.jsonl", ".gitattributes");
      assertThat(archive.failedWrites()).isOne();
    } finally {
      disk.close();
    }
  }

  @Test
  void aSaveWhoseRecordTheDiskRefusesIsCountedAsOneFailedWrite() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(root.resolve("translations"))) {
      disk.fill();
      assertThatThrownBy(() -> save("a.md", "text"))
          .isInstanceOf(FileAccessException.class)
          .hasMessageContaining("a.jsonl");
      assertThat(archive.failedWrites()).isOne();

      disk.free();
      save("a.md", "text");
      assertThat(archive.failedWrites()).isOne();
    }
  }

  @Test
  void twoWhoWriteTheSameFileDoNotTouchEachOthers() throws Exception {
    Path file = root.resolve("translations/a.md");
    var failures = new ConcurrentLinkedQueue<RuntimeException>();
    var threads = new ArrayList<Thread>();
    for (String text : List.of("one", "two")) {
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      for (int i = 0; i < 100; i++) {
                        AtomicFile.write(file, text);
                      }
                    } catch (RuntimeException e) {
                      failures.add(e);
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(failures).isEmpty();
    assertThat(AtomicFile.folder(file).toFile().list()).containsExactly("a.md");
  }

  @Test
  void aFileThatIsReplacedKeepsItsPermissions() throws Exception {
    Path file = root.resolve("translations/a.md");
    AtomicFile.write(file, "one");
    for (String permissions : List.of("rw-rw-r--", "rw-------")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
      AtomicFile.write(file, "two");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo(permissions);
    }
  }

  @Test
  void whatAKilledProcessWasWritingIsRemovedAtTheNextOpeningAndNothingElse() throws Exception {
    long dead = new ProcessBuilder("true").start().onExit().get().pid();
    long alive = ProcessHandle.current().parent().orElseThrow().pid();
    String mine = TemporaryFile.beside(root.resolve("x")).getFileName().toString();
    String name = ".speil-%d-0123456789abcdef-0123456789abcdef.tmp";
    for (String folder : List.of("translations/2015/", ".speil/", "")) {
      put(folder + name.formatted(dead), "half");
      put(folder + name.formatted(ProcessHandle.current().pid()), "half"); // of a former one
      put(folder + name.formatted(alive), "being written");
      put(folder + mine, "being written");
      put(folder + ".a.md.tmp", "a person's");
    }
    archive.close();
    archive = Archive.open(root, Clock.systemUTC());

    assertThat(walk(new ArrayList<>())).isEmpty();

    for (String folder : List.of("translations/2015/", ".speil/", "")) {
      assertThat(root.resolve(folder).toFile().list())
          .contains(name.formatted(alive), mine, ".a.md.tmp")
          .doesNotContain(name.formatted(dead), name.formatted(ProcessHandle.current().pid()));
    }
  }

  @Test
  void deletedLockIsTakenAgainBeforeTheNextWrite() throws IOException {
    Files.delete(root.resolve(".speil/lock"));
    Files.delete(root.resolve(".speil/.gitignore"));

    archive.append(new DocumentId("a"), List.of(), true);

    assertThat(root.resolve(".speil/lock"))
        .hasContent(String.valueOf(ProcessHandle.current().pid()));
    assertThat(root.resolve(".speil/.gitignore")).hasContent("*");
  }

  @Test
  void nameThatCannotBeAnAddressIsToldAndNotTakenForAnother() throws Exception {
    put("archive/bs\\x.md", "x");
    Process made =
        new ProcessBuilder("sh", "-c", "printf x > \"$(printf 'archive/l\\346tin.md')\"")
            .directory(root.toFile())
            .start();
    assertThat(made.waitFor()).isZero();
    List<Problem> problems = new ArrayList<>();

    assertThat(walk(problems)).isEmpty();

    assertThat(problems)
        .containsExactlyInAnyOrder(
            Problem.of("archive/bs\\x.md", 0, Problem.Kind.NO_DOCUMENT_NAME),
            Problem.of("archive/l\uFFFDtin.md", 0, Problem.Kind.NO_DOCUMENT_NAME));
  }

  @Test
  void nameThatTurnsTheWritingRoundNamesNoDocumentAndIsWrittenOut() throws IOException {
    put("archive/brev\u202Edm.exe.md", "x");
    put("archive/\u2067brev.md", "x");
    List<Problem> problems = new ArrayList<>();

    assertThat(walk(problems)).isEmpty();

    assertThat(problems)
        .containsExactlyInAnyOrder(
            Problem.of("archive/brev\\u202Edm.exe.md", 0, Problem.Kind.NO_DOCUMENT_NAME),
            Problem.of("archive/\\u2067brev.md", 0, Problem.Kind.NO_DOCUMENT_NAME));
    assertThat(DocumentId.parse("brev\u202Edm.exe")).isEmpty();
  }

  @Test
  void nameThatTurnsTheWritingRoundIsWrittenOutAlsoWhereANameIsAdvised() throws IOException {
    put("archive/brev\u202Excod.txt", "x");
    List<Problem> problems = new ArrayList<>();

    walk(problems);

    assertThat(problems)
        .containsExactly(
            Problem.of(
                "archive/brev\\u202Excod.txt",
                0,
                Problem.Kind.NOT_NAMED_MD,
                "archive/brev\\u202Excod.md"));
  }

  @Test
  void folderThatIsNotListedIsWrittenOutToo() {
    List<Problem> problems = new ArrayList<>();
    List<String> unlisted = new ArrayList<>();
    var classifier =
        new FileClassifier(
            new ArchiveFolder("archive", root.resolve("archive")),
            listing(new ArrayList<>(), unlisted, problems),
            file -> {});

    classifier.visitFileFailed(root.resolve("archive/\u202Ex"), new AccessDeniedException("x"));

    assertThat(problems)
        .containsExactly(Problem.of("archive/\\u202Ex", 0, Problem.Kind.NOT_ALLOWED));
    assertThat(unlisted).containsExactly("archive/\u202Ex");
  }

  @Test
  void picturesOfKnownTypesAreServedAndNothingElse() throws IOException {
    put("archive/2015/bilde.PNG", "x");
    put("archive/2015/script.js", "x");
    put("pom.png", "x");

    assertThat(archive.picture("archive/2015/bilde.PNG").map(AttachedFile::contentType))
        .isEqualTo(Optional.of("image/png"));
    assertThat(archive.picture("archive/2015/script.js")).isEmpty();
    assertThat(archive.picture("archive/../pom.png")).isEmpty();
    assertThat(archive.picture("pom.png")).isEmpty();
  }

  @Test
  void secondWriterIsRefusedInOneSentence() {
    assertThatThrownBy(() -> Archive.open(root, Clock.systemUTC()))
        .isInstanceOf(ArchiveInUseException.class)
        .hasMessageContaining("process " + ProcessHandle.current().pid())
        .hasMessageContaining("--read-only");
    Archive.openReadOnly(root, Clock.systemUTC()).close();
  }

  @Test
  void closedArchiveCanBeOpenedForWritingAgain() {
    archive.close();
    archive = Archive.open(root, Clock.systemUTC());
    assertThat(archive.readOnly()).isFalse();
  }

  @Test
  void rootThatIsMissingOrAFileIsRefusedInOneSentence() throws IOException {
    put("file", "x");

    assertThatThrownBy(() -> Archive.open(root.resolve("nowhere"), Clock.systemUTC()))
        .isInstanceOf(UnusableRootException.class)
        .hasMessageContaining("does not exist")
        .hasMessageContaining("--root");
    assertThatThrownBy(() -> Archive.openReadOnly(root.resolve("file"), Clock.systemUTC()))
        .isInstanceOf(UnusableRootException.class)
        .hasMessageContaining("is not a folder");
  }

  private void save(String path, String text) {
    var edit =
        new EditEvent(
            new EventSignature(Instant.EPOCH, "kari", "web"),
            new SectionId("0123456789"),
            TextSnapshot.of(List.of()),
            TextSnapshot.of(List.of()),
            TextSnapshot.of(List.of()));
    archive.save(new DocumentId("a"), List.of(edit), path, text);
  }

  private List<String> walk(List<Problem> problems) {
    var found = new ArrayList<String>();
    archive.walk(listing(found, new ArrayList<>(), problems));
    return found;
  }

  private static ArchiveVisitor listing(
      List<String> found, List<String> unlisted, List<Problem> problems) {
    return new ArchiveVisitor() {
      @Override
      public void found(ArchiveFile each) {
        found.add(each.role() + " " + each.id() + " " + each.path());
      }

      @Override
      public void unlisted(String path) {
        unlisted.add(path);
      }

      @Override
      public void problem(Problem problem) {
        problems.add(problem);
      }
    };
  }

  private void put(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
