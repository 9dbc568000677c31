package no.speil.web.glossary;

import static no.speil.web.FormSubmission.form;
import static no.speil.web.FormSubmission.location;
import static no.speil.web.FormSubmission.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlossaryPageTest {
  private static final String GLOSSARY = GlossaryArchive.GLOSSARY;

  @TempDir Path folder;
  @AutoClose private TestServer testServer;

  @BeforeEach
  void serve() throws IOException {
    GlossaryArchive.write(folder);
    testServer = TestServer.again(folder);
  }

  @Test
  void everyEntrySaysWhereItIsUsedAndWhereItIsMissing() {
    Document page = page(testServer, "/glossary");
    assertThat(page.select(".summary").text()).isEqualTo("5 terms");
    assertThat(uses(page, 2)).isEqualTo("Used in 2 sections Missing in one section");
    assertThat(uses(page, 4)).isEqualTo("Used in one section");
    assertThat(uses(page, 7)).isEqualTo("In no translated section");
  }

  @Test
  void anyOfTheTranslationsWillDo() {
    Document page = page(testServer, "/glossary");
    assertThat(uses(page, 5)).isEqualTo("Used in 2 sections Missing in one section");
    assertThat(uses(page, 6)).isEqualTo(uses(page, 5));
  }

  @Test
  void theLinkedSearchesFindWhatIsCounted() {
    Document page = page(testServer, "/glossary");
    for (int line : new int[] {2, 5}) {
      assertThat(found(page, line, "a:not(.missing)")).startsWith("2 sections");
      assertThat(found(page, line, "a.missing")).startsWith("1 section in");
    }
    Document missing = page(testServer, line(page, 2).select("a.missing").attr("href"));
    assertThat(missing.select(".hit").text()).contains("En digital samling til.");
  }

  @Test
  void anEntryIsAddedAndAllElseStaysByteForByte() throws IOException {
    HttpResponse<String> answer = add("rett ", " right", "i lov");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(location(answer)).isEqualTo("/glossary#line-8");
    assertThat(file()).isEqualTo(GLOSSARY + "\r\nrett\tright\ti lov\r\n");
    Element line = line(page(testServer, "/glossary"), 8);
    assertThat(line.select(".pair").text()).isEqualTo("rett – right (i lov) line 8");
  }

  @Test
  void theFirstEntryMakesTheFile() throws IOException {
    Files.delete(folder.resolve("glossary.tsv"));
    assertThat(add("rett", "right", "").statusCode()).isEqualTo(303);
    assertThat(file()).isEqualTo("rett\tright\n");
    try (var files = Files.list(folder)) {
      assertThat(files.map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrder("archive", "translations", "glossary.tsv", ".speil");
    }
  }

  @Test
  void anEntryIsChangedInItsPlace() throws IOException {
    Document page = page(testServer, "/glossary?q=KILDE");
    assertThat(page.select(".entries .pair")).hasSize(1);
    HttpResponse<String> answer =
        form(testServer, change(page, 4), "english", "open sources", "do", "save");
    assertThat(location(answer)).isEqualTo("/glossary?q=KILDE#line-4");
    assertThat(file()).isEqualTo(GLOSSARY.replace("open source", "open sources"));
  }

  @Test
  void anEntryIsTakenAway() throws IOException {
    HttpResponse<String> answer =
        form(testServer, change(page(testServer, "/glossary"), 2), "do", "remove");
    assertThat(location(answer)).isEqualTo("/glossary");
    assertThat(file())
        .isEqualTo(GLOSSARY.replace("digital samling\tdigital collection\tvedtatt\tmer\r\n", ""));
  }

  @Test
  void whatIsAddedIsUsedAtOnce() {
    add("kjelleren", "cellar", "");
    String id = testServer.section("steder", "Oslo").section().id().value();
    assertThat(page(testServer, "/s/" + id + "/edit").select("#words [data-word=kjelleren]").text())
        .contains("cellar")
        .contains("not in the text");
  }

  @Test
  void aChangeFromOutsideIsNotWrittenOver() throws IOException {
    Document seen = page(testServer, "/glossary");
    String outside = "# ny\n" + GLOSSARY.replace("zumbing\tzooming", "");
    Files.writeString(folder.resolve("glossary.tsv"), outside);
    HttpResponse<String> answer =
        form(testServer, change(seen, 4), "english", "public source", "do", "save");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(file()).isEqualTo(outside);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select("[role=alert]").text())
        .isEqualTo(
            "The glossary has changed since you saw it. Nothing was saved. Look over what you wrote"
                + " beside the glossary as it is now, and save again.");
    Element again = page.select("#draft").getFirst();
    assertThat(again.attr("action")).isEqualTo("/glossary/5");
    assertThat(again.select("[name=english]").val()).isEqualTo("public source");
    assertThat(form(testServer, again).statusCode()).isEqualTo(303);
    assertThat(file()).isEqualTo(outside.replace("open source", "public source"));
  }

  @Test
  void aRefusedEntrySaysWhatToDoAndStaysInItsForm() throws IOException {
    assertRefused("a\tb", "right", "take out tabs and line breaks");
    assertRefused("a\nb", "right", "take out tabs and line breaks");
    assertRefused("rett", "  ", "write both the Norwegian and the English one");
    assertRefused("rett", "r".repeat(201), "at most 200 characters");
    assertRefused("#rett", "right", "begin otherwise");
    assertRefused("A\u030APEN kilde", "Open Source", "has this pair already");
    assertThat(file()).isEqualTo(GLOSSARY);
    assertThat(add("r".repeat(200), "right", "").statusCode()).isEqualTo(303);
  }

  @Test
  void refusalsAreInTheLanguageOfThePage() {
    Element form = page(testServer, "/glossary").select("#draft").getFirst();
    form.attr("action", "/glossary?lang=nb");
    assertThat(Jsoup.parse(form(testServer, form).body()).select("[role=alert]").text())
        .isEqualTo("Et ord må ha begge sider: Skriv både det norske og det engelske.");
  }

  @Test
  void aFileThatIsNotUtf8IsNotWritten() throws IOException {
    byte[] old = "måte\tmanner\n".getBytes(Charset.forName("windows-1252"));
    Files.write(folder.resolve("glossary.tsv"), old);
    HttpResponse<String> answer = add("rett", "right", "");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Jsoup.parse(answer.body()).select("[role=alert]").text())
        .contains("save it as UTF-8 first");
    assertThat(Files.readAllBytes(folder.resolve("glossary.tsv"))).isEqualTo(old);
  }

  @Test
  void aLinkIsNotWrittenThrough() throws IOException {
    Path other = folder.resolve("other.tsv");
    Files.move(folder.resolve("glossary.tsv"), other);
    Files.createSymbolicLink(folder.resolve("glossary.tsv"), other);
    assertThat(add("rett", "right", "").statusCode()).isEqualTo(507);
    assertThat(Files.readString(other)).isEqualTo(GLOSSARY);
    assertThat(Files.isSymbolicLink(folder.resolve("glossary.tsv"))).isTrue();
  }

  @Test
  void whoMayOnlyReadSeesThePageWithoutForms() throws IOException {
    Element seen = change(page(testServer, "/glossary"), 4);
    testServer.close();
    testServer = TestServer.again(folder, TestServer.settings("127.0.0.1", 0, null, "kari", true));
    Document page = page(testServer, "/glossary");
    assertThat(uses(page, 2)).startsWith("Used in 2");
    assertThat(page.select("form[method=post]")).isEmpty();
    assertThat(form(testServer, seen, "do", "remove").statusCode()).isEqualTo(403);
    assertThat(testServer.post("/glossary", "norwegian=a&english=b").statusCode()).isEqualTo(403);
    assertThat(file()).isEqualTo(GLOSSARY);
  }

  @Test
  void whoIsNotSignedInMayNotWrite() throws IOException {
    for (String path : new String[] {"/glossary", "/glossary/4"}) {
      HttpResponse<String> answer =
          testServer.send(
              "POST",
              path,
              "norwegian=a&english=b&version=x",
              "Content-Type",
              "application/x-www-form-urlencoded",
              "Authorization",
              "none");
      assertThat(answer.statusCode()).isEqualTo(401);
    }
    assertThat(testServer.get("/glossary", "Authorization", "none").body())
        .doesNotContain("method=\"post\"");
    assertThat(file()).isEqualTo(GLOSSARY);
  }

  @Test
  void contradictionsAndUnknownWordsAreTold() {
    Document page = page(testServer, "/glossary");
    assertThat(line(page, 5).select(".hint").text())
        .startsWith("Line 6 translates the same term in another way.");
    assertThat(line(page, 4).select(".hint").text()).doesNotContain("Line");
    assertThat(line(page, 7).select(".hint").text())
        .isEqualTo("The dictionary that comes with Speil does not have this term.");
    Document odd = page(testServer, page.select("a[href*=only]").attr("href"));
    assertThat(odd.select("[id^=line-].line")).hasSize(2);
    assertThat(page(testServer, "/problems").text()).doesNotContain("glossary.tsv");
  }

  @Test
  void whatTheArchiveUsesConsistentlyIsProposedUntilItIsThere() throws Exception {
    Element proposal = proposal("closed");
    assertThat(proposal.select(".uses").text()).isEqualTo("Used in 8 sections");
    HttpResponse<String> answer = form(testServer, proposal.select("form").getFirst());
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(file()).startsWith(GLOSSARY).endsWith("\tclosed\r\n");
    assertThat(page(testServer, "/glossary").select("#proposals ~ .lines").text())
        .doesNotContain("closed");
  }

  @Test
  void manyEntriesComeInPages() throws IOException {
    var many = new StringBuilder();
    for (int i = 1; i <= 250; i++) {
      many.append("ord%d\tword%d\n".formatted(i, i));
    }
    Files.writeString(folder.resolve("glossary.tsv"), many);
    assertThat(page(testServer, "/glossary").select(".summary").text()).isEqualTo("250 terms");
    Document last = page(testServer, "/glossary?page=3");
    assertThat(last.select("[id^=line-].line")).hasSize(50);
    assertThat(last.select("a[rel=prev]").attr("href")).isEqualTo("/glossary?page=2");
    assertThat(location(add("rett", "right", ""))).isEqualTo("/glossary?page=3#line-251");
    assertThat(page(testServer, "/glossary?q=ord1").select("a[rel=next]").attr("href"))
        .isEqualTo("/glossary?q=ord1&page=2");
  }

  private void assertRefused(String norwegian, String english, String why) {
    HttpResponse<String> answer = add(norwegian, english, "");
    assertThat(answer.statusCode()).as(norwegian).isEqualTo(400);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select("[role=alert]").text()).contains(why);
    assertThat(page.select("#draft [name=norwegian]").val()).isEqualTo(norwegian);
    assertThat(page.select("#draft [name=english]").val()).isEqualTo(english);
  }

  private HttpResponse<String> add(String norwegian, String english, String note) {
    Element draft = page(testServer, "/glossary").select("#draft").getFirst();
    return form(testServer, draft, "norwegian", norwegian, "english", english, "note", note);
  }

  private Element proposal(String english) {
    return page(testServer, "/glossary").select("#proposals ~ .lines .line").stream()
        .filter(each -> each.select(".pair").text().endsWith(english))
        .findFirst()
        .orElseThrow();
  }

  private String found(Document page, int line, String link) {
    String href = line(page, line).select(".uses " + link).attr("href");
    return page(testServer, href).select(".summary").text();
  }

  private static String uses(Document page, int line) {
    return line(page, line).select(".uses").text();
  }

  private static Element change(Document page, int line) {
    return line(page, line).select("form").getFirst();
  }

  private static Element line(Document page, int line) {
    return page.select("#line-" + line + ".line").getFirst();
  }

  private String file() throws IOException {
    return Files.readString(folder.resolve("glossary.tsv"));
  }
}
