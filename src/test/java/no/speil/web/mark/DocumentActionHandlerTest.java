package no.speil.web.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import no.speil.corpus.State;
import no.speil.status.TrackedSection;
import no.speil.web.Served;
import no.speil.web.TestServer;
import no.speil.web.page.SiteUrls;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class DocumentActionHandlerTest {
  @Served private TestServer testServer;

  @Test
  void theFormOfARowMarksItAndLeadsBack() {
    TrackedSection section = section();
    HttpResponse<String> answer = submit(form("/state", "translated"), "translated");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("location"))
        .hasValue("/d/2015/brev#s-" + section.section().id());
    assertThat(row().select(".detail").getFirst().text()).isEqualTo("Translated · Up to date");
    assertThat(row().text()).contains("Checked by kari, 24 November 2026.");
  }

  @Test
  void aMarkAgainstAnOlderVersionShowsWhatItIsNow() {
    Element form = form("/state", "reviewed");
    submit(form("/state", "translated"), "translated");
    HttpResponse<String> answer = submit(form, "reviewed");
    assertThat(answer.statusCode()).isEqualTo(412);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select("h1").getFirst().text())
        .isEqualTo("The section has changed since you opened it");
    assertThat(page.text()).contains("kari marked it “Translated”");
    assertThat(page.select(".row .translation").text()).startsWith("The board must go.");
    Element again = page.select("main > div > form").getFirst();
    assertThat(submit(again, "draft").statusCode()).isEqualTo(303);
  }

  @Test
  void aStaleSectionShowsTheDifferenceAndCanBeConfirmed() throws Exception {
    submit(form("/state", "translated"), "translated");
    Path original = testServer.root().resolve("archive/2015/brev.md");
    Files.writeString(
        original, Files.readString(original).replace("Styret må gå", "Styret må ikke gå"));
    Element row = row();
    assertThat(row.select("summary").getFirst().text()).isEqualTo("Changed 1 check");
    assertThat(row.select(".diff ins").text()).isEqualTo("ikke");
    assertThat(row.text()).contains("a word such as “not”");
    HttpResponse<String> answer = submit(row.select("form[action$=/confirm]").getFirst(), "");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(row().select("summary").getFirst().text()).isEqualTo("Translated 1 check");
    assertThat(row().select(".detail").getFirst().text()).isEqualTo("Translated · Up to date");
  }

  @Test
  void aCommentIsShownAtTheSection() {
    String id = section().section().id().value();
    HttpResponse<String> answer =
        testServer.post("/s/" + id + "/comments", "text=Hva+%3Cb%3E%0D%0Amener+vi%3F&view=lines");
    assertThat(answer.headers().firstValue("location")).hasValue("/d/2015/brev?view=lines#s-" + id);
    assertThat(row().select(".remark .said").getFirst().wholeText())
        .isEqualTo("Hva <b>\nmener vi?");
    assertThat(testServer.get("/s/" + id + "/history").body()).contains("kari commented");
    assertThat(testServer.post("/s/" + id + "/comments", "text=+").statusCode()).isEqualTo(400);
  }

  @Test
  void aWholeDocumentIsMarkedAtOnce() {
    Document page = Jsoup.parse(testServer.get("/mark/2015/brev").body());
    assertThat(page.select("main li").eachText()).containsExactly("Draft: 8 sections");
    HttpResponse<String> answer = submit(page.select("main form").getFirst(), "translated");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(Jsoup.parse(testServer.get("/d/2015/brev").body()).select(".byline").text())
        .endsWith("translation not reviewed, 1 section not translated");
  }

  @Test
  void aPartIsMarkedWithoutTheRest() {
    String heading = testServer.section("2015/brev", "Hva vi ber om").section().id().value();
    Document page = Jsoup.parse(testServer.get("/mark/2015/brev?part=" + heading).body());
    submit(page.select("main form").getFirst(), "translated");
    assertThat(testServer.section("2015/brev", "Et åpent møte").sectionStatus().state())
        .isEqualTo(State.TRANSLATED);
    assertThat(section().sectionStatus().state()).isEqualTo(State.DRAFT);
  }

  @Test
  void whatChangedMeanwhileIsNotMarkedWithTheRest() {
    Document page = Jsoup.parse(testServer.get("/mark/2015/brev").body());
    submit(form("/state", "translated"), "reviewed");
    HttpResponse<String> answer = submit(page.select("main form").getFirst(), "translated");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Jsoup.parse(answer.body()).select(".clash li").text())
        .isEqualTo(
            "Styret må gå. Vi krever svar innen 14 dager.: It has changed since you opened it.");
    assertThat(section().sectionStatus().state()).isEqualTo(State.REVIEWED);
  }

  @Test
  void ofAReviewByTheTranslatorOnlyThatIsRefused() {
    testServer
        .library()
        .marks()
        .comment(section().section().id(), "x", new no.speil.library.actions.Actor("ola", "web"));
    submit(form("/state", "translated"), "translated");
    HttpResponse<String> answer = submit(form("/state", "draft"), "reviewed");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(Jsoup.parse(answer.body()).select("h1").text())
        .isEqualTo("This cannot be done with the section now");
  }

  @Test
  void aReviewIsOfferedToOthersThanTheTranslator() {
    assertThat(row().select("[value=reviewed]")).hasSize(1); // nobody else is known to work here
    testServer
        .library()
        .marks()
        .comment(section().section().id(), "x", new no.speil.library.actions.Actor("ola", "web"));
    submit(form("/state", "translated"), "translated");

    assertThat(row().select("[value=reviewed]")).isEmpty();
    assertThat(row().select("[value=draft]")).hasSize(1);
    String queued = "#s-" + section().section().id();
    assertThat(Jsoup.parse(testServer.get("/queue").body()).select(queued + " [value=reviewed]"))
        .isEmpty();
    assertThat(
            Jsoup.parse(testServer.get("/queue", TestServer.AS, "ola").body())
                .select(queued + " [value=reviewed]"))
        .hasSize(1);
  }

  @Test
  void reviewingManyIsOfferedWhereAnyMayBeReviewed() {
    testServer
        .library()
        .marks()
        .comment(section().section().id(), "x", new no.speil.library.actions.Actor("ola", "web"));
    Document page = Jsoup.parse(testServer.get("/mark/2015/brev").body());
    assertThat(page.select("[name=state]").eachAttr("value"))
        .as("the first is the button for most")
        .containsExactly("translated", "reviewed", "draft");
    submit(page.select("main form").getFirst(), "translated");

    assertThat(Jsoup.parse(testServer.get("/mark/2015/brev").body()).select("[value=reviewed]"))
        .isEmpty();
    String search = "/search?q=doc%3A2015/brev";
    assertThat(Jsoup.parse(testServer.get(search).body()).select("[value=translated]")).hasSize(1);
    assertThat(Jsoup.parse(testServer.get(search).body()).select("[value=reviewed]")).isEmpty();
  }

  private TrackedSection section() {
    return testServer.section("2015/brev", "Styret må gå");
  }

  private Element row() {
    String id = "#s-" + testServer.section("2015/brev", "gå. Vi krever").section().id();
    return Jsoup.parse(testServer.get("/d/2015/brev").body()).expectFirst(id);
  }

  private Element form(String action, String state) {
    return row().select("form[action$=" + action + "]:has([value=" + state + "])").getFirst();
  }

  private HttpResponse<String> submit(Element form, String state) {
    var fields = new StringBuilder("state=" + state);
    for (Element field : form.select("input[type=hidden]")) {
      fields
          .append('&')
          .append(field.attr("name"))
          .append('=')
          .append(SiteUrls.encode(field.val()));
    }
    return testServer.post(form.attr("action"), fields.toString());
  }
}
