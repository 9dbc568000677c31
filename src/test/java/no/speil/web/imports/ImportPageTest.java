package no.speil.web.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import no.speil.archive.StoredImport;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.exchange.convert.WordFile;
import no.speil.library.actions.Actor;
import no.speil.library.catalogue.WorkFilter;
import no.speil.library.catalogue.WorkWords;
import no.speil.library.imports.UnitImport;
import no.speil.record.SuggestEvent;
import no.speil.status.TrackedSection;
import no.speil.web.FormSubmission;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportPageTest {
  private static final String MISSING = "Dette avsnittet er ikke oversatt til noe språk.";

  @TempDir private Path root;
  private static final WorkFilter EVERYTHING = new WorkFilter("", null, null, null);

  @AutoClose private TestServer testServer;

  @BeforeEach
  void serve() {
    testServer = TestServer.copyOf("letters", root);
  }

  @Test
  void whoBringsTheMemoryOfAnotherProgramIsToldWhereItIsAdded() {
    assertThat(FormSubmission.page(testServer, "/import?lang=nb").select("main a").eachText())
        .contains("Oversettelsesminner");
  }

  @Test
  void aFileIsLookedAtImportedAndTakenBack() throws Exception {
    String file = exported("xlf");
    String filled =
        file.replace(
            "<source>" + MISSING + "</source>",
            "<source>" + MISSING + "</source><target>This is new.</target>");
    assertThat(filled).isNotEqualTo(file);

    String address = upload("brev.xlf", filled.getBytes(UTF_8));
    String look = testServer.get(address).body();
    assertThat(look).contains("one new text", "This is new.").contains("value=\"import\"");
    assertThat(missing().section().translation()).isEmpty();

    decide(address, "import");
    assertThat(missing().markdown(Side.TRANSLATION)).isEqualTo("This is new.");
    assertThat(missing().history().getLast().signature().via()).startsWith("import:");
    assertThat(testServer.get(address).body()).contains("Imported.", "one text saved");

    decide(address, "import");
    assertThat(missing().history()).hasSize(1); // asked for twice, done once

    decide(address, "undo");
    assertThat(missing().section().translation()).isEmpty();
    assertThat(testServer.get(address).body()).contains("The import is undone.");
    assertThat(testServer.library().catalogue().worked(EVERYTHING))
        .allSatisfy(day -> assertThat(day.words()).isEqualTo(WorkWords.NONE));
  }

  @Test
  void whatHasChangedSinceBecomesASuggestionThatSaysWhy() throws Exception {
    TrackedSection board = testServer.section("2015/brev", "Styret må gå");
    String file = exported("xliff").replace("The board must go.", "The board has to go.");
    testServer
        .library()
        .edits()
        .edit(
            board.section().id(),
            "The board must leave.",
            board.version(),
            new Actor("ola", "web"));

    String address = upload("brev.xliff", file.getBytes(UTF_8));
    assertThat(testServer.get(address).body())
        .contains("Somebody has changed the translation since the file was made.");
    decide(address, "import");

    TrackedSection now = testServer.section("2015/brev", "Styret må gå");
    assertThat(now.markdown(Side.TRANSLATION)).isEqualTo("The board must leave.");
    assertThat(now.openSuggestions())
        .singleElement()
        .satisfies(suggestion -> assertThat(suggestion.text()).startsWith("The board has to go."));
    assertThat(FormSubmission.page(testServer, "/s/" + now.section().id() + "/edit").text())
        .contains("Somebody has changed the translation since the file was made.");

    decide(address, "undo");
    assertThat(testServer.section("2015/brev", "Styret må gå").openSuggestions()).isEmpty();
  }

  @Test
  void codesThatAToolHasLostMakeASuggestion() throws Exception {
    String file = exported("xlf");
    String broken =
        file.replaceFirst(
            "See also <pc [^>]*>the decision</pc> and <pc [^>]*>the badge</pc>.",
            "See as well the decision and the badge.");
    assertThat(broken).isNotEqualTo(file);

    String address = upload("brev.xlf", broken.getBytes(UTF_8));

    assertThat(testServer.get(address).body())
        .contains("Markup of the original is missing, such as a link or emphasis.");
    decide(address, "import");
    assertThat(testServer.section("2015/brev", "Se også").openSuggestions())
        .singleElement()
        .satisfies(
            suggestion ->
                assertThat(suggestion.text()).isEqualTo("See as well the decision and the badge."));
  }

  @Test
  void poFilesAndArchivesOfFilesAreRead() throws Exception {
    String po =
        exported("po")
            .replace(
                "msgid \"" + MISSING + "\"\nmsgstr \"\"",
                "msgid \"" + MISSING + "\"\nmsgstr \"By PO.\"");
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("../../2015/brev.po"));
      zip.write(po.getBytes(UTF_8));
      zip.closeEntry();
    }

    decide(upload("all.zip", bytes.toByteArray()), "import");

    assertThat(missing().markdown(Side.TRANSLATION)).isEqualTo("By PO.");
    assertThat(missing().sectionStatus().state()).isEqualTo(State.TRANSLATED);
  }

  @Test
  void spreadsheetsAreNotTakenBackAndThePageSaysWhatIs() throws Exception {
    byte[] csv = testServer.get("/export/2015/brev.csv").body().getBytes(UTF_8);

    assertThat(testServer.get(upload("brev.csv", csv)).body())
        .contains("Files of this kind are not taken back. Use XLIFF or PO");
  }

  @Test
  void translationMemoriesAreRead() throws Exception {
    String tmx = testServer.get("/export/2015/brev.tmx").body();
    String changed = tmx.replace("What we ask for", "What we demand");
    assertThat(changed).isNotEqualTo(tmx);

    String address = upload("brev.tmx", changed.getBytes(UTF_8));
    assertThat(testServer.get(address).body()).contains("one new text");
    decide(address, "import");

    assertThat(testServer.section("2015/brev", "Hva vi ber om").markdown(Side.TRANSLATION))
        .isEqualTo("## What we demand");
  }

  @Test
  void aMemoryOfAnEarlierDayDoesNotUndoWhatSomebodyHasWrittenSince() throws Exception {
    String exported = testServer.get("/export/2015/brev.tmx").body();
    TrackedSection section = testServer.section("2015/brev", "Hva vi ber om");
    String written = "## What we want";
    testServer
        .library()
        .edits()
        .edit(section.section().id(), written, section.version(), new Actor("ola", "web"));

    String address = upload("brev.tmx", exported.getBytes(UTF_8));
    assertThat(testServer.get(address).body())
        .contains("Somebody has changed the translation since the file was made.");
    decide(address, "import");

    assertThat(testServer.section("2015/brev", "Hva vi ber om").markdown(Side.TRANSLATION))
        .isEqualTo(written);
  }

  @Test
  void anArchiveThatUnpacksWithoutEndIsRefused() throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("bomb.xlf"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 80; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }
    assertThat(bytes.size()).isLessThan(1 << 20);
    assertThat(testServer.get(upload("bomb.zip", bytes.toByteArray())).body())
        .contains("The file is too large.");
  }

  @Test
  void anUploadHasItsLimit() throws IOException {
    HttpResponse<String> answer = send("large.xlf", new byte[9 << 20]);
    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void whatCannotBeReadIsSaidAndChangesNothing() throws Exception {
    String xlf = exported("xlf");
    assertThat(look("cut.xlf", xlf.substring(0, xlf.length() / 2)))
        .contains("The file is incomplete or damaged");
    assertThat(look("other.xlf", "<html><body/></html>"))
        .contains("This file is not in the format that its name says.");
    assertThat(look("bomb.xlf", "<!DOCTYPE x [<!ENTITY a \"aa\">]><xliff>&a;</xliff>"))
        .contains("The file defines entities");
    assertThat(
            look(
                "outside.xlf",
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><xliff>&a;</xliff>"))
        .contains("The file defines entities")
        .doesNotContain("root:");
    assertThat(look("foreign.xlf", xlf.replaceAll("unit id=\"[^\"]*\"", "unit id=\"abc\"")))
        .contains("to no section of this archive, such as abc", "There is nothing to import.");
    assertThat(look("none.zip", "no archive")).contains("It contains no readable files");
    assertThat(
            testServer
                .get(upload("latin.po", "msgid \"\"\nmsgstr \"\"\n# \u00e6".getBytes(ISO_8859_1)))
                .body())
        .contains("The file is not in UTF-8.");
  }

  @Test
  void theSameUnitTwiceIsNotGuessedAt() throws Exception {
    String file = exported("xlf");
    String unit = unit(file, MISSING);
    String one = unit.replace("</source>", "</source><target>One.</target>");
    String other = unit.replace("</source>", "</source><target>Other.</target>");

    assertThat(look("twice.xlf", file.replace(unit, one + other)))
        .contains("It is in the file twice, with different texts.");
  }

  @Test
  void codeComesAlongBetweenTwoTranslatedTexts() throws Exception {
    String code = "\n\n```\nspeil serve\n```\n\n";
    Path original = root.resolve("archive/2015/kode.md");
    Files.writeString(original, "Styret går." + code + "Vi krever svar." + code + "Hilsen oss.\n");
    testServer.library().sync().look();
    String file = testServer.get("/export/2015/kode.xlf").body();
    for (String text : List.of("Styret går", "Vi krever svar")) {
      file =
          file.replace(
              "<source>" + text + ".</source>",
              "<source>" + text + ".</source><target>" + text + "!</target>");
    }

    decide(upload("kode.xlf", file.getBytes(UTF_8)), "import");

    assertThat(Files.readString(root.resolve("translations/2015/kode.md")))
        .endsWith("Styret går!" + code + "Vi krever svar!\n");
  }

  private static String unit(String file, String source) {
    int at = file.indexOf("<source>" + source);
    return file.substring(
        file.lastIndexOf("<unit ", at), file.indexOf("</unit>", at) + "</unit>".length());
  }

  private static final String LETTER =
      """
      ---
      title: Kontingenten
      ---

      Medlemmene betaler 200 kroner i året.

      ![Kvittering](kvittering.png)

      ## Når

      Kontingenten betales innen 1. mars 2020.

      Styret minner om det i januar.
      """;

  private void writeLetter() throws IOException {
    Files.createDirectories(root.resolve("archive/2020"));
    Files.writeString(root.resolve("archive/2020/kontingent.md"), LETTER);
    testServer.library().sync().look();
  }

  private String translation(String original) {
    return testServer.section("2020/kontingent", original).markdown(Side.TRANSLATION);
  }

  @Test
  void theTranslationOfAWholeTextIsDividedAmongItsSections() throws Exception {
    writeLetter();
    String english =
        """
        ---
        title: Membership fees
        ---

        Members pay 200 kroner a year.

        ## When

        The fee is paid by 1 March 2020.

        The board sends a reminder in January.
        """;
    String form = testServer.get("/import?document=2020/kontingent").body();
    assertThat(form).contains("Kontingenten", "document=2020%2Fkontingent", ".docx");
    String address = upload("/import?document=2020/kontingent", "fees.md", english.getBytes(UTF_8));
    assertThat(testServer.get(address).body()).contains("Members pay 200 kroner a year.");
    assertThat(translation("Medlemmene betaler")).isEmpty();

    decide(address, "import");
    assertThat(translation("Kontingenten")).isEqualTo("Membership fees");
    assertThat(translation("Medlemmene betaler")).isEqualTo("Members pay 200 kroner a year.");
    assertThat(translation("Kontingenten betales")).isEqualTo("The fee is paid by 1 March 2020.");
    assertThat(translation("Styret minner")).isEqualTo("The board sends a reminder in January.");
    assertThat(testServer.section("2020/kontingent", "Styret minner").sectionStatus().state())
        .isEqualTo(State.DRAFT);

    String again = upload("/import?document=2020/kontingent", "fees.md", english.getBytes(UTF_8));
    assertThat(testServer.get(again).body()).contains("There is nothing to import.");
    decide(address, "undo");
    assertThat(translation("Styret minner")).isEmpty();
  }

  @Test
  void aWordFileComesWithItsMarkup() throws Exception {
    writeLetter();
    byte[] word =
        new WordFile()
            .paragraph("Title", "<w:r><w:t>Membership fees</w:t></w:r>")
            .paragraph(
                "",
                "<w:r><w:t xml:space=\"preserve\">Members pay </w:t></w:r>"
                    + "<w:r><w:rPr><w:b/></w:rPr><w:t>200 kroner a year.</w:t></w:r>")
            .bytes();
    String address = upload("/import?document=2020/kontingent", "fees.docx", word);
    decide(address, "import");
    assertThat(translation("Kontingenten")).isEqualTo("Membership fees");
    assertThat(translation("Medlemmene betaler")).isEqualTo("Members pay **200 kroner a year.**");
  }

  @Test
  void aTextIsToldWhereItBelongsAndWhyItCannotBeRead() throws Exception {
    String lost = testServer.get(upload("fees.md", "# Fees\n".getBytes(UTF_8))).body();
    assertThat(lost).contains("from the page of the text that it translates");
    String nowhere = upload("/import?document=no/such", "fees.md", "# Fees\n".getBytes(UTF_8));
    assertThat(testServer.get(nowhere).body()).contains("from the page of the text");
    assertThat(look("md", "# Fees\n")).contains("XLIFF");
    writeLetter();
    String broken = upload("/import?document=2020/kontingent", "fees.docx", "PK".getBytes(UTF_8));
    assertThat(Jsoup.parse(testServer.get(broken).body()).select(".problems").text())
        .startsWith("2020/kontingent.docx: ");
  }

  @Test
  void aNorwegianPageSaysInNorwegianWhatAWordFileLosesAndWhyOneIsNotRead() throws Exception {
    writeLetter();
    byte[] word =
        new WordFile()
            .paragraph("Title", "<w:r><w:t>Membership fees</w:t></w:r>")
            .paragraph("", "<w:r><w:rPr><w:b/></w:rPr><w:t>When</w:t></w:r>")
            .paragraph("", "<w:r><w:rPr><w:b/></w:rPr><w:t>How</w:t></w:r>")
            .paragraph("", "<w:ins w:id=\"1\"><w:r><w:t>Members pay.</w:t></w:r></w:ins>")
            .bytes();
    String address = upload("/import?document=2020/kontingent", "fees.docx", word);
    assertThat(problems(address, "nb"))
        .contains(
            "2020/kontingent.docx: Sporede endringer er regnet som godtatt.",
            "2020/kontingent.docx: Linjer i bare fet skrift er fortsatt avsnitt; noen kan være"
                + " overskrifter, for eksempel «When», «How».");
    assertThat(problems(address, "en"))
        .contains("2020/kontingent.docx: Tracked changes were taken as accepted.");

    String broken = upload("/import?document=2020/kontingent", "fees.docx", "PK".getBytes(UTF_8));
    assertThat(problems(broken, "nb"))
        .containsExactly("2020/kontingent.docx: Filen er en ZIP-fil, men ingen Word-fil (.docx)");
  }

  private List<String> problems(String address, String language) {
    return Jsoup.parse(testServer.get(address, "Accept-Language", language).body())
        .select(".problems li")
        .eachText();
  }

  @Test
  void whatIsInASecondFileForTheSameTextIsKept() throws Exception {
    writeLetter();
    UnitImport imports = testServer.library().unitImport();
    imports.apply(
        imports.plan(
            List.of(
                text("md", "---\ntitle: Membership fees\n---\n"),
                text("txt", "Fees\n\nMembers pay.\n"))),
        new Actor("kari", "web"));
    TrackedSection title = testServer.section("2020/kontingent", "Kontingenten");
    assertThat(title.markdown(Side.TRANSLATION)).isEqualTo("Membership fees");
    assertThat(title.openSuggestions()).extracting(SuggestEvent::text).containsExactly("Fees");
  }

  private static StoredImport.File text(String ending, String content) {
    return new StoredImport.File("2020/kontingent." + ending, content.getBytes(UTF_8));
  }

  @Test
  void picturesWithinATextAreNotTakenAndThePageSaysSo() throws Exception {
    writeLetter();
    String page = "<h1>Fees</h1><p>Pay.</p><p><img src=\"data:image/png;base64,iVBORw0KGgo=\"></p>";
    String address = upload("/import?document=2020/kontingent", "fees.html", page.getBytes(UTF_8));
    assertThat(Jsoup.parse(testServer.get(address).body()).select(".problems").text())
        .contains("Pictures are not imported: kontingent-1.png");
  }

  @Test
  void onlyWhoUploadedItMayImportIt() throws Exception {
    String address = upload("brev.xlf", exported("xlf").getBytes(UTF_8));
    assertThat(testServer.get(address).statusCode()).isEqualTo(200);
    assertThat(testServer.get("/import/000000000000").statusCode()).isEqualTo(404);
    assertThat(testServer.get("/import/..%2f").statusCode()).isGreaterThanOrEqualTo(400);
  }

  private TrackedSection missing() {
    return testServer.section("2015/brev", "Dette avsnittet");
  }

  private String exported(String format) {
    return testServer.get("/export/2015/brev." + format).body();
  }

  @Test
  void aFormThatIsNotEncodedAsItSaysIsRefused() {
    for (String type : List.of("multipart/form-data", "multipart/form-data; boundary=other")) {
      byte[] body = "--x7\r\n\r\nnothing\r\n--x7--\r\n".getBytes(UTF_8);
      assertThat(testServer.sendBytes("POST", "/import", body, "Content-Type", type).statusCode())
          .as(type)
          .isEqualTo(400);
    }
  }

  private String look(String name, String content) throws IOException {
    return testServer.get(upload(name, content.getBytes(UTF_8))).body();
  }

  private String upload(String name, byte[] content) throws IOException {
    return upload("/import", name, content);
  }

  private String upload(String form, String name, byte[] content) throws IOException {
    HttpResponse<String> answer = send(form, name, content);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private HttpResponse<String> send(String name, byte[] content) throws IOException {
    return send("/import", name, content);
  }

  private HttpResponse<String> send(String form, String name, byte[] content) {
    return testServer.upload(form, Map.of(), Map.of(name, content));
  }

  private void decide(String address, String what) {
    HttpResponse<String> answer = testServer.post(address, "do=" + what);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
  }
}
