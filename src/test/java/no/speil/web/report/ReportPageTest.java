package no.speil.web.report;

import static no.speil.web.FormSubmission.location;
import static no.speil.web.FormSubmission.page;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import no.speil.status.TrackedSection;
import no.speil.web.FormSubmission;
import no.speil.web.Served;
import no.speil.web.TestServer;
import no.speil.web.http.ServerSettings;
import no.speil.web.http.ServerSettings.AccessMode;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reader reports an error, and somebody who may write answers. */
class ReportPageTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OPEN_TO_ALL = "https://speil.example.org";

  @Served private TestServer testServer;
  private String id;

  @BeforeEach
  void serve() {
    id = section().section().id().value();
  }

  @Test
  void theRowsLinkLeadsToAFormThatKnowsTheVersion() {
    Element link =
        page(testServer, "/d/2015/brev").select("#s-" + id + " .section-links .report").getFirst();
    assertThat(link.attr("href")).isEqualTo("/s/" + id + "/report?v=" + section().version());
    Element form = form(link.attr("href") + "&side=original&exact=m%C3%A5+g%C3%A5&prefix=Styret");
    assertThat(form.select("[name=v]").val()).isEqualTo(section().version().toString());
    assertThat(form.select("[name=exact]").text()).isEqualTo("må gå");
    assertThat(form.select("[name=prefix]").val()).isEqualTo("Styret");
    assertThat(form.select("[name=side][checked]").val()).isEqualTo("original");
    Element plain = form("/s/" + id + "/report");
    assertThat(plain.select("[name=side][checked]").val()).isEqualTo("translation");
    assertThat(plain.select("[name=flaw][checked]")).isEmpty();
  }

  @Test
  void wordsOfTheTextAloneSayNotWhatIsWrongWithThem() {
    HttpResponse<String> answer =
        testServer.post("/s/" + id + "/report", "flaw=other&side=original&exact=m%C3%A5&words=");
    assertThat(answer.statusCode()).isEqualTo(400);
    Document form = Jsoup.parse(answer.body());
    assertThat(form.select("[role=alert]").text()).startsWith("Say what is wrong: choose");
    assertThat(form.select("[name=exact]").text()).isEqualTo("må");
  }

  @Test
  void aReportIsTakenThankedForAndShownToWhoMayWrite() {
    HttpResponse<String> answer =
        FormSubmission.form(
            testServer,
            form("/s/" + id + "/report"),
            "flaw",
            "meaning",
            "side",
            "translation",
            "words",
            "Not <must>.",
            "exact",
            "board  must",
            "name",
            "Åse");
    assertThat(location(answer)).isEqualTo("/s/" + id + "/report?sent=true");
    assertThat(page(testServer, location(answer)).select("[role=status]").text())
        .startsWith("The report has been saved.");

    Element shown =
        page(testServer, "/s/" + id + "/history").select("#reports .reported").getFirst();
    assertThat(shown.text())
        .contains(
            "Waiting for an answer.",
            "Åse (reader)",
            "The translation means something else",
            "Not <must>.",
            "board must",
            "The text still has the quoted words.");
    assertThat(page(testServer, "/s/" + id + "/edit").select(".reported")).hasSize(1);
    assertThat(page(testServer, "/s/" + id + "/history").select(".events li")).isEmpty();
  }

  @Test
  void whatCannotBeTakenStaysInTheFormWithASentenceWhy() {
    Element form = form("/s/" + id + "/report");
    Document empty =
        refused(FormSubmission.form(testServer, form, "flaw", "other", "name", "Åse"), 400);
    assertThat(empty.select("[role=alert]").text()).startsWith("Say what is wrong");
    assertThat(empty.select("[name=flaw][checked]").val()).isEqualTo("other");
    assertThat(empty.select("[name=name]").last()).isNotNull();
    Document named =
        refused(
            FormSubmission.form(
                testServer, form, "flaw", "link", "words", "Dead.", "name", "x".repeat(61)),
            400);
    assertThat(named.select("form.reporting [name=words]").text()).isEqualTo("Dead.");
    assertThat(named.select("[name=flaw][checked]").val()).isEqualTo("link");
    String long_ = "x".repeat(2_001);
    Document tooLong = refused(FormSubmission.form(testServer, form, "words", long_), 400);
    assertThat(tooLong.select("form.reporting [name=words]").text()).isEqualTo(long_);
    assertThat(section().reports()).isEmpty();
  }

  @Test
  void theSixthAtOnceIsAskedToWaitAndLosesNothing() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertThat(report("Number " + i).statusCode()).isEqualTo(201);
    }
    HttpResponse<String> answer =
        FormSubmission.form(testServer, form("/s/" + id + "/report"), "words", "Number 6.");
    Document page = refused(answer, 429);
    assertThat(page.select("form.reporting [name=words]").text()).isEqualTo("Number 6.");
    assertThat(page.select("[role=alert]").text()).contains("send it again in 2 minutes");
    assertThat(retryAfter(answer)).isBetween(100L, 120L);
    HttpResponse<String> refused = report("Number 7.");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(retryAfter(refused)).isBetween(100L, 120L);
    assertThat(refused.body()).contains("\"title\":\"Too many reports\"");
    assertThat(section().reports()).hasSize(5);
  }

  @Test
  void theQueueHasItAndWhatIsSaidThereCanBeTakenBackThere() throws Exception {
    report("Wrong.");
    Document queue = page(testServer, "/queue?task=report");
    assertThat(queue.select(".summary").text()).isEqualTo("One section to do");
    assertThat(queue.select(".kinds a[aria-current=true]").text()).isEqualTo("Error reported 1");
    Element item = queue.select("article.work").getFirst();
    assertThat(item.select(".task").text()).isEqualTo("Error reported · Draft to finish");
    assertThat(testServer.get("/queue.atom").body()).contains("Error reported");

    HttpResponse<String> answer =
        FormSubmission.form(
            testServer, item.select(".reported form").getFirst(), "do", "dismissed");
    assertThat(location(answer)).startsWith("/queue?task=report&settled=" + id + ".");
    Document after = page(testServer, location(answer));
    assertThat(after.select("article.work")).isEmpty();
    assertThat(after.select(".settled").text()).startsWith("Dismissed.");
    FormSubmission.form(testServer, after.select(".settled form").getFirst(), "do", "open");
    assertThat(page(testServer, "/queue?task=report").select("article.work")).hasSize(1);
    assertThat(page(testServer, "/queue?settled=nonsense").select(".settled")).isEmpty();
  }

  @Test
  void acceptedItIsARemarkThatEverybodySees() throws Exception {
    JsonNode made = JSON.readTree(report("It says go.").body());
    String path = "/api/v1/sections/" + id + "/reports/" + made.path("id").asText();
    JsonNode settled = JSON.readTree(post(path, "{\"outcome\":\"accepted\"}").body());
    assertThat(settled.at("/reports/0/outcome").asText()).isEqualTo("accepted");
    Document page = page(testServer, "/d/2015/brev");
    assertThat(page.select("#s-" + id + " .remark").text())
        .startsWith("A reader reported an error")
        .contains("It says go.");
    assertThat(page(testServer, "/s/" + id + "/history").select(".events li")).hasSize(2);
    assertThat(JSON.readTree(testServer.get("/api/v1/sections/" + id).body()).path("history"))
        .hasSize(2);
    assertThat(testServer.get("/feed.atom").body()).contains("It says go.");
    assertThat(JSON.readTree(testServer.get("/api/v1/reports").body()).path("sections").asInt())
        .isEqualTo(1);
    post(path, "{\"outcome\":\"mended\"}");
    assertThat(JSON.readTree(testServer.get("/api/v1/reports").body()).path("sections").asInt())
        .isZero();
    assertThat(post(path, "{\"outcome\":\"maybe\"}").statusCode()).isEqualTo(400);
    assertThat(post(path + "0", "{\"outcome\":\"open\"}").statusCode()).isEqualTo(409);
  }

  @Test
  void programsReportWithTheWordsAndTheirSurroundings() throws Exception {
    HttpResponse<String> answer =
        post(
            "/api/v1/sections/" + id + "/reports",
            "{\"flaw\":\"spelling\",\"by\":\"Bot\",\"quote\":{\"side\":\"original\","
                + "\"exact\":\"må gå\"}}");
    assertThat(answer.statusCode()).isEqualTo(201);
    String list = testServer.get("/api/v1/sections/" + id + "/reports").body();
    JsonNode report = JSON.readTree(list).at("/reports/0");
    assertThat(report.path("by").asText()).isEqualTo("Bot");
    assertThat(report.at("/quote/prefix").asText()).isEqualTo("Styret");
    assertThat(report.at("/quote/suffix").asText()).startsWith(". Vi krever");
    assertThat(report.at("/now/words").asText()).isEqualTo("found");
    assertThat(report.path("version").asText()).isEqualTo(section().version().toString());
    String path = "/api/v1/sections/" + id + "/reports";
    assertThat(post(path, "{}").statusCode()).isEqualTo(400);
    assertThat(post(path, "{\"flaw\":\"odd\",\"text\":\"x\"}").statusCode()).isEqualTo(400);
    assertThat(post(path, "{\"text\":\"" + "x".repeat(2_001) + "\"}").statusCode()).isEqualTo(400);
    assertThat(post("/api/v1/sections/0000000000/reports", "{\"text\":\"x\"}").statusCode())
        .isEqualTo(404);
  }

  @Test
  void whoHasChangedTheWordsSinceIsShownWhatStandsThereNow() throws Exception {
    post(
        "/api/v1/sections/" + id + "/reports",
        "{\"quote\":{\"side\":\"translation\",\"exact\":\"must go\"}}");
    Path translation = testServer.root().resolve("translations/2015/brev.md");
    Files.writeString(
        translation, Files.readString(translation).replace("must go", "has to resign"));
    assertThat(page(testServer, "/s/" + id + "/history").select("#reports .quoted-now").text())
        .isEqualTo("The words have changed. The text now says: has to resign");
    Files.writeString(
        translation, Files.readString(translation).replace("The board has", "Nobody should have"));
    assertThat(page(testServer, "/s/" + id + "/history").select("#reports .quoted-now").text())
        .isEqualTo("The words are no longer in the text.");
  }

  @Test
  void othersReportOnlyWhereTheKeeperWantsItAndNobodyWhereNothingIsWritten() throws Exception {
    testServer.close();
    testServer = TestServer.again(testServer.root(), open(AccessMode.KEEPER)).signedOut();
    assertThat(page(testServer, "/d/2015/brev").select(".report")).isEmpty();
    assertThat(testServer.get("/s/" + id + "/report").statusCode()).isEqualTo(403);
    assertThat(report("Wrong.").statusCode()).isEqualTo(403);
    testServer.close();
    testServer = TestServer.again(testServer.root(), open(AccessMode.READ_ONLY)).signedOut();
    assertThat(page(testServer, "/d/2015/brev").select(".report")).isEmpty();
    assertThat(report("Wrong.").body()).contains("nothing is written here");
    testServer.close();
    testServer = TestServer.again(testServer.root(), open(AccessMode.REPORTS)).signedOut();
    assertThat(page(testServer, "/d/2015/brev").select("#s-" + id + " .section-links .report"))
        .hasSize(1);
    HttpResponse<String> answer = report("Wrong.");
    assertThat(answer.statusCode()).isEqualTo(201);
    String path =
        "/api/v1/sections/" + id + "/reports/" + JSON.readTree(answer.body()).path("id").asText();
    assertThat(post(path, "{\"outcome\":\"accepted\"}").statusCode()).isEqualTo(401);
    assertThat(testServer.post("/s/" + id + "/report", "words=x&flaw=other").statusCode())
        .isEqualTo(303);
    HttpResponse<String> foreign =
        testServer.send(
            "POST",
            "/s/" + id + "/report",
            "words=y",
            "Content-Type",
            "application/x-www-form-urlencoded",
            "Origin",
            "https://evil.example");
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(section().reports()).hasSize(2);
  }

  @Test
  void behindAProxyEveryReaderHasTheirOwnAllowance() throws Exception {
    testServer.close();
    testServer = TestServer.again(testServer.root(), open(AccessMode.REPORTS));
    for (int i = 0; i < 5; i++) {
      assertThat(reportFrom("evil, 192.0.2.1", "Number " + i)).isEqualTo(201);
    }
    assertThat(reportFrom("192.0.2.77, 192.0.2.1", "Number 6")).isEqualTo(429);
    assertThat(reportFrom("192.0.2.2", "Number 7")).isEqualTo(201);
    for (int i = 0; i < 5; i++) {
      assertThat(reportFrom("2001:db8:0:1::" + i, "Again " + i)).isEqualTo(201);
    }
    assertThat(reportFrom("2001:db8:0:1::77", "Again 6")).isEqualTo(429);
    assertThat(reportFrom("2001:db8:0:2::77", "Again 7")).isEqualTo(201);
  }

  private int reportFrom(String address, String words) {
    return testServer
        .send(
            "POST",
            "/api/v1/sections/" + id + "/reports",
            "{\"text\":\"" + words + "\"}",
            "Content-Type",
            "application/json",
            "X-Forwarded-For",
            address)
        .statusCode();
  }

  private static ServerSettings open(AccessMode accessMode) {
    return TestServer.settings("127.0.0.1", 0, URI.create(OPEN_TO_ALL), "kari", accessMode);
  }

  private Element form(String path) {
    return page(testServer, path).select("form.reporting").getFirst();
  }

  private static Document refused(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).isEqualTo(status);
    return Jsoup.parse(answer.body());
  }

  private static long retryAfter(HttpResponse<String> answer) {
    return answer.headers().firstValueAsLong("retry-after").orElse(-1);
  }

  private HttpResponse<String> report(String words) {
    return post("/api/v1/sections/" + id + "/reports", "{\"text\":\"" + words + "\"}");
  }

  private HttpResponse<String> post(String path, String body) {
    return testServer.send("POST", path, body, "Content-Type", "application/json");
  }

  private TrackedSection section() {
    return testServer.section("2015/brev", "Styret må gå");
  }
}
