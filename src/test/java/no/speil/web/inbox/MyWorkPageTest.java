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
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Role;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.library.actions.Actor;
import no.speil.library.actions.EditActions.SaveOptions;
import no.speil.library.actions.EditBase;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.LiveSection;
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

/** The front page of people who translate and review. */
class MyWorkPageTest {
  private static final Actor KARI = new Actor("kari", "web");
  private static final Actor OLA = new Actor("ola", "web");

  @Served private TestServer testServer;

  @Test
  void whoeverWorksHereBeginsWithTheirWorkAndReadersWithTheArchive() {
    assertThat(location(testServer.get("/"))).isEqualTo("/work");
    assertThat(location(testServer.get("/?lang=nb"))).isEqualTo("/work?lang=nb");
    assertThat(location(testServer.get("/inbox"))).isEqualTo("/work");
    Document page = page(testServer, "/work");
    assertThat(page.select("header nav a").getFirst().attr("href")).isEqualTo("/work");
    assertThat(page(testServer, page.select(".brand").attr("href")).select(".home"))
        .as("the front page of readers")
        .isNotEmpty();
    Document reader = Jsoup.parse(testServer.get("/", TestServer.asReader()).body());
    assertThat(reader.select(".home")).isNotEmpty();
    assertThat(reader.select("header nav").text()).doesNotContain("My work");
  }

  @Test
  void whereNothingWaitsItSaysSoAndWhatIsNext() {
    Document work = page(testServer, "/work?lang=nb");
    assertThat(work.select("h1").text()).isEqualTo("Mine oppgaver");
    assertThat(work.select(".columns > div > .by").text()).isEqualTo("Ingenting venter på deg.");
    assertThat(work.select("nav .count")).isEmpty();
    assertThat(work.select(".todo h2").eachText()).containsExactly("Neste å oversette");
  }

  @Test
  void whatIWasAtIsContinuedAfterTheSectionThatIDidLast() {
    testServer.library().marks().mark(id(), State.TRANSLATED, save().version(), KARI);
    Document work = page(testServer, "/work");
    Element first = work.select(".first").getFirst();
    assertThat(first.select(".small").text()).startsWith("You were here ");
    assertThat(first.select(".t").text()).isEqualTo("Letter to the board");
    assertThat(first.select(".words").getFirst().text())
        .isEqualTo("Kvinners rettigheter er menneskerettigheter.");
    assertThat(first.select(".meter .words").text()).startsWith("1 of 9 done · ");
    Element button = first.select(".button").getFirst();
    assertThat(button.text()).isEqualTo("Continue at ¶ 3");
    String following = testServer.section("2015/brev", "Kvinners").section().id().value();
    assertThat(button.attr("href")).isEqualTo("/s/" + following + "/edit");
    assertThat(work.select("#started")).as("the same is not told twice").isEmpty();
    assertThat(work.select(".week").text()).isEqualTo("Corrected 9");
    assertThat(work.select(".columns > div > .by")).isEmpty();
  }

  @Test
  void codeWhoseOriginalIsGoneIsLeftToRemoveAndIsNoSectionThatIsNotDone() throws Exception {
    String code = "\n```\nx = 1\n```\n";
    var id = new DocumentId("kode");
    Path root = testServer.root();
    Files.writeString(root.resolve("archive/kode.md"), "# Kode\n\nEn tekst.\n" + code);
    Files.writeString(root.resolve("translations/kode.md"), "# Code\n\nA text.\n" + code);
    testServer.library().sync().look();
    for (TrackedSection each : testServer.library().documents().find(id).orElseThrow().sections()) {
      if (each.isCounted(false)) {
        testServer
            .library()
            .marks()
            .mark(each.section().id(), State.TRANSLATED, each.version(), KARI);
      }
    }
    Files.writeString(root.resolve("archive/kode.md"), "# Kode\n\nEn tekst.\n");
    testServer.library().sync().look();
    assertThat(page(testServer, "/work").select(".first .meter .words").text())
        .isEqualTo("3 of 3 done · no words left");
  }

  @Test
  void whatIReservedIsAmongWhatIBeganAndOthersAreOfferedSomethingElse() {
    Document work = page(testServer, "/work");
    Element item = work.select(".item:contains(Letter to the board)").getFirst();
    assertThat(item.select(".by").text()).startsWith("1 of 9 sections missing · 8 words");
    assertThat(item.select(".go").text()).isEqualTo("Start at ¶ 8 ›");

    HttpResponse<String> reserved =
        FormSubmission.form(testServer, item.select("form").getFirst(), "do", "take");
    assertThat(location(reserved)).isEqualTo(item.select(".go").attr("href"));
    Document mine = page(testServer, "/work");
    assertThat(mine.select("section:has(#started) .by").text())
        .isEqualTo("Reserved for you until Tuesday 1 December");
    assertThat(mine.select("section:has(#to-translate)").text())
        .doesNotContain("Letter to the board");
    String[] siri = testServer.as("siri", Role.TRANSLATOR);
    assertThat(Jsoup.parse(testServer.get("/work", siri).body()).select(".todo").text())
        .contains("Vedtaket")
        .doesNotContain("Letter to the board");
  }

  @Test
  void theEndOfATextSaysSo() {
    Document work = page(testServer, "/work?finished=2015%2Fbrev");
    assertThat(work.select("[role=status]").text())
        .isEqualTo("“Letter to the board” is finished. Below is what is next.");
    assertThat(page(testServer, "/work?finished=nothing").select("[role=status]")).isEmpty();
  }

  @Test
  void suggestionsOnMyTextsWaitAndAreAnsweredThere() {
    save();
    testServer.library().edits().suggest(id(), "The board has to go.", OLA);
    Document inbox = page(testServer, "/work");
    String edit = "/s/" + id() + "/edit?next=%2Fwork";
    assertThat(inbox.select("#waiting .count").text()).isEqualTo("1");
    assertThat(inbox.select("#suggestion .item .t").text()).isEqualTo("Letter to the board");
    assertThat(inbox.select("#suggestion .item p:first-child").text()).endsWith(", ¶ 2");
    assertThat(inbox.select("#suggestion .by").text())
        .matches("ola suggests · 24 November( 2026)?");
    assertThat(inbox.select("#suggestion .do").text()).isEqualTo("Accept Decline Open ›");
    assertThat(inbox.select("#suggestion .do > a").attr("href")).isEqualTo(edit);
    assertThat(inbox.select("header .count").text()).isEqualTo("1");
    assertThat(inbox.select("#suggestion .diff ins").eachText()).contains("has to");
    Element form = inbox.select("#suggestion form").getFirst();
    assertThat(location(FormSubmission.form(testServer, form, "do", "dismiss"))).isEqualTo("/work");
    assertThat(page(testServer, "/work").select("#suggestion")).isEmpty();
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
    assertThat(page(testServer, "/work").select("#suggestion .by").text()).contains("ola");
  }

  @Test
  void aTextOfMineThatSomebodyElseReplacedWaitsUntilIDoSomethingThere() {
    save();
    testServer.library().edits().edit(id(), "The board resigns.", section().version(), OLA);

    Document inbox = page(testServer, "/work");
    assertThat(inbox.select("#replaced .by").text()).startsWith("ola changed your text · ");
    assertThat(inbox.select("#replaced .diff ins").eachText()).contains("resigns");
    Element form = inbox.select("#replaced form").getFirst();
    FormSubmission.form(testServer, form, "do", "confirm");

    assertThat(page(testServer, "/work").select("#replaced")).isEmpty();
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
    Document inbox = Jsoup.parse(testServer.get("/work", asSiri).body());
    assertThat(inbox.select("#replaced .by").text())
        .matches("kari approved with a change · 24 November( 2026)?");
    assertThat(inbox.select("#replaced .diff ins").eachText()).containsExactly("demand");
    JsonNode replaced = json(testServer.get("/api/v1/inbox", asSiri)).path("groups").path(2);
    assertThat(replaced.at("/items/0/edits/0/after/text").asText()).isEqualTo(corrected);
  }

  @Test
  void questionsWaitForWhomTheyNameAndForTheTranslator() {
    testServer.library().marks().comment(id(), "@Kari: er «må» sterkt nok?", OLA);
    Document inbox = page(testServer, "/work");
    assertThat(inbox.select("#question .said").text()).isEqualTo("@Kari: er «må» sterkt nok?");
    FormSubmission.form(
        testServer, inbox.select("#question .do > form").getFirst(), "do", "resolve");
    assertThat(page(testServer, "/work").select("#question")).isEmpty();

    save();
    testServer.library().marks().comment(id(), "Hvorfor «go»?", OLA);
    testServer.library().marks().comment(id(), "Et notat til meg selv.", KARI);
    assertThat(page(testServer, "/work").select("#question .said").eachText())
        .containsExactly("Hvorfor «go»?");
  }

  @Test
  void aQuestionIsAnsweredThereAndTheAnswerNamesWhoeverAsked() {
    testServer.library().marks().comment(id(), "@Kari: er «må» sterkt nok?", OLA);
    Element reply = page(testServer, "/work").select("#question .reply form").getFirst();
    assertThat(reply.select("textarea").text()).isEqualTo("@ola:");
    assertThat(location(FormSubmission.form(testServer, reply, "text", "@ola: Ja.")))
        .isEqualTo("/work");
    assertThat(section().comments())
        .anyMatch(comment -> comment.text().equals("@ola: Ja."))
        .hasSize(2);
    assertThat(page(testServer, "/work").select("#question")).isEmpty();
  }

  @Test
  void aChangeOfNumbersOnlyIsCalledThat() throws Exception {
    save();
    Path original = testServer.root().resolve("archive/2015/brev.md");
    Files.writeString(original, Files.readString(original).replace("14", "21"));
    section();
    assertThat(page(testServer, "/work").select("#stale .by").text())
        .startsWith("Original changed, a number · ");
  }

  @Test
  void textsThatLackTranslationAreNextTheLatestFirst() {
    Element next = page(testServer, "/work").select("section:has(#to-translate)").getFirst();
    assertThat(next.select(".t").eachText()).startsWith("Letter to the board", "Vedtaket");
    Element decision = next.select(".item:contains(Vedtaket)").getFirst();
    assertThat(decision.select(".by").text())
        .isEqualTo("2 sections · 5 words · Nynorsk · 20 August 2015");
    assertThat(decision.select(".go").text()).isEqualTo("Start ›");
    assertThat(next.select("a[href='/queue?task=untranslated']").text())
        .isEqualTo("Everything to translate");
    assertThat(next.select(".quiet").text()).matches(".* · \\d+ sections in \\d+ texts");
  }

  @Test
  void anOriginalThatChangedSinceITranslatedItWaits() throws Exception {
    save();
    Path original = testServer.root().resolve("archive/2015/brev.md");
    Files.writeString(
        original, Files.readString(original).replace("Styret må gå", "Styret må ikke gå"));
    section();
    Document inbox = page(testServer, "/work");
    assertThat(inbox.select("#stale .diff ins").text()).isEqualTo("ikke");
    assertThat(inbox.select("#stale .by").text())
        .matches(
            "Original changed, a number, a name, a link or a word such as “not” · 24 November( 2026)?");
    assertThat(inbox.select("#stale .do").text()).isEqualTo("Still accurate Open ›");
    Element confirm = inbox.select("#stale form[action$=/confirm]").getFirst();
    assertThat(location(FormSubmission.form(testServer, confirm))).isEqualTo("/work");
    assertThat(page(testServer, "/work").select("#stale")).isEmpty();
  }

  @Test
  void whatOthersDidIsToldAndWhatIDidIsNot() {
    testServer.library().marks().comment(id(), "Hei.", OLA);
    testServer.library().marks().comment(id(), "Hei på deg.", OLA);
    testServer.library().marks().comment(id(), "Hei selv.", KARI);
    Document inbox = page(testServer, "/work?lang=nb");
    assertThat(inbox.select("#deeds li").eachText())
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
    Document inbox = page(testServer, "/work");
    assertThat(inbox.select("#news h2").text()).isEqualTo("Since you last looked");
    assertThat(inbox.select("#deeds li").eachText()).hasSize(1);
  }

  @Test
  void whatOthersDidIsCountedInFullAndASaveThatMarksIsOneThing() throws Exception {
    Path original = testServer.root().resolve("archive/lang.md");
    Files.writeString(
        original,
        "# Lang\n\n```\nx = 1\n```\n\n"
            + IntStream.rangeClosed(1, 60)
                .mapToObj(i -> "Avsnitt nummer " + i + ".\n")
                .collect(Collectors.joining("\n")));
    testServer.library().sync().look();
    var translated = new SaveOptions(State.TRANSLATED, List.of());
    var id = new DocumentId("lang");
    List<TrackedSection> sections =
        testServer.library().documents().find(id).orElseThrow().sections().stream()
            .filter(each -> each.isCounted(false))
            .toList();
    for (TrackedSection each : sections) {
      testServer
          .library()
          .edits()
          .edit(each.section().id(), "A text.", EditBase.of(each), translated, OLA);
    }
    String told = "ola translated %d sections in A text. ".formatted(sections.size());
    assertThat(page(testServer, "/work").select("#deeds li").eachText())
        .singleElement()
        .asString()
        .startsWith(told);
    assertThat(page(testServer, "/activity").select(".line").eachText())
        .singleElement()
        .asString()
        .startsWith(told);
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
    assertThat(page(testServer, "/work?lang=nb").select("#deeds li").eachText())
        .hasSize(1)
        .allMatch(line -> line.startsWith("ola kommenterte"));
  }

  @Test
  void aReviewerSeesWhatToReviewNextAndNotOnesOwn() {
    testServer.library().marks().mark(id(), State.TRANSLATED, save().version(), KARI);
    String[] ingrid = testServer.as("ingrid", Role.REVIEWER);
    Document work = Jsoup.parse(testServer.get("/work", ingrid).body());
    Element next = work.select("section:has(#to-review)").getFirst();
    assertThat(next.select(".t").eachText()).containsExactly("Letter to the board");
    assertThat(next.select(".by").text())
        .matches("one section · 9 words · translated by kari · (since|waiting) .*");
    assertThat(next.select(".go").text()).isEqualTo("Review ›");
    assertThat(next.select(".go").attr("href")).isEqualTo("/s/" + id() + "/edit");
    assertThat(page(testServer, "/work").select("#to-review")).isEmpty();
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
    Document inbox = page(testServer, "/work");
    assertThat(inbox.select("#report .said").text()).isEqualTo("«må» er borte.");
    Element settle = inbox.select("#report form").getFirst();
    assertThat(location(FormSubmission.form(testServer, settle, "do", "dismissed")))
        .isEqualTo("/work");
    assertThat(page(testServer, "/work").select("#report")).isEmpty();
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
    assertThat(testServer.get("/work", siri).body()).doesNotContain("reports an error");
    assertThat(testServer.get("/work", per).body()).contains("reports an error");
  }

  @Test
  void everybodyHasTheirOwnAndReadersHaveNone() {
    save();
    testServer.library().edits().suggest(id(), "The board has to go.", OLA);
    String[] siri = testServer.as("siri", Role.TRANSLATOR);
    assertThat(
            Jsoup.parse(testServer.get("/work", siri).body()).select(".columns > div > .by").text())
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
    assertThat(feed.body()).contains("Venter på siri", "Spørsmål til deg");
    for (String method : List.of("GET", "HEAD")) {
      assertThat(
              testServer
                  .send(method, "/inbox.atom", null, "Authorization", basic(token))
                  .statusCode())
          .isEqualTo(200);
    }

    assertThat(testServer.get("/work", "Authorization", basic(token)).statusCode()).isEqualTo(303);
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

  private TrackedSection save() {
    return testServer
        .library()
        .edits()
        .edit(
            id(), "The board must go. We want an answer within 14 days.", section().version(), KARI)
        .map(LiveSection::section)
        .orElseThrow();
  }

  private SectionId id() {
    return section().section().id();
  }

  private TrackedSection section() {
    return testServer.section("2015/brev", "Styret må");
  }
}
