package no.speil.web.inbox;

import static no.speil.web.FormSubmission.location;
import static no.speil.web.FormSubmission.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import no.speil.corpus.Role;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.library.actions.Actor;
import no.speil.library.documents.ActionRefusedException;
import no.speil.record.ReportCategory;
import no.speil.record.ReportEvent.ReportContent;
import no.speil.record.TextQuote;
import no.speil.status.TrackedSection;
import no.speil.web.FormSubmission;
import no.speil.web.Served;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class InboxPageTest {
  private static final Actor KARI = new Actor("kari", "web");
  private static final Actor OLA = new Actor("ola", "web");

  @Served private TestServer testServer;

  @Test
  void anEmptyInboxSaysSo() {
    Document inbox = page(testServer, "/inbox?lang=nb");
    assertThat(inbox.select("h1").text()).isEqualTo("Innboks");
    assertThat(inbox.select(".inbox > .by").text()).isEqualTo("Ingenting venter på deg.");
    assertThat(inbox.select("nav .count")).isEmpty();
  }

  @Test
  void suggestionsOnMyTextsWaitAndAreAnsweredThere() {
    save();
    testServer.library().edits().suggest(id(), "The board has to go.", OLA);
    Document inbox = page(testServer, "/inbox");
    assertThat(inbox.select(".inbox > .by").text())
        .isEqualTo("One thing is waiting for you. Start with the first");
    String edit = "/s/" + id() + "/edit?next=%2Finbox";
    assertThat(inbox.select(".inbox > .by a").attr("href")).isEqualTo(edit);
    assertThat(inbox.select("#suggestion .item .t").text()).isEqualTo("Letter to the board");
    assertThat(inbox.select("#suggestion .item p:first-child").text()).endsWith(", ¶ 2");
    assertThat(inbox.select("#suggestion .by").text()).matches("ola · 24 November( 2026)?");
    assertThat(inbox.select("#suggestion .do").text()).isEqualTo("Accept Decline Open");
    assertThat(inbox.select("#suggestion .do > a").attr("href")).isEqualTo(edit);
    assertThat(inbox.select("header .count").text()).isEqualTo("1");
    assertThat(inbox.select("#suggestion .diff ins").eachText()).contains("has to");
    Element form = inbox.select("#suggestion form").getFirst();
    assertThat(location(FormSubmission.form(testServer, form, "do", "dismiss")))
        .isEqualTo("/inbox");
    assertThat(page(testServer, "/inbox").select("#suggestion")).isEmpty();
  }

  @Test
  void aTextKeptFromAConflictWaitsForWhoeverTranslatedTheSection() {
    TrackedSection before = section();
    save();
    assertThatThrownBy(
            () ->
                testServer
                    .library()
                    .edits()
                    .edit(id(), "The board shall go.", before.version(), OLA))
        .isInstanceOf(ActionRefusedException.StaleVersion.class);
    assertThat(page(testServer, "/inbox").select("#suggestion .by").text()).contains("ola");
  }

  @Test
  void aTextOfMineThatSomebodyElseReplacedWaitsUntilIDoSomethingThere() {
    save();
    testServer.library().edits().edit(id(), "The board resigns.", section().version(), OLA);

    Document inbox = page(testServer, "/inbox");
    assertThat(inbox.select("#replaced h2").text()).contains("others have changed");
    assertThat(inbox.select("#replaced .by").text()).startsWith("ola");
    assertThat(inbox.select("#replaced .diff ins").eachText()).contains("resigns");
    Element form = inbox.select("#replaced form").getFirst();
    FormSubmission.form(testServer, form, "do", "confirm");

    assertThat(page(testServer, "/inbox").select("#replaced")).isEmpty();
  }

  @Test
  void aCorrectionThatWasApprovedWaitsForTheTranslatorWithWhatWasChanged() throws Exception {
    Actor siri = new Actor("siri", "web", Role.TRANSLATOR);
    String text = "The board must go. We want an answer within 14 days.";
    testServer.library().edits().edit(id(), text, section().version(), siri);
    String[] asSiri = testServer.as("siri", Role.TRANSLATOR);

    Element form = page(testServer, "/s/" + id() + "/edit").select("form.editing").getFirst();
    assertThat(form.select("button[value=approve]").text()).isEqualTo("Approve");
    String corrected = text.replace("want", "demand");
    FormSubmission.form(testServer, form, "markdown", corrected, "do", "approve");

    assertThat(section().sectionStatus().state()).isEqualTo(State.REVIEWED);
    Document inbox = Jsoup.parse(testServer.get("/inbox", asSiri).body());
    assertThat(inbox.select("#replaced .by").text())
        .matches("kari · 24 November( 2026)? · approved with a change");
    assertThat(inbox.select("#replaced .diff ins").eachText()).containsExactly("demand");
    JsonNode replaced = json(testServer.get("/api/v1/inbox", asSiri)).path("groups").path(2);
    assertThat(replaced.at("/items/0/edits/0/after/text").asText()).isEqualTo(corrected);
  }

  @Test
  void questionsWaitForWhomTheyNameAndForTheTranslator() {
    testServer.library().marks().comment(id(), "@Kari: er «må» sterkt nok?", OLA);
    Document inbox = page(testServer, "/inbox");
    assertThat(inbox.select("#question .said").text()).isEqualTo("@Kari: er «må» sterkt nok?");
    FormSubmission.form(
        testServer, inbox.select("#question .do > form").getFirst(), "do", "resolve");
    assertThat(page(testServer, "/inbox").select("#question")).isEmpty();

    save();
    testServer.library().marks().comment(id(), "Hvorfor «go»?", OLA);
    testServer.library().marks().comment(id(), "Et notat til meg selv.", KARI);
    assertThat(page(testServer, "/inbox").select("#question .said").eachText())
        .containsExactly("Hvorfor «go»?");
  }

  @Test
  void aQuestionIsAnsweredThereAndTheAnswerNamesWhoeverAsked() {
    testServer.library().marks().comment(id(), "@Kari: er «må» sterkt nok?", OLA);
    Element reply = page(testServer, "/inbox").select("#question .reply form").getFirst();
    assertThat(reply.select("textarea").text()).isEqualTo("@ola:");
    assertThat(location(FormSubmission.form(testServer, reply, "text", "@ola: Ja.")))
        .isEqualTo("/inbox");
    assertThat(section().comments())
        .anyMatch(comment -> comment.text().equals("@ola: Ja."))
        .hasSize(2);
    assertThat(page(testServer, "/inbox").select("#question")).isEmpty();
  }

  @Test
  void aChangeOfNumbersOnlyIsCalledThat() throws Exception {
    save();
    Path original = testServer.root().resolve("archive/2015/brev.md");
    Files.writeString(original, Files.readString(original).replace("14", "21"));
    section();
    assertThat(page(testServer, "/inbox").select("#stale .by").text()).endsWith(" · a number");
  }

  @Test
  void besideItStandsWhatCouldBeTranslatedNext() {
    Document inbox = page(testServer, "/inbox");
    Element next = inbox.select("#next").getFirst();
    assertThat(next.select("h2").text()).isEqualTo("Next to translate");
    assertThat(next.select("a").eachAttr("href").getFirst())
        .matches("/s/\\w+/edit\\?next=%2Fqueue%3Ftask%3Duntranslated");
    assertThat(next.select("a[href=/queue]").text()).isEqualTo("My queue");
    assertThat(next.text()).contains("not translated", "My queue · ");
  }

  @Test
  void anOriginalThatChangedSinceITranslatedItWaits() throws Exception {
    save();
    Path original = testServer.root().resolve("archive/2015/brev.md");
    Files.writeString(
        original, Files.readString(original).replace("Styret må gå", "Styret må ikke gå"));
    section();
    Document inbox = page(testServer, "/inbox");
    assertThat(inbox.select("#stale .diff ins").text()).isEqualTo("ikke");
    assertThat(inbox.select("#stale .by").text())
        .matches("24 November( 2026)? · a number, a name, a link or a word such as “not”");
    assertThat(inbox.select("#stale .do").text()).isEqualTo("Edit Still accurate");
    Element confirm = inbox.select("#stale form[action$=/confirm]").getFirst();
    assertThat(location(FormSubmission.form(testServer, confirm))).isEqualTo("/inbox");
    assertThat(page(testServer, "/inbox").select("#stale")).isEmpty();
  }

  @Test
  void whatOthersDidIsToldAndWhatIDidIsNot() {
    testServer.library().marks().comment(id(), "Hei.", OLA);
    testServer.library().marks().comment(id(), "Hei på deg.", OLA);
    testServer.library().marks().comment(id(), "Hei selv.", KARI);
    Document inbox = page(testServer, "/inbox?lang=nb");
    assertThat(inbox.select("#news li").eachText())
        .hasSize(1)
        .allMatch(
            line -> line.startsWith("ola kommenterte ett avsnitt i Brev til styret 24. november"));
  }

  @Test
  void whatOthersDidIsToldAfterFiftyOfMyOwn() {
    testServer.library().marks().comment(id(), "Hei.", OLA);
    for (int i = 0; i < 51; i++) {
      testServer.library().marks().comment(id(), "Hei " + i, KARI);
    }
    Document inbox = page(testServer, "/inbox");
    assertThat(inbox.select("#news h2").text()).startsWith("Since you last looked (");
    assertThat(inbox.select("#news li").eachText()).hasSize(1);
  }

  @Test
  void whatOthersDidIsToldAfterFiftyTextsOfMyOwn() throws Exception {
    testServer.library().marks().comment(id(), "Hei.", OLA);
    Path mine = Files.createDirectories(testServer.root().resolve("archive/mine"));
    for (int i = 0; i < 51; i++) {
      Files.writeString(mine.resolve("tekst-" + i + ".md"), "# Tekst " + i + "\n\nMin tekst.\n");
    }
    testServer.library().sync().look();
    for (int i = 0; i < 51; i++) {
      SectionId section = testServer.section("mine/tekst-" + i, "Min").section().id();
      testServer.library().marks().comment(section, "Hei.", KARI);
    }
    assertThat(page(testServer, "/inbox?lang=nb").select("#news li").eachText())
        .hasSize(1)
        .allMatch(line -> line.startsWith("ola kommenterte"));
  }

  @Test
  void aReviewerSeesWhatToReviewNextAndNotOnesOwn() {
    save();
    testServer.library().marks().mark(id(), State.TRANSLATED, section().version(), KARI);
    String[] ingrid = testServer.as("ingrid", Role.REVIEWER);
    Document inbox = Jsoup.parse(testServer.get("/inbox", ingrid).body());
    assertThat(inbox.select("#next h2").text()).isEqualTo("Next to review");
    assertThat(inbox.select("#next a").eachAttr("href").getFirst())
        .matches("/s/\\w+/edit\\?next=%2Fqueue%3Ftask%3Dreview");
    assertThat(page(testServer, "/inbox").select("#next h2").text()).isEqualTo("Next to translate");
  }

  @Test
  void reportsWaitForThoseWhoSettleThem() {
    testServer
        .library()
        .reports()
        .report(
            id(),
            new ReportContent(ReportCategory.MEANING, "«må» er borte."),
            new TextQuote(Side.TRANSLATION, "must go", "The board", "."),
            section().version(),
            new Actor("reader", "web"));
    Document inbox = page(testServer, "/inbox");
    assertThat(inbox.select("#report .said").text()).isEqualTo("«må» er borte.");
    Element settle = inbox.select("#report form").getFirst();
    assertThat(location(FormSubmission.form(testServer, settle, "do", "dismissed")))
        .isEqualTo("/inbox");
    assertThat(page(testServer, "/inbox").select("#report")).isEmpty();
  }

  @Test
  void reportsDoNotWaitForTranslators() {
    testServer
        .library()
        .reports()
        .report(
            id(),
            new ReportContent(ReportCategory.LINK, ""),
            new TextQuote(Side.TRANSLATION, "must go", "The board", "."),
            section().version(),
            new Actor("reader", "web"));
    String[] siri = testServer.as("siri", Role.TRANSLATOR);
    String[] per = testServer.as("per", Role.REVIEWER);
    assertThat(testServer.get("/inbox", siri).body()).doesNotContain("Reports from readers");
    assertThat(testServer.get("/inbox", per).body()).contains("Reports from readers");
  }

  @Test
  void everybodyHasTheirOwnInboxAndReadersHaveNone() {
    save();
    testServer.library().edits().suggest(id(), "The board has to go.", OLA);
    String[] siri = testServer.as("siri", Role.TRANSLATOR);
    assertThat(Jsoup.parse(testServer.get("/inbox", siri).body()).select(".inbox > .by").text())
        .isEqualTo("Nothing is waiting for you.");
    assertThat(testServer.get("/api/v1/inbox", TestServer.asReader()).statusCode()).isEqualTo(401);
  }

  @Test
  void programsAreToldTheSame() throws Exception {
    testServer.library().marks().comment(id(), "@kari: Og «vår»?", OLA);
    JsonNode inbox = json(testServer.get("/api/v1/inbox"));
    assertThat(inbox.path("person").asText()).isEqualTo("kari");
    assertThat(inbox.path("waiting").asInt()).isOne();
    JsonNode questions = inbox.path("groups").path(1);
    assertThat(questions.path("kind").asText()).isEqualTo("question");
    assertThat(questions.path("total").asInt()).isOne();
    assertThat(questions.at("/items/0/comments/0/text").asText()).isEqualTo("@kari: Og «vår»?");
    assertThat(questions.at("/items/0/section/id").asText()).isEqualTo(id().value());
    assertThat(inbox.at("/news/0/by").asText()).isEqualTo("ola");
  }

  @Test
  void theFeedIsForWhoeverSendsATokenAlsoAsAPassword() {
    testServer.library().marks().comment(id(), "@siri: Og «vår»?", OLA);
    String token = testServer.tokenOf("siri", Role.TRANSLATOR);
    HttpResponse<String> feed =
        testServer.get("/inbox.atom", "Authorization", "Bearer " + token, "Accept-Language", "nb");
    assertThat(feed.statusCode()).isEqualTo(200);
    assertThat(feed.headers().firstValue("cache-control").orElseThrow()).contains("private");
    assertThat(feed.body()).contains("Innboksen til siri", "Spørsmål til deg");
    assertThat(testServer.get("/inbox.atom", "Authorization", basic(token)).statusCode())
        .isEqualTo(200);

    assertThat(testServer.get("/inbox", "Authorization", basic(token)).statusCode()).isEqualTo(303);
    HttpResponse<String> nobody =
        testServer.get("/inbox.atom?token=" + token, TestServer.asReader());
    assertThat(nobody.statusCode()).isEqualTo(401);
    assertThat(nobody.headers().firstValue("www-authenticate").orElseThrow()).startsWith("Basic");
    assertThat(testServer.get("/inbox.atom", "Authorization", "Basic !").statusCode())
        .isEqualTo(401);
  }

  private static String basic(String token) {
    return "Basic "
        + Base64.getEncoder().encodeToString(("me:" + token).getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return new ObjectMapper().readTree(answer.body());
  }

  private void save() {
    testServer
        .library()
        .edits()
        .edit(
            id(),
            "The board must go. We want an answer within 14 days.",
            section().version(),
            KARI);
  }

  private SectionId id() {
    return section().section().id();
  }

  private TrackedSection section() {
    return testServer.section("2015/brev", "Styret må");
  }
}
