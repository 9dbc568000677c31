package no.speil.cli;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static no.speil.cli.ImportedFolder.PNG;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import no.speil.cli.ImportedFolder.Outcome;
import no.speil.corpus.DocumentId;
import no.speil.library.TestLibrary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code import} of files and folders of texts. */
class TextImportTest {
  private static final String NORSK =
      "Dette er et brev til styret, og det er skrevet på norsk av noen som ikke er enige.\n";
  private static final String ENGLISH =
      "This is a letter to the board, and it was written in English by the people who disagree.\n";

  @TempDir private Path folder;
  private ImportedFolder texts;

  @BeforeEach
  void make() {
    texts = new ImportedFolder(folder);
  }

  @Test
  void plainTextBecomesADocument() {
    texts.put("2015-08-24 brev.txt", "Et brev\n\n" + NORSK);

    Outcome outcome = texts.run("/2015-08-24 brev.txt", "--into", "2015");

    assertThat(outcome.code()).isZero();
    assertThat(texts.files()).containsExactly("archive/2015/2015-08-24 brev.md");
    assertThat(texts.read("archive/2015/2015-08-24 brev.md"))
        .isEqualTo("---\ntitle: Et brev\nlanguage: nb\ndate: 2015-08-24\n---\n\n" + NORSK);
    assertThat(texts.check().out()).contains("1 document, ", ": 0 problems, ");
  }

  @Test
  void emptyFolderBecomesAnArchive() throws IOException {
    texts.put("brev.txt", "Et brev\n\n" + NORSK);
    Files.delete(texts.root().resolve("archive"));

    assertThat(texts.run("/brev.txt").code()).isZero();
    assertThat(texts.files()).containsExactly("archive/brev.md");
  }

  @Test
  void pairOfFilesIsGivenInOrderWhateverItsNames() {
    texts.put("brev.txt", "Hei.\n\nEt brev.\n").put("letter.md", "Hi.\n\nA letter.\n");

    Outcome outcome = texts.run("--pairs", "--id", "2015/brev", "/brev.txt", "/letter.md");

    assertThat(outcome.code()).isZero();
    assertThat(texts.files()).containsExactly("archive/2015/brev.md", "translations/2015/brev.md");
    assertThat(texts.read("translations/2015/brev.md"))
        .isEqualTo("---\nlanguage: en\n---\n\nHi.\n\nA letter.\n");
    assertThat(texts.run("--pairs", "/brev.txt").err())
        .contains("each NORWEGIAN needs its ENGLISH");
  }

  @Test
  void pairOfFoldersGoesByTheNamesInThem() {
    texts.put("a/2015/brev.txt", "Hei.\n").put("b/2015/brev.md", "Hi.\n").put("a/sak.md", "Sak.\n");

    assertThat(texts.run("--pairs", "/a", "/b").code()).isZero();
    assertThat(texts.files())
        .containsExactly("archive/2015/brev.md", "archive/sak.md", "translations/2015/brev.md");
  }

  @Test
  void twoFoldersWithTheSameNamesAreToldApartByTheirWords() {
    texts.put("x/brev.md", ENGLISH).put("y/brev.md", NORSK);

    assertThat(texts.run("/x", "/y").code()).isZero();
    assertThat(texts.read("archive/brev.md")).endsWith(NORSK);
    assertThat(texts.read("translations/brev.md")).endsWith(ENGLISH);
  }

  @Test
  void fileThatIsThereStaysAndTheRestGoesOn() throws IOException {
    texts.put("brev.nb.md", NORSK).put("brev.en.md", ENGLISH).put("sak.nb.md", NORSK);
    Files.writeString(texts.root().resolve("archive/brev.md"), "Mitt eget.\n");

    Outcome outcome = texts.run("/");

    assertThat(outcome.code()).isOne();
    assertThat(texts.read("archive/brev.md")).isEqualTo("Mitt eget.\n");
    assertThat(texts.files())
        .containsExactly("archive/brev.md", "archive/sak.md", "translations/brev.md");
    assertThat(outcome.out())
        .contains("archive/brev.md is there already and stays as it is")
        .endsWith("2 files written, 1 there already.\n");
    assertThat(texts.run("/").out())
        .contains("archive/sak.md is there already, with the same text")
        .contains("0 files written, 3 there already");
  }

  @Test
  void dryRunSaysAllAndWritesNothing() {
    texts.put("brev.nb.md", "![](kart.png)\n" + NORSK).put("brev.en.md", ENGLISH);
    texts.put("kart.png", PNG).put("tom.nb.md", "").put("2015/a.nb.md", NORSK);
    texts.put("2015/b.nb.md", NORSK);

    Outcome dry = texts.run("/", "--dry-run");

    assertThat(texts.files()).isEmpty();
    assertThat(texts.root())
        .isDirectoryContaining("glob:**/archive")
        .isDirectoryNotContaining("glob:**/t*");
    Outcome real = texts.run("/");
    assertThat(real.out()).contains("archive/kart.png written, from kart.png");
    assertThat(dry.out().replace("would be written", "written")).isEqualTo(real.out());
    assertThat(dry.code()).isEqualTo(real.code()).isOne();
  }

  @Test
  void englishTextNeedsAnOriginalOrItsSource() throws IOException {
    texts
        .put("alone.md", ENGLISH)
        .put("told.md", "---\ntitle: Told\nsource: https://a.example/tekst\n---\n" + ENGLISH)
        .put("there.md", ENGLISH);
    Files.writeString(texts.root().resolve("archive/there.md"), NORSK);

    Outcome outcome = texts.run("/");

    assertThat(outcome.code()).isOne();
    assertThat(texts.files())
        .containsExactly(
            "archive/there.md", "archive/told.md", "translations/there.md", "translations/told.md");
    assertThat(texts.read("archive/told.md"))
        .isEqualTo("---\ntitle: Told\nlanguage: \"no\"\nsource: https://a.example/tekst\n---\n");
    assertThat(outcome.out())
        .contains("alone.md\n  not imported: it is English, and there is no Norwegian text")
        .contains("archive/told.md has the source and no text yet");
    assertThat(texts.check().out()).contains("2 documents, ", ": 0 problems, ");
  }

  @Test
  void picturesComeAlongAndAreFoundUnderAnotherName() {
    texts
        .put(
            "brev.md",
            NORSK + "\n![En](bilder/kart%20(1).png) ![To][b] ![Tre](data.csv)\n\n[b]: b.gif\n")
        .put("bilder/kart (1).png", PNG)
        .put("b.gif", "GIF89a")
        .put("data.csv", "a;b");

    Outcome outcome = texts.run("/brev.md", "--id", "2015/brev");

    assertThat(texts.files())
        .containsExactly(
            "archive/2015/b.gif", "archive/2015/bilder/kart (1).png", "archive/2015/brev.md");
    assertThat(texts.read("archive/2015/brev.md"))
        .endsWith(
            NORSK + "\n![En](bilder/kart%20(1).png) ![To][b] ![Tre](data.csv)\n\n[b]: b.gif\n");
    assertThat(outcome.out())
        .contains("brev.md: Files it links to that are not brought: data.csv.");
  }

  @Test
  void picturesOfTheSameNameDoNotTakeEachOthersPlace() {
    texts.put("a/brev.txt", "Et brev\n\n" + NORSK);
    texts.put("en.nb.md", "![](a/kart.png)\n").put("a/kart.png", PNG);
    texts.put("b/to.nb.md", "![](../c/kart.png)\n").put("c/kart.png", "another".getBytes(UTF_8));
    texts.run("/en.nb.md", "--id", "x/en");

    texts.run("/", "--into", "x");

    assertThat(texts.read("archive/x/en.md")).contains("![](a/kart.png)");
    assertThat(texts.files()).contains("archive/x/a/kart.png", "archive/x/c/kart.png");
  }

  @Test
  void nothingOutsideTheFolderIsTaken() throws IOException {
    Files.write(folder.resolve("secret.png"), PNG);
    texts.put(
        "in/brev.nb.md", "![a](../../secret.png) ![b](link.png) ![c](/../secret.png)\n" + NORSK);
    Files.createSymbolicLink(texts.source().resolve("in/link.png"), folder.resolve("secret.png"));
    Files.writeString(folder.resolve("secret.md"), NORSK);
    Files.createSymbolicLink(texts.source().resolve("in/text.md"), folder.resolve("secret.md"));
    Files.createSymbolicLink(texts.source().resolve("in/all"), folder);

    Outcome outcome = texts.run("/in");

    assertThat(texts.files()).containsExactly("archive/brev.md");
    assertThat(outcome.out())
        .contains("../../secret.png leads out of the folder that is imported")
        .contains("link.png leads out of the folder that is imported")
        .contains("/../secret.png leads out of the folder that is imported")
        .contains("text.md\n  not imported: it is a symbolic link")
        .contains("all\n  not imported: it is a symbolic link");
  }

  @Test
  void linkInTheArchiveIsNotWrittenThrough() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.createSymbolicLink(texts.root().resolve("archive/2015"), elsewhere);
    texts.put("brev.nb.md", NORSK);

    Outcome outcome = texts.run("/brev.nb.md", "--into", "2015");

    assertThat(outcome.code()).isOne();
    assertThat(elsewhere).isEmptyDirectory();
    assertThat(outcome.out()).contains("archive/2015 is a link, and links are not followed");
  }

  @Test
  void namesAreMadeFitForEveryFileSystem() {
    texts
        .put("2015/Hva: nå?.nb.md", NORSK)
        .put("con.nb.md", NORSK)
        .put(Normalizer.normalize("blåbær", Normalizer.Form.NFD) + ".nb.md", NORSK)
        .put("..skjult../a.nb.md", NORSK)
        .put("på en måte. .nb.md", NORSK);

    texts.run("/");

    assertThat(texts.files())
        .containsExactly(
            "archive/2015/Hva- nå.md",
            "archive/_con.md",
            "archive/blåbær.md",
            "archive/på en måte.md");
  }

  @Test
  void namesThatDifferOnlyInCaseOrNormalFormAreNotBothWritten() throws IOException {
    String composed = Normalizer.normalize("så", Normalizer.Form.NFC);
    String decomposed = Normalizer.normalize("så", Normalizer.Form.NFD);
    texts
        .put("Brev.nb.md", NORSK)
        .put("brev.nb.md", NORSK)
        .put(composed + ".nb.md", NORSK)
        .put(decomposed + ".nb.md", NORSK)
        .put("Mappe/ny.nb.md", NORSK);
    Files.createDirectories(texts.root().resolve("archive/mappe"));

    Outcome outcome = texts.run("/", "--dry-run");

    assertThat(outcome.out())
        .contains("archive/brev.md not written: archive/Brev.md is there, and differs only in")
        .contains("archive/Mappe/ny.md not written: archive/mappe is there, and differs only in")
        .contains("of the same document så.nb.md is taken")
        .contains("2 files would be written");
    assertThat(texts.run("/").code()).isOne();
    assertThat(texts.files()).containsExactly("archive/Brev.md", "archive/så.md");
  }

  @Test
  void wantedNameThatLeadsElsewhereIsRefused() {
    texts.put("brev.nb.md", NORSK);
    for (String name : List.of("../brev", "a//b", "a/./b", "a:b", ".skjult", "brev.", "")) {
      Outcome outcome = texts.run("--id", name, "/brev.nb.md");
      assertThat(outcome.code()).as(name).isEqualTo(2);
      assertThat(outcome.err()).as(name).contains("--id: " + name + " cannot be a name here");
    }
    assertThat(texts.run("--into", "../x", "/brev.nb.md").code()).isEqualTo(2);
    assertThat(texts.run("--id", "a", "/").code()).isZero();
    texts.put("sak.nb.md", NORSK);
    assertThat(texts.run("--id", "b", "/").out())
        .contains("--id names one document, and here are 2");
  }

  @Test
  void hugeFileIsRefusedUnread() throws IOException {
    for (String name : List.of("stor.nb.md", "stor.txt", "stor.html")) {
      try (var file = new RandomAccessFile(texts.source().resolve(name).toFile(), "rw")) {
        file.setLength(1L << 40); // of holes, which to read would take hours
      }
    }
    texts.put("brev.nb.md", NORSK);

    Outcome outcome = texts.run("/");

    assertThat(texts.files()).containsExactly("archive/brev.md");
    assertThat(outcome.code()).isOne();
    assertThat(outcome.out())
        .contains("stor.nb.md\n  not imported: it is larger than 16 MB")
        .contains("stor.txt\n  not imported: it is larger than 16 MB")
        .contains("stor.html\n  not imported: it is larger than 5 MB");
  }

  @Test
  void everyEncodingOfTextIsWrittenAsUtf8() {
    texts
        .put("a.nb.txt", ("Blåbær\n\n" + NORSK).getBytes(Charset.forName("windows-1252")))
        .put("b.nb.txt", ("\uFEFFBlåbær\r\n\r\n" + NORSK).getBytes(UTF_16LE))
        .put("c.nb.txt", "\uFEFFBlåbær\n\n" + NORSK)
        .put("d.nb.md", new byte[] {'a', 0, 'b', (byte) 0xFF})
        .put("e.nb.md", "");

    Outcome outcome = texts.run("/");

    String expected = "---\ntitle: Blåbær\nlanguage: nb\n---\n\n" + NORSK;
    assertThat(texts.files()).containsExactly("archive/a.md", "archive/b.md", "archive/c.md");
    for (String path : texts.files()) {
      assertThat(texts.read(path)).as(path).isEqualTo(expected);
    }
    assertThat(outcome.out())
        .contains("a.nb.txt: It is not UTF-8 and was read as Windows-1252")
        .contains("b.nb.txt: It is UTF-16, and is written as UTF-8.")
        .contains("d.nb.md\n  not imported: it is no text")
        .contains("e.nb.md\n  not imported: it is empty");
  }

  @Test
  void folderWithoutTextsIsTold() {
    texts.put("tom/bilde.png", PNG).put("tom/gammel.doc", "x").put("tom/ny.odt", "x");

    Outcome outcome = texts.run("/tom");

    assertThat(outcome.code()).isOne();
    assertThat(outcome.out())
        .contains("there is no text in this folder that can be read")
        .contains("1 file .doc cannot be read: save as DOCX")
        .contains("0 files written");
    assertThat(texts.run("/finnes-ikke").err()).contains("There is no ", "finnes-ikke.");
    assertThat(texts.run("Styret: et brev.txt").err()).contains("There is no Styret: et brev.txt.");
  }

  @Test
  void textsOfOtherLanguagesAndSecondTextsAreRefused() {
    texts
        .put("brev.nb.md", NORSK)
        .put("brev.nn.md", "Eit brev.\n")
        .put("brev.sv.md", "Ett brev.\n")
        .put("brev.nb.txt", NORSK);

    Outcome outcome = texts.run("/");

    assertThat(texts.files()).containsExactly("archive/brev.md");
    assertThat(outcome.out())
        .contains("brev.nn.md\n  not imported: of the same document brev.nb.md is taken")
        .contains("brev.nb.txt\n  not imported: of the same document brev.nb.md is taken")
        .contains("brev.sv.md\n  not imported: its language is sv, and texts here are");
  }

  @Test
  void translationOfWhatIsRefusedIsRefusedToo() {
    texts.put("brev.nb.pdf", "%PDF-1.7").put("brev.en.md", ENGLISH).put("LESMEG", NORSK);

    assertThat(texts.run("--pairs", "/brev.nb.pdf", "/brev.en.md").out())
        .contains(
            "brev.nb.pdf\n  not imported: PDF is not read. Make text of it first, as with: pdftotext")
        .endsWith("0 files written, 2 not imported.\n");
    assertThat(texts.run("/LESMEG").out())
        .contains("LESMEG\n  not imported: its name has no ending");
    assertThat(texts.files()).isEmpty();
  }

  @Test
  void htmlBecomesADocument() {
    texts.put(
        "brev.html",
        "<html lang=nb><title>Et brev</title><body><h1>Et brev</h1><p>Til <b>styret</b>.</p>"
            + "<p><img src='kart.png' alt='Kart'></p></body></html>");
    texts.put("kart.png", PNG);

    assertThat(texts.run("/").code()).isZero();
    assertThat(texts.files()).containsExactly("archive/brev.md", "archive/kart.png");
    assertThat(texts.read("archive/brev.md"))
        .isEqualTo(
            "---\ntitle: Et brev\nlanguage: nb\n---\n\nTil **styret**.\n\n![Kart](kart.png)\n");
  }

  @Test
  void archiveIsNotImportedIntoItself() throws IOException {
    Files.writeString(texts.root().resolve("archive/a.md"), NORSK);
    Files.writeString(texts.root().resolve("ny.nb.md"), NORSK);

    Outcome outcome = texts.run(texts.root().toString());

    assertThat(outcome.code()).isZero();
    assertThat(texts.files()).containsExactly("archive/a.md", "archive/ny.md", "ny.nb.md");
    assertThat(texts.run(texts.root().resolve("archive").toString()).out())
        .contains("not imported: it is in the archive already");
  }

  @Test
  void kindsAreNotMixed() {
    texts.put("brev.nb.md", NORSK).put("a.xlf", "<xliff/>");

    Outcome outcome = texts.run("/brev.nb.md", "/a.xlf");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("one kind at a time");
    assertThat(texts.files()).isEmpty();
  }

  @Test
  void picturesInTheFileItselfGetAFolderOfTheirOwn() {
    String picture = Base64.getEncoder().encodeToString(PNG);
    texts.put(
        "et brev.html",
        "<html lang=nb><h1>Brev</h1><p>Se <img alt=Kart src='data:image/png;base64,"
            + picture
            + "'>");

    assertThat(texts.run("/et brev.html", "--into", "2015").code()).isZero();

    assertThat(texts.files())
        .containsExactly("archive/2015/et brev.md", "archive/2015/et brev/et-brev-1.png");
    assertThat(texts.read("archive/2015/et brev.md"))
        .endsWith("\n\nSe ![Kart](et%20brev/et-brev-1.png)\n");
  }

  @Test
  void pictureOfTheFileItselfThatIsThereAlreadyIsShown() throws IOException {
    String picture = Base64.getEncoder().encodeToString(PNG);
    texts.put(
        "brev.html",
        "<html lang=nb><h1>Brev</h1><img alt=Kart src='data:image/png;base64," + picture + "'>");
    texts.run("/brev.html");
    Files.delete(texts.root().resolve("archive/brev.md"));

    Outcome outcome = texts.run("/brev.html");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).endsWith("1 file written.\n");
    assertThat(texts.read("archive/brev.md")).endsWith("![Kart](brev/brev-1.png)\n");
  }

  @Test
  void wordFilesBecomeAPair() throws IOException {
    texts.put("brev.docx", word("Brev", NORSK)).put("letter.docx", word("Letter", ENGLISH));

    assertThat(texts.run("--pairs", "/brev.docx", "/letter.docx").code()).isZero();

    assertThat(texts.files()).containsExactly("archive/brev.md", "translations/brev.md");
    assertThat(texts.read("archive/brev.md")).contains("language: nb").endsWith(NORSK);
    assertThat(texts.read("translations/brev.md")).contains("language: en").endsWith(ENGLISH);
    assertThat(texts.check().out()).contains("1 document, ", ": 0 problems, ");
  }

  private static byte[] word(String heading, String text) throws IOException {
    String of = "xmlns=\"http://schemas.openxmlformats.org/package/2006/";
    String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    String type =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    var parts = new LinkedHashMap<String, String>();
    parts.put(
        "[Content_Types].xml",
        "<Types "
            + of
            + "content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd."
            + "openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\""
            + " ContentType=\""
            + type
            + "\"/></Types>");
    parts.put(
        "_rels/.rels",
        "<Relationships "
            + of
            + "relationships\"><Relationship Id=\"r\" Target=\"word/document.xml\" Type=\""
            + office
            + "officeDocument\"/></Relationships>");
    parts.put(
        "word/document.xml",
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
            + "<w:body><w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr><w:r><w:t>"
            + heading
            + "</w:t></w:r></w:p><w:p><w:r><w:t>"
            + text.strip()
            + "</w:t></w:r></w:p></w:body></w:document>");
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void serverThatRunsReadsWhatIsImported() {
    texts.put("brev.nb.md", NORSK).put("brev.en.md", ENGLISH);
    try (var served = new TestLibrary(texts.root())) {
      var library = served.open();
      assertThat(library.catalogue().knows(new DocumentId("brev"))).isFalse();

      assertThat(texts.run("/").code()).isZero();

      library.sync().look();
      assertThat(library.catalogue().knows(new DocumentId("brev"))).isTrue();
    }
  }
}
