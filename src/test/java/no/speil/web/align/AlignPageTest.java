package no.speil.web.align;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.speil.corpus.Alignment;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Side;
import no.speil.status.TrackedSection;
import no.speil.web.Served;
import no.speil.web.TestServer;
import no.speil.web.page.SiteUrls;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class AlignPageTest {
  private static final String BREV = "2015/brev";

  @Served private TestServer testServer;

  @Test
  void aProgramJoinsSplitsMovesUnlinksConfirmsAndTakesBack() throws Exception {
    TrackedSection board = section("Styret må gå");
    TrackedSection women = section("Kvinners");

    HttpResponse<String> joined = put(board, "{\"action\":\"join\",\"with\":" + named(women) + "}");
    assertThat(joined.statusCode()).isEqualTo(200);
    JsonNode section = json(joined);
    assertThat(section.path("id").asText()).isEqualTo(id(board));
    assertThat(section.path("original").path("blocks")).hasSize(2);
    assertThat(section.path("alignment").toString())
        .isEqualTo("{\"method\":\"confirmed\",\"confidence\":1.0}");
    assertThat(joined.headers().firstValue("etag"))
        .hasValue("\"" + version(section("Styret")) + "\"");
    assertThat(testServer.get("/api/v1/sections/" + id(women)).statusCode()).isEqualTo(410);

    assertThat(put(section("Styret"), "{\"action\":\"split\",\"original\":1,\"translation\":1}"))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(200);
    assertThat(
            put(
                    section("Kvinners"),
                    "{\"action\":\"move\",\"side\":\"translation\",\"with\":"
                        + named(section("Styret"))
                        + "}")
                .statusCode())
        .isEqualTo(200);
    assertThat(section("Styret").section().translation()).hasSize(2);
    assertThat(put(section("Styret"), "{\"action\":\"undo\"}").statusCode()).isEqualTo(200);
    assertThat(put(section("Styret"), "{\"action\":\"unlink\"}").statusCode()).isEqualTo(200);
    assertThat(section("Styret").section().translation()).isEmpty();
    assertThat(put(section("Kvinners"), "{\"action\":\"confirm\"}").statusCode()).isEqualTo(200);
  }

  @Test
  void whatCannotBeReadOrDoneOrHasMovedOnIsRefusedWithAProblem() throws Exception {
    TrackedSection board = section("Styret må gå");
    TrackedSection women = section("Kvinners");
    String path = "/api/v1/sections/" + id(board) + "/link";

    assertThat(
            testServer
                .send("PUT", path, "{\"action\":\"unlink\"}", "Content-Type", "application/json")
                .statusCode())
        .isEqualTo(428);
    for (String body :
        List.of(
            "{}",
            "{\"action\":\"guess\"}",
            "{\"action\":\"join\"}",
            "{\"action\":\"split\"}",
            "{\"action\":\"move\",\"side\":\"middle\",\"with\":" + named(women) + "}")) {
      assertThat(put(board, body).statusCode()).as(body).isEqualTo(400);
    }
    HttpResponse<String> impossible =
        put(board, "{\"action\":\"split\",\"original\":1,\"translation\":1}");
    assertThat(impossible.statusCode()).isEqualTo(409);
    assertThat(json(impossible).path("reason").asText()).isEqualTo("cannot-align");

    testServer
        .library()
        .marks()
        .mark(
            women.section().id(),
            no.speil.corpus.State.TRANSLATED,
            women.version(),
            new no.speil.library.actions.Actor("ola", "web"));
    HttpResponse<String> moved = put(board, "{\"action\":\"join\",\"with\":" + named(women) + "}");
    assertThat(moved.statusCode()).isEqualTo(412);
    assertThat(moved.headers().firstValue("content-type")).hasValue("application/problem+json");
  }

  @Test
  void allUpToASectionAreConfirmedOverThePagesOfALongDocument() throws Exception {
    String paragraphs =
        IntStream.range(0, 2 * AlignPage.SIZE)
            .mapToObj(k -> "Sak " + k + " gjelder side " + 7 * k + " i boka.\n\n")
            .collect(Collectors.joining());
    put("archive/lang.md", "# Lang\n\n" + paragraphs);
    put(
        "translations/lang.md",
        "# Long\n\n"
            + paragraphs
                .replace("Sak", "Case")
                .replace("gjelder side", "concerns page")
                .replace("i boka", "of the book"));
    Element last = bead("/align/lang?from=" + AlignPage.SIZE, "Sak " + (AlignPage.SIZE + 20) + " ");
    String id = last.id().substring(2);

    put("archive/lang.md", "# Lang\n\n" + paragraphs + "Et nytt avsnitt.\n");
    assertThat(through(last).statusCode()).isEqualTo(412);
    Element again =
        bead("/align/lang?from=" + AlignPage.SIZE, "Sak " + (AlignPage.SIZE + 20) + " ");
    assertThat(through(again).statusCode()).isEqualTo(303);

    List<TrackedSection> sections =
        testServer.library().documents().find(new DocumentId("lang")).orElseThrow().sections();
    int confirmed =
        (int) sections.stream().filter(each -> AlignPage.isConfirmed(each.section())).count();
    assertThat(sections.get(confirmed - 1).section().id().value()).isEqualTo(id);
    assertThat(sections.subList(0, confirmed))
        .allMatch(each -> AlignPage.isConfirmed(each.section()));
    assertThat(confirmed).isGreaterThan(AlignPage.SIZE);
  }

  private void put(String path, String text) throws IOException {
    Files.writeString(testServer.root().resolve(path), text);
  }

  private HttpResponse<String> through(Element bead) {
    Element button = bead.expectFirst("button[name=through]");
    Element form = bead.expectFirst("form").clone().attr("action", button.attr("formaction"));
    return submit(form, "through", button.val());
  }

  private Element bead(String page, String words) {
    return Jsoup.parse(testServer.get(page).body()).select(".bead").stream()
        .filter(each -> each.text().contains(words))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void severalAreConfirmedAboveAConfidence() throws Exception {
    TrackedSection board = section("Styret må gå");
    String body = "{\"above\":%s,\"sections\":[" + named(board) + "]}";
    String path = "/api/v1/documents/2015/brev/link";

    HttpResponse<String> answer =
        testServer.send("POST", path, body.formatted("0"), "Content-Type", "application/json");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).path("answers").get(0).path("section").path("alignment"))
        .isEqualTo(json("{\"method\":\"confirmed\",\"confidence\":1.0}"));
  }

  @Test
  void aPassageLeftOutOnPurposeIsDoneAndReadersAreToldSo() throws Exception {
    TrackedSection left = section("Dette avsnittet");
    assertThat(testServer.get("/queue?task=untranslated").body()).contains("s-" + id(left));
    HttpResponse<String> answer =
        testServer.send(
            "POST",
            "/api/v1/sections/" + id(left) + "/omit",
            "{\"omitted\":true}",
            "Content-Type",
            "application/json",
            "If-Match",
            "\"" + version(left) + "\"");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).path("omitted").asBoolean()).isTrue();
    assertThat(json(answer).path("state").asText()).isEqualTo("untranslated");
    Document page = Jsoup.parse(testServer.get("/d/2015/brev").body());
    Element row = page.expectFirst("#s-" + id(left));
    assertThat(row.select(".translation .absence").text()).isEqualTo("Intentionally omitted");
    assertThat(row.select("summary").getFirst().text()).isEqualTo("Omitted");
    assertThat(testServer.get("/queue").body()).doesNotContain("s-" + id(left));
    assertSearchKnowsItAsLeftOut(left);
    assertThat(testServer.get("/export/2015/brev.xlf").body())
        .contains(
            "<segment state=\"translated\" subState=\"speil:omitted\"><source>Dette avsnittet er"
                + " ikke oversatt til noe språk.</source><target></target></segment>");
    Document norwegian = Jsoup.parse(testServer.get("/d/2015/brev?lang=nb").body());
    assertThat(norwegian.select("#s-" + id(left) + " .translation .absence").text())
        .isEqualTo("Bevisst utelatt");
    assertThat(testServer.get("/s/" + id(left) + "/history").body())
        .contains("kari omitted it intentionally");

    Element form = row.expectFirst("form[action$=/omit]");
    assertThat(submit(form, "omitted", "false").statusCode()).isEqualTo(303);
    assertThat(section("Dette avsnittet").sectionStatus().isLeftOut()).isFalse();
    assertThat(testServer.get("/queue?task=untranslated").body()).contains("s-" + id(left));
  }

  private void assertSearchKnowsItAsLeftOut(TrackedSection left) throws Exception {
    JsonNode found = json(testServer.get("/api/v1/search?q=state:omitted"));
    assertThat(found.path("total").asInt()).isEqualTo(1);
    assertThat(found.path("hits").get(0).path("section").asText()).isEqualTo(id(left));
    assertThat(found.path("hits").get(0).path("state").asText()).isEqualTo("untranslated");
    assertThat(found.path("hits").get(0).path("omitted").asBoolean()).isTrue();
    assertThat(found.path("facets").path("state").toString())
        .isEqualTo("[{\"value\":\"omitted\",\"count\":1}]");
    assertThat(testServer.get("/api/v1/search?q=state:untranslated").body())
        .doesNotContain(id(left));
    assertThat(testServer.get("/api/v1/search?q=avsnittet&state=untranslated").body())
        .doesNotContain(id(left));
    Document page = Jsoup.parse(testServer.get("/search?q=avsnittet&lang=nb").body());
    assertThat(page.text()).contains("Bevisst utelatt").doesNotContain("Ikke oversatt");
    assertThat(testServer.get("/search.csv?q=state:omitted").body()).contains(",\"true\"\r\n");
    JsonNode taken = json(testServer.get("/search.json?q=state:omitted"));
    assertThat(taken.path("sections").get(0).path("omitted").asBoolean()).isTrue();
    assertThat(testServer.get("/help").body()).contains("there should be none");
  }

  @Test
  void theFormsOfThePageCorrectAndLeadBackToTheSection() {
    String board = id(section("Styret må gå"));
    Element bead = bead(board);
    assertThat(bead.select(".share").text()).isEqualTo("1–1");

    HttpResponse<String> answer = submit(bead.expectFirst("form"), "action", "join-next");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("location"))
        .hasValue("/align/2015/brev?at=" + board + "#s-" + board);
    assertThat(bead(board).select(".share").text()).isEqualTo("2–2");
    assertThat(bead(board).select(".how").text()).isEqualTo("confirmed by a person");
    submit(bead(board).expectFirst("form"), "action", "undo");
    assertThat(bead(board).select(".share").text()).isEqualTo("1–1");
    submit(bead(board).expectFirst("form"), "action", "unlink");
    assertThat(bead(board).select(".how").text()).isEqualTo("not in the translation, confirmed");
  }

  @Test
  void aFormOfAnOlderPageIsRefusedAndThePageShownAsItIs() {
    String board = id(section("Styret må gå"));
    Element old = bead(board).expectFirst("form");
    submit(bead(board).expectFirst("form"), "action", "join-next");

    HttpResponse<String> answer = submit(old, "action", "unlink");

    assertThat(answer.statusCode()).isEqualTo(412);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select("[role=alert]").text()).startsWith("The section has changed");
    assertThat(page.expectFirst("#s-" + board).select(".share").text()).isEqualTo("2–2");
  }

  @Test
  void allThatAreSureEnoughAreConfirmedFromThePage() {
    Document page = Jsoup.parse(testServer.get("/align/2015/brev").body());

    HttpResponse<String> answer = submit(page.expectFirst("form.all"), "above", "50");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(section("Styret må gå").section().alignment()).isEqualTo(Alignment.CONFIRMED);
    assertThat(Jsoup.parse(testServer.get("/align/2015/brev").body()).select(".bead.sure"))
        .isEmpty();
  }

  @Test
  void aDocumentIsAlignedAgainFromThePageWhichSaysWhatChangedAndTakesItBack() throws Exception {
    layCrosswise("kryss");
    Element form = again("/align/kryss").expectFirst("#again form");
    assertThat(form.select("button[value=undo]")).isEmpty();

    HttpResponse<String> answer = submit(form, "action", "align");

    assertThat(answer.statusCode()).isEqualTo(303);
    String location = answer.headers().firstValue("location").orElseThrow();
    Document page = again(location);
    assertThat(page.select("[role=status]").text()).startsWith("2 sections have other texts now");
    assertThat(pairs("kryss"))
        .containsExactly(
            "Kryss=Cross",
            "Kryss=Cross",
            "Vi møtes 3. mai.=We meet on 3 May.",
            "Ring 555.=Call 555.");
    String id = section("kryss", "Ring 555").section().id().value();
    assertThat(testServer.get("/s/" + id + "/history").body())
        .contains("kari realigned the document");
    assertThat(testServer.get("/align/kryss?changed=1&weighed=1&lang=nb").body())
        .contains("Ett avsnitt har fått andre tekster; ett annet er vurdert på nytt.");

    answer = submit(page.expectFirst("#again form"), "action", "undo");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(pairs("kryss")).contains("Ring 555.=We meet on 3 May.");
  }

  @Test
  void aProgramAlignsADocumentAgainAndTakesItBack() throws Exception {
    layCrosswise("kryss");
    String path = "/api/v1/documents/kryss/align";

    assertThat(post(path, "{\"undo\":true}").statusCode()).isEqualTo(409);
    HttpResponse<String> done = post(path, "{}");
    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(json(done))
        .isEqualTo(json("{\"document\":\"kryss\",\"sections\":4,\"changed\":2,\"weighed\":0}"));
    assertThat(pairs("kryss")).contains("Ring 555.=Call 555.");
    assertThat(json(post(path, "{\"undo\":true}")).path("changed").asInt()).isEqualTo(2);
    assertThat(pairs("kryss")).contains("Ring 555.=We meet on 3 May.");
    assertThat(post("/api/v1/documents/ingen/align", "{}").statusCode()).isEqualTo(404);
    assertThat(
            testServer
                .send(
                    "POST", path, "{}", "Content-Type", "application/json", "Authorization", "none")
                .statusCode())
        .isEqualTo(401);
  }

  /** A document whose record pairs two paragraphs wrongly, as an older program may have done. */
  private void layCrosswise(String name) throws Exception {
    put("archive/" + name + ".md", "# Kryss\n\nVi møtes 3. mai.\n\nRing 555.\n");
    put("translations/" + name + ".md", "# Cross\n\nWe meet on 3 May.\n\nCall 555.\n");
    testServer.get("/d/" + name);
    Path record = testServer.root().resolve("translations/" + name + ".jsonl");
    List<String> lines = Files.readAllLines(record);
    ObjectNode layout = (ObjectNode) json(lines.getLast());
    ObjectNode one = (ObjectNode) layout.path("sections").get(2);
    ObjectNode two = (ObjectNode) layout.path("sections").get(3);
    JsonNode translation = one.path("translation");
    one.set("translation", two.path("translation"));
    two.set("translation", translation);
    Files.writeString(record, lines.getFirst() + "\n" + layout + "\n");
    assertThat(pairs(name)).contains("Ring 555.=We meet on 3 May.");
  }

  private List<String> pairs(String name) {
    return testServer
        .library()
        .documents()
        .find(new DocumentId(name))
        .orElseThrow()
        .sections()
        .stream()
        .map(TrackedSection::section)
        .map(each -> each.words(Side.ORIGINAL) + "=" + each.words(Side.TRANSLATION))
        .toList();
  }

  private TrackedSection section(String name, String text) {
    return testServer.section(name, text);
  }

  private Document again(String page) {
    return Jsoup.parse(testServer.get(page).body());
  }

  private HttpResponse<String> post(String path, String body) {
    return testServer.send("POST", path, body, "Content-Type", "application/json");
  }

  @Test
  void whoMayNotWriteSeesTheLinksWithoutForms() {
    Document page = Jsoup.parse(testServer.get("/align/2015/brev", "Authorization", "none").body());

    assertThat(page.select(".bead")).isNotEmpty();
    assertThat(page.select(".bead form, #again")).isEmpty();
  }

  private Element bead(String id) {
    return Jsoup.parse(testServer.get("/align/2015/brev").body()).expectFirst("#s-" + id);
  }

  private TrackedSection section(String text) {
    return testServer.section(BREV, text);
  }

  private HttpResponse<String> put(TrackedSection section, String body) {
    return testServer.send(
        "PUT",
        "/api/v1/sections/" + id(section) + "/link",
        body,
        "Content-Type",
        "application/json",
        "If-Match",
        "\"" + version(section) + "\"");
  }

  private HttpResponse<String> submit(Element form, String name, String value) {
    var fields = new StringBuilder(name + "=" + value);
    for (Element field : form.select("input[type=hidden]")) {
      fields
          .append('&')
          .append(field.attr("name"))
          .append('=')
          .append(SiteUrls.encode(field.val()));
    }
    return testServer.post(form.attr("action"), fields.toString());
  }

  private static String id(TrackedSection section) {
    return section.section().id().value();
  }

  private static String version(TrackedSection section) {
    return section.version().toString();
  }

  private static String named(TrackedSection section) {
    return "{\"id\":\"" + id(section) + "\",\"version\":\"" + version(section) + "\"}";
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return json(answer.body());
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }
}
