package no.speil.web.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Freshness;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.library.actions.Actor;
import no.speil.library.actions.MarkActions;
import no.speil.library.documents.LiveDocument;
import no.speil.status.TrackedSection;
import no.speil.web.FormSubmission;
import no.speil.web.Served;
import no.speil.web.TestServer;
import no.speil.web.page.SiteUrls;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EditPageTest {
  @Served private TestServer testServer;
  private String id;

  @BeforeEach
  void serve() {
    id = testServer.section("2015/brev", "Styret må gå").section().id().value();
  }

  @Test
  void whatIsSavedIsInTheFileAndNothingElseChanges() throws Exception {
    Path file = testServer.root().resolve("translations/2015/brev.md");
    String before = Files.readString(file);
    HttpResponse<String> answer = save(version(), "The board has to go.\r\nAt once.", "save");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("location")).hasValue("/d/2015/brev#s-" + id);
    assertThat(Files.readString(file))
        .isEqualTo(
            before.replace(
                "The board must go. We demand an answer within 14 days.",
                "The board has to go.\nAt once."));
  }

  @Test
  void whatPastedTextLosesIsToldInTheLanguageOfWhoeverPastesIt() {
    String link = "<p><a href='#x'>Svar</a></p>";
    assertThat(pasted(link, "nb").body())
        .contains("En lenke til et sted på samme side er blitt vanlig tekst.");
    assertThat(pasted(link, "en").body()).contains("A link within the page became plain text.");

    HttpResponse<String> refused = pasted("<b>".repeat(300) + "Svar", "nb");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .contains(
            "The text cannot be read: it is nested more than 200 levels deep, and no text for"
                + " people is.");
  }

  private HttpResponse<String> pasted(String html, String language) {
    return testServer.send(
        "POST",
        "/api/v1/markdown",
        "{\"html\": \"%s\"}".formatted(html),
        "Content-Type",
        "application/json",
        "Accept-Language",
        language);
  }

  @Test
  void theSecondToSaveLosesNothing() {
    String seen = version();
    save(seen, "First.", "save", TestServer.AS, "ola");
    HttpResponse<String> answer = save(seen, "<Second> & mine.", "save");
    assertThat(answer.statusCode()).isEqualTo(412);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select("#markdown").getFirst().wholeText().strip())
        .isEqualTo("<Second> & mine.");
    assertThat(page.select(".clash p").text()).contains("it is in the box, and");
    assertThat(page.select(".clash pre").eachText())
        .containsExactly("First.", "The board must go. We demand an answer within 14 days.");
    String now = page.select("#editing [name=version]").val();
    assertThat(save(now, "Both.", "save").statusCode()).isEqualTo(303);
    assertThat(
            Jsoup.parse(testServer.get("/s/" + id + "/history").body())
                .select(".history li")
                .getFirst()
                .select(".diff")
                .text())
        .as("what the last save changed")
        .isEqualTo("FirstBoth.");
    assertThat(
            Jsoup.parse(testServer.get("/s/" + id + "/history").body())
                .select(".events pre")
                .eachText())
        .contains("<Second> & mine.");
  }

  @Test
  void aPreviewSavesNothing() {
    HttpResponse<String> answer = save(version(), "A *new* text <script>x</script>", "preview");
    Document page = Jsoup.parse(answer.body());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(page.select(".preview em").text()).isEqualTo("new");
    assertThat(page.select(".preview script")).isEmpty();
    assertThat(page.select("#markdown").text()).isEqualTo("A *new* text <script>x</script>");
    assertThat(testServer.section("2015/brev", "Styret må gå").history()).isEmpty();
  }

  @Test
  void savingAndGoingOnLeadsToTheNextSection() {
    String next = page().select(".at [rel=next]").attr("href");
    assertThat(save(version(), "The board must leave.", "next").headers().firstValue("location"))
        .hasValue(next);
  }

  @Test
  void editingADocumentBeginsWhereWorkIsLeft() {
    String title = testServer.section("2015/brev", "Brev til styret").section().id().value();
    assertThat(page("/edit/2015/brev").select(".row.current").attr("id")).isEqualTo("s-" + title);
  }

  @Test
  void aFormWithoutAVersionIsRefused() {
    assertThat(testServer.post("/s/" + id + "/translation", "markdown=x").statusCode())
        .isEqualTo(428);
    assertThat(testServer.post("/s/" + id + "/translation", "version=x").statusCode())
        .isEqualTo(400);
  }

  @Test
  void anOriginalThatChangesWhileItsFirstTranslationIsTypedIsShownWithWhatHasChanged()
      throws Exception {
    Path original = testServer.root().resolve("archive/2017/svar.md");
    Files.createDirectories(original.getParent());
    Files.writeString(original, "# Svar\n\nAlle disse vil gi positiv kunnskap.\n");
    String path = "/s/" + testServer.section("2017/svar", "Alle disse").section().id() + "/edit";
    Element form = page(path).select("form.editing").getFirst();
    Files.writeString(original, "# Svar\n\nIkke alle disse vil gi positiv kunnskap.\n");

    Document previewed =
        Jsoup.parse(
            FormSubmission.form(
                    testServer, form, "markdown", "All of these will help.", "do", "preview")
                .body());
    assertThat(previewed.select("#news > p").getFirst().text())
        .startsWith("The original has changed since you began.");
    assertThat(previewed.select("#news .diff ins").eachText()).containsExactly("Ikke alle");

    HttpResponse<String> saved =
        FormSubmission.form(testServer, form, "markdown", "All of these will help.", "do", "mark");
    String there = saved.headers().firstValue("location").orElseThrow();
    assertThat(there).startsWith(path);
    Document page = page(there);
    assertThat(page.select("#news").text()).startsWith("Your text is saved.");
    assertThat(page.select("form.editing .change ~ p").text()).contains("a word such as “not”");
    assertThat(page.select("form.editing .diff ins").eachText()).containsExactly("Ikke alle");
    assertThat(page.select(".current .original ins").eachText()).containsExactly("Ikke alle");
    TrackedSection now = testServer.section("2017/svar", "Ikke alle");
    assertThat(now.sectionStatus().state()).isEqualTo(State.DRAFT);
    assertThat(now.sectionStatus().freshness()).isEqualTo(Freshness.STALE);
  }

  @Test
  void aProgramSaysWhichOriginalItSawAndIsRefusedWhereThatIsNotTheVersions() throws Exception {
    Path original = testServer.root().resolve("archive/2017/svar.md");
    Files.createDirectories(original.getParent());
    Files.writeString(original, "# Svar\n\nAlle kommer.\n");
    TrackedSection seen = testServer.section("2017/svar", "Alle kommer");
    String path = "/api/v1/sections/" + seen.section().id() + "/translation";
    Files.writeString(original, "# Svar\n\nIngen kommer.\n");

    String other = "{\"markdown\":\"All come.\",\"original\":\"Noe annet.\"}";
    assertThat(put(path, seen, other).statusCode()).isEqualTo(400);
    assertThat(put(path, seen, "{\"markdown\":\"All come.\",\"original\":5}").statusCode())
        .isEqualTo(400);
    HttpResponse<String> answer =
        put(path, seen, "{\"markdown\":\"All come.\",\"original\":[\"Alle kommer.\"]}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"freshness\":\"stale\"")
        .contains("\"class\":\"facts\"")
        .contains("{\"op\":\"delete\",\"text\":\"Alle\"}");
  }

  @Test
  void theWholeTextIsOnThePageAndOneSectionOfItIsTheForm() {
    Document page = page();
    assertThat(page.select("h1").text()).startsWith("Letter to the board –");
    assertThat(page.select(".row")).hasSameSizeAs(document().sections());
    assertThat(page.select(".row.current").attr("id")).isEqualTo("s-" + id);
    assertThat(page.select(".row.current .number").text()).isEqualTo("2");
    assertThat(page.select(".row.current .original").text())
        .isEqualTo("Styret må gå. Vi krever svar innen 14 dager.");
    assertThat(page.select("textarea[form=editing]").eachText())
        .containsExactly("The board must go. We demand an answer within 14 days.");
    assertThat(page.select(".row:not(.current) textarea:not([readonly])")).isEmpty();
    assertThat(page.select(".source pre").text())
        .isEqualTo("Styret må gå. Vi krever svar innen 14 dager.");
    assertThat(page.select(".at a[rel]").eachAttr("aria-keyshortcuts"))
        .containsExactly("Alt+ArrowLeft", "Alt+ArrowRight");
    Document first = page(page.select(".row .number").getFirst().attr("href"));
    assertThat(first.select(".row").getFirst().className()).contains("current");
    assertThat(first.select(".at b").text()).isEqualTo("Title");
    assertThat(first.select(".source, .insertions li:not([hidden])")).isEmpty();
  }

  @Test
  void emphasisAndCodeThatTheTextLacksAreOfferedInTheirOrder() throws Exception {
    Path original = testServer.root().resolve("archive/2017/uthevet.md");
    Files.createDirectories(original.getParent());
    Files.writeString(original, "# U\n\nDu **må** kjøre `speil serve` *nå* og **ikke** vente.\n");
    String path = "/s/" + testServer.section("2017/uthevet", "Du **").section().id() + "/edit";
    Document empty = page(path);
    assertThat(empty.select(".insertions li:not([hidden]) code").eachText())
        .containsExactly("**må**", "`speil serve`", "*nå*", "**ikke**");
    Document typed = preview(empty, "You **must** run `speil server` now and not wait.");
    assertThat(typed.select(".insertions li:not([hidden]) code").eachText())
        .containsExactly("`speil serve`", "*nå*", "**ikke**");
    assertThat(typed.select("#checks li").eachText())
        .contains(
            "Bold, italic or struck out in the original, but not in the text: ikke, nå",
            "Code that is not in the text: speil serve",
            "Code that the original does not have: speil server");
  }

  @Test
  void theAddressOfASectionLeadsToItInItsTextWithAllThatItAsksFor() {
    HttpResponse<String> answer = testServer.get("/s/" + id + "/edit?next=%2Finbox&changed=1");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("location"))
        .hasValue("/edit/2015/brev?s=" + id + "&next=%2Finbox&changed=1");
    assertThat(page("/edit/2015/brev?s=2").select(".current").attr("id")).isEqualTo("s-" + id);
    assertThat(testServer.get("/edit/2015/brev?s=zzzzzzzzzz").statusCode()).isEqualTo(404);
    assertThat(page("/edit/2015/brev?s=nonsense").select(".current")).hasSize(1);
  }

  @Test
  void theRowsSayTheirStatesAndTheBarCountsThem() throws Exception {
    save(version(), "The board has to go.", "save");
    testServer
        .library()
        .marks()
        .mark(
            section().section().id(),
            State.TRANSLATED,
            section().version(),
            new Actor("kari", "web"));
    Path original = testServer.root().resolve("archive/2015/brev.md");
    Files.writeString(original, Files.readString(original).replace("14 dager", "15 dager"));
    testServer.library().sync().look();
    Document page = page("/edit/2015/brev?s=1");
    Element row = page.select("#s-" + id).getFirst();
    assertThat(row.className()).contains("is-stale");
    assertThat(row.select(".said b").text()).isEqualTo("Original changed: a number");
    assertThat(row.select(".said button").text()).isEqualTo("Still accurate");
    assertThat(row.select(".original ins").text()).isEqualTo("15");
    assertThat(row.select("textarea").attr("aria-label")).endsWith(": Changed");
    assertThat(row.select("textarea").hasAttr("name")).isFalse();
    long rows = page.select(".row:is(.is-untranslated, .is-draft, .is-stale)").size();
    assertThat(page.select(".show a").eachText())
        .contains("To do " + rows, "Changed 1")
        .noneMatch(words -> words.endsWith(" 0"));
    Document changed = page("/edit/2015/brev?show=stale&s=" + id);
    assertThat(changed.select(".row").eachAttr("id")).containsExactly("s-" + id);
    assertThat(changed.select(".show [aria-current]").text()).isEqualTo("Changed 1");
    assertThat(changed.select(".done").text()).isEqualTo(page.select(".done").text());
  }

  @Test
  void whatHasNoWordsHasNoBoxUntilItIsAskedFor() throws Exception {
    Path original = testServer.root().resolve("archive/2017/figur.md");
    Files.createDirectories(original.getParent());
    Files.writeString(
        original, "---\ntitle: Figur\n---\n\nEt avsnitt.\n\n```\nx = 1\n```\n\nEt avsnitt til.\n");
    String code = testServer.section("2017/figur", "x = 1").section().id().value();
    Document page = page("/edit/2017/figur?s=1");
    assertThat(page.select("#s-" + code + " textarea")).isEmpty();
    assertThat(page.select("#s-" + code + " .follows").text())
        .isEqualTo("As in the original. Nothing to translate.");
    assertThat(page.select(".done").text()).isEqualTo("0 of 3 done");
    String last = testServer.section("2017/figur", "avsnitt til").section().id().value();
    assertThat(page.select(".at [rel=next]").attr("href")).isEqualTo("/s/" + last + "/edit");
    assertThat(page("/s/" + code + "/edit").select("#s-" + code + " textarea")).hasSize(1);
  }

  @Test
  void whatIsDoneIsCountedAsInMyWork() throws Exception {
    Path root = testServer.root();
    Path original = root.resolve("archive/2017/rest.md");
    Files.createDirectories(original.getParent());
    Files.createDirectories(root.resolve("translations/2017"));
    String text = "---\ntitle: Rest\n---\n\nEt avsnitt.\n\nEt til.\n\nDet siste.\n";
    Files.writeString(original, text);
    Files.writeString(
        root.resolve("translations/2017/rest.md"),
        "---\ntitle: Rest\n---\n\nA paragraph.\n\nThe last.\n");
    testServer.library().sync().look();
    var kari = new Actor("kari", "web");
    MarkActions marks = testServer.library().marks();
    TrackedSection first = testServer.section("2017/rest", "Et avsnitt");
    marks.mark(first.section().id(), State.TRANSLATED, first.version(), kari);
    TrackedSection second = testServer.section("2017/rest", "Et til");
    marks.omit(second.section().id(), true, second.version(), kari);
    Files.writeString(original, text.replace("Det siste.\n", ""));
    testServer.library().sync().look();
    Document page = page("/edit/2017/rest?s=1");
    assertThat(page.select(".done").text()).isEqualTo("2 of 4 done");
    assertThat(page.select(".show a").eachText()).contains("To do 2");
    assertThat(page("/work").select("main").text()).contains("2 of 4 done");
  }

  @Test
  void aLongTextComesInWindows() throws Exception {
    Path original = testServer.root().resolve("archive/2017/lang.md");
    Files.createDirectories(original.getParent());
    Files.writeString(
        original,
        "---\ntitle: Lang\n---\n\n"
            + IntStream.rangeClosed(1, 450)
                .mapToObj(i -> "Avsnitt nummer " + i + ".\n")
                .collect(Collectors.joining("\n")));
    Document page = page("/edit/2017/lang?s=210");
    assertThat(page.select(".row .number").eachText()).hasSize(200).startsWith("200", "201");
    String before = page.select(".paging [rel=prev]").attr("href");
    assertThat(page(before).select(".row .number").eachText()).startsWith("¶", "1").endsWith("199");
    String after = page.select(".paging [rel=next]").attr("href");
    Document rows = page(after + "&rows=1");
    assertThat(rows.select(".row .number").eachText()).hasSize(51).endsWith("450");
    assertThat(rows.select("#editing, h1, .row.current")).isEmpty();
    assertThat(page.select(".done").text()).isEqualTo("0 of 451 done");
  }

  @Test
  void theScriptGetsWhatStandsBesideTheBoxAndTheRowThatWasSaved() {
    String title = document().sections().getFirst().section().id().value();
    save(version(), "The board has to go.", "save");
    Document part = page("/s/" + title + "/edit?part=1&saved=" + id);
    assertThat(part.select(".row").eachAttr("id")).containsExactly("s-" + id, "s-" + title);
    assertThat(part.select("#help, #bar, header.top").eachAttr("id"))
        .containsExactly("bar", "help");
    assertThat(part.select(".last").text()).isEqualTo("¶ 2 is saved. Undo");
    FormSubmission.form(testServer, part.select("#undo").getFirst(), "do", "save");
    assertThat(section().markdown(Side.TRANSLATION)).startsWith("The board must go.");
  }

  @Test
  void onlyWhatIsMissingIsOfferedAndStandsThereToBeCopied() throws Exception {
    Path original = testServer.root().resolve("archive/2017/lenker.md");
    Files.createDirectories(original.getParent());
    Files.writeString(
        original,
        "# Lenker\n\n## Krav\n\nStyret[^1] sier [ja](https://a.example) og ![bilde](b.png)."
            + "\n\n[^1]: Valgt i 2015, og ikke siden.\n");
    String path = "/s/" + testServer.section("2017/lenker", "Styret[").section().id() + "/edit";
    Document empty = page(path);
    assertThat(empty.select("#lacking").hasAttr("hidden")).isFalse();
    assertThat(empty.select(".insertions li:not([hidden]) code").eachText())
        .containsExactly("[^1]", "[ja](https://a.example)", "![bilde](b.png)");
    assertThat(empty.select(".insertions .hint").text())
        .isEqualTo("note: “Valgt i 2015, og ikke siden.”");
    Document typed = preview(empty, "The board[^1] says ![picture](b.png).");
    assertThat(typed.select(".insertions li:not([hidden]) code").eachText())
        .containsExactly("[ja](https://a.example)");
    Document all = preview(empty, "The board[^1] says [yes](https://a.example) ![p](b.png).");
    assertThat(all.select("#lacking").hasAttr("hidden")).isTrue();
    assertThat(all.select("#agrees").text()).isEqualTo("Links agree. Notes agree: [^1].");
    String heading = "/s/" + testServer.section("2017/lenker", "## Krav").section().id() + "/edit";
    Document headed = page(heading);
    assertThat(preview(headed, "Demands").select(".insertions li:not([hidden]) code").eachText())
        .containsExactly("##");
    assertThat(preview(headed, "## Demands").select(".insertions li:not([hidden])")).isEmpty();
  }

  private Document preview(Document page, String text) {
    Element form = page.select("form.editing").getFirst();
    return Jsoup.parse(
        FormSubmission.form(testServer, form, "markdown", text, "do", "preview").body());
  }

  @Test
  void whatIsSavedIsMarkedIfTheWriterSaysSo() {
    save(version(), "The board must leave.", "save");
    assertThat(section().sectionStatus().state()).isEqualTo(State.DRAFT);
    Element form = page().select("form.editing").getFirst();
    assertThat(form.select("input[name=mark]").hasAttr("checked")).isTrue();
    FormSubmission.form(testServer, form, "markdown", "The board has to go.", "do", "save");
    assertThat(section().sectionStatus().state()).isEqualTo(State.TRANSLATED);
  }

  @Test
  void aWordIsAddedToTheGlossaryWithoutScriptsAndTheTypedTextStays() throws Exception {
    Element form = page().select("form.editing").getFirst();
    HttpResponse<String> answer =
        FormSubmission.form(
            testServer,
            form,
            "markdown",
            "Typed.",
            "do",
            "term",
            "norwegian",
            "styret",
            "english",
            "executive committee",
            "term-note",
            "of 2015");
    assertThat(answer.statusCode()).isEqualTo(200);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select("#markdown").text()).isEqualTo("Typed.");
    assertThat(page.select(".added").text()).isEqualTo("Added: styret – executive committee");
    assertThat(page.select("#words [data-word=styret]").text())
        .contains("executive committee", "(of 2015)");
    assertThat(Files.readString(testServer.root().resolve("glossary.tsv")))
        .contains("styret\texecutive committee\tof 2015");
    Document refused =
        Jsoup.parse(
            FormSubmission.form(
                    testServer, form, "markdown", "Typed.", "do", "term", "norwegian", "styret")
                .body());
    assertThat(refused.select("#words [role=alert]").text()).isNotEmpty();
    assertThat(refused.select("#term-norwegian").val()).isEqualTo("styret");
    assertThat(refused.select("#markdown").text()).isEqualTo("Typed.");
    assertThat(section().history()).isEmpty();
  }

  @Test
  void noWordIsAddedFromThePageOfASectionThatIsNotThere() throws IOException {
    String fields = "do=term&norwegian=uvær&english=storm&markdown=x&version=x";
    assertThat(testServer.post("/s/zzzzzzzzzz/translation", fields).statusCode()).isEqualTo(404);
    Path glossary = testServer.root().resolve("glossary.tsv");
    assertThat(Files.exists(glossary) && Files.readString(glossary).contains("storm")).isFalse();
  }

  @Test
  void everyTextOfTheHistoryCanBeUsedAgainAndNothingIsSavedByThat() {
    save(version(), "First.", "save");
    save(version(), "Second.", "save");
    Document history = Jsoup.parse(testServer.get("/s/" + id + "/history").body());
    List<String> texts = new ArrayList<>();
    for (Element use : history.select(".events a.act")) {
      Document page = page(use.attr("href"));
      texts.add(page.select("#markdown").text());
      assertThat(page.select("#markdown").text())
          .isEqualTo(Objects.requireNonNull(use.closest("details")).select("pre").text());
      assertThat(page.select("#earlier").text()).startsWith("The box holds an earlier text");
      assertThat(page.select("#editing [name=version]").val())
          .isEqualTo(section().version().toString());
    }
    assertThat(texts)
        .contains("First.", "Second.", "The board must go. We demand an answer within 14 days.");
    assertThat(section().section().translation().getFirst().markdown()).isEqualTo("Second.");
    assertThat(testServer.get("/edit/2015/brev?s=" + id + "&event=999").statusCode())
        .isEqualTo(404);
  }

  @Test
  void readersAreNotOfferedTheTextsOfTheHistory() {
    save(version(), "First.", "save");
    String path = "/s/" + id + "/history";
    assertThat(page(path).select(".events a.act")).isNotEmpty();
    Document forReaders =
        Jsoup.parse(testServer.send("GET", path, null, TestServer.asReader()).body());
    assertThat(forReaders.select(".events pre")).isNotEmpty();
    assertThat(forReaders.select(".events a.act")).isEmpty();
  }

  private Document page(String path) {
    return FormSubmission.page(testServer, path);
  }

  private LiveDocument document() {
    return testServer.library().documents().find(new DocumentId("2015/brev")).orElseThrow();
  }

  private TrackedSection section() {
    return testServer.section("2015/brev", "Styret må gå");
  }

  private Document page() {
    return page("/s/" + id + "/edit");
  }

  private HttpResponse<String> put(String path, TrackedSection seen, String body) {
    return testServer.send(
        "PUT",
        path,
        body,
        "Content-Type",
        "application/json",
        "If-Match",
        "\"" + seen.version() + "\"");
  }

  private String version() {
    return page().select("#editing [name=version]").val();
  }

  private HttpResponse<String> save(String version, String text, String how, String... headers) {
    String form = "version=" + version + "&do=" + how + "&markdown=" + SiteUrls.encode(text);
    String[] all = new String[headers.length + 2];
    all[0] = "Content-Type";
    all[1] = "application/x-www-form-urlencoded; charset=UTF-8";
    System.arraycopy(headers, 0, all, 2, headers.length);
    return testServer.send("POST", "/s/" + id + "/translation", form, all);
  }
}
