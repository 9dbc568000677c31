package no.speil.web.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import no.speil.corpus.Freshness;
import no.speil.corpus.State;
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
  void theSecondToSaveLosesNothing() {
    String seen = version();
    save(seen, "First.", "save", TestServer.AS, "ola");
    HttpResponse<String> answer = save(seen, "<Second> & mine.", "save");
    assertThat(answer.statusCode()).isEqualTo(412);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select("#markdown").getFirst().wholeText().strip())
        .isEqualTo("<Second> & mine.");
    assertThat(page.select(".clash pre").eachText())
        .containsExactly("First.", "The board must go. We demand an answer within 14 days.");
    String now = page.select("input[name=version]").val();
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
    String next =
        Jsoup.parse(testServer.get("/s/" + id + "/edit").body())
            .select(".paging a")
            .getLast()
            .attr("href");
    assertThat(save(version(), "The board must leave.", "next").headers().firstValue("location"))
        .hasValue(next);
  }

  @Test
  void editingADocumentBeginsWhereWorkIsLeft() {
    String title = testServer.section("2015/brev", "Brev til styret").section().id().value();
    assertThat(testServer.get("/edit/2015/brev").headers().firstValue("location"))
        .hasValue("/s/" + title + "/edit");
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
    Element form = Jsoup.parse(testServer.get(path).body()).select("form.editing").getFirst();
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
    Document page = Jsoup.parse(testServer.get(there).body());
    assertThat(page.select("#news").text()).startsWith("Your text is saved.");
    assertThat(page.select("form.editing .change ~ p").text()).contains("a word such as “not”");
    assertThat(page.select("form.editing .diff ins").eachText()).containsExactly("Ikke alle");
    assertThat(page.select("form.editing .original ins").eachText()).containsExactly("Ikke alle");
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
  void theSectionsAroundItAndItsMarkdownAreShownAboveAndBelow() {
    Document page = page();
    assertThat(page.select("h1").text()).startsWith("Letter to the board, ¶ 2");
    List<Element> columns = page.select(".writing-columns > div > *");
    assertThat(columns.stream().map(each -> each.classNames().contains("near")).toList())
        .startsWith(true, false);
    assertThat(page.select(".near")).hasSize(3);
    assertThat(page.select(".near .original").getFirst().text()).isEqualTo("Vi melder oss ut");
    assertThat(page.select(".source pre").text())
        .isEqualTo("Styret må gå. Vi krever svar innen 14 dager.");
    assertThat(page.select(".paging a").eachAttr("aria-keyshortcuts"))
        .containsExactly("Alt+ArrowLeft", "Alt+ArrowRight");
    String title = testServer.section("2015/brev", "Brev til styret").section().id().value();
    Document first = Jsoup.parse(testServer.get("/s/" + title + "/edit").body());
    assertThat(first.select("h1").text()).startsWith("Letter to the board –");
    assertThat(first.select(".near")).hasSize(2);
    assertThat(first.select(".source, .insertions li")).isEmpty();
  }

  @Test
  void emphasisAndCodeThatTheTextLacksAreOfferedInTheirOrder() throws Exception {
    Path original = testServer.root().resolve("archive/2017/uthevet.md");
    Files.createDirectories(original.getParent());
    Files.writeString(original, "# U\n\nDu **må** kjøre `speil serve` *nå* og **ikke** vente.\n");
    String path = "/s/" + testServer.section("2017/uthevet", "Du **").section().id() + "/edit";
    Document empty = Jsoup.parse(testServer.get(path).body());
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
  void onlyWhatIsMissingIsOfferedAndStandsThereToBeCopied() throws Exception {
    Path original = testServer.root().resolve("archive/2017/lenker.md");
    Files.createDirectories(original.getParent());
    Files.writeString(
        original,
        "# Lenker\n\n## Krav\n\nStyret[^1] sier [ja](https://a.example) og ![bilde](b.png)."
            + "\n\n[^1]: Valgt i 2015, og ikke siden.\n");
    String path = "/s/" + testServer.section("2017/lenker", "Styret[").section().id() + "/edit";
    Document empty = Jsoup.parse(testServer.get(path).body());
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
    Document headed = Jsoup.parse(testServer.get(heading).body());
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
      Document page = Jsoup.parse(testServer.get(use.attr("href")).body());
      texts.add(page.select("#markdown").text());
      assertThat(page.select("#markdown").text())
          .isEqualTo(Objects.requireNonNull(use.closest("details")).select("pre").text());
      assertThat(page.select("#earlier").text()).startsWith("The box holds an earlier text");
      assertThat(page.select("input[name=version]").val())
          .isEqualTo(section().version().toString());
    }
    assertThat(texts)
        .contains("First.", "Second.", "The board must go. We demand an answer within 14 days.");
    assertThat(section().section().translation().getFirst().markdown()).isEqualTo("Second.");
    assertThat(testServer.get("/s/" + id + "/edit?event=999").statusCode()).isEqualTo(404);
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
    return Jsoup.parse(testServer.get(path).body());
  }

  private TrackedSection section() {
    return testServer.section("2015/brev", "Styret må gå");
  }

  private Document page() {
    return Jsoup.parse(testServer.get("/s/" + id + "/edit").body());
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
    return Jsoup.parse(testServer.get("/s/" + id + "/edit").body())
        .select("input[name=version]")
        .val();
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
