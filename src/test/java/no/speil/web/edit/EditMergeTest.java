package no.speil.web.edit;

import static no.speil.web.FormSubmission.page;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.library.actions.Actor;
import no.speil.record.EditEvent;
import no.speil.record.Event;
import no.speil.record.MarkEvent;
import no.speil.record.ResolveEvent;
import no.speil.status.TrackedSection;
import no.speil.web.FormSubmission;
import no.speil.web.Served;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EditMergeTest {
  private static final String BASE = "The board must go. We demand an answer within 14 days.";
  private static final String THEIRS = "The board has to go. We demand an answer within 14 days.";
  private static final String MINE = "The board must go. We demand an answer within 15 days.";
  private static final String MERGED = "The board has to go. We demand an answer within 15 days.";

  @Served private TestServer testServer;
  private TrackedSection seen;
  private Element form;

  @BeforeEach
  void twoBegin() {
    seen = section();
    form =
        page(testServer, "/s/" + seen.section().id() + "/edit").select("form.editing").getFirst();
    testServer
        .library()
        .edits()
        .edit(seen.section().id(), THEIRS, seen.version(), new Actor("ola", "web"));
  }

  @Test
  void changesOfDifferentWordsAreOfferedTogether() {
    Document page = refused(form, MINE);
    assertThat(page.select("#markdown").text()).isEqualTo(MERGED);
    assertThat(page.select(".clash pre").eachText()).containsExactly(THEIRS, MINE, BASE);
    Element again = page.select("form.editing").getFirst();
    assertThat(section().openSuggestions()).hasSize(1);
    assertThat(FormSubmission.form(testServer, again, "do", "save").statusCode()).isEqualTo(303);
    assertThat(section().markdown(Side.TRANSLATION)).isEqualTo(MERGED);
    assertThat(section().openSuggestions()).isEmpty();
  }

  @Test
  void changesOfTheSameWordsAreLeftToThePerson() {
    Document page = refused(form, "The board should go. We demand an answer within 14 days.");
    assertThat(page.select("#markdown").text()).startsWith("The board should go.");
    assertThat(page.select(".clash pre").eachText()).containsExactly(THEIRS, BASE);
    Element again = page.select("form.editing").getFirst();
    assertThat(FormSubmission.form(testServer, again, "do", "save").statusCode()).isEqualTo(303);
    assertThat(section().openSuggestions()).isEmpty();
  }

  @Test
  void whatIsRefusedTwiceIsPutAsideAsAWhole() {
    Element second = refused(form, MINE).select("form.editing").getFirst();
    TrackedSection between = section();
    testServer
        .library()
        .edits()
        .edit(between.section().id(), "Gone.", between.version(), new Actor("ola", "web"));
    Element third = refused(second, MERGED).select("form.editing").getFirst();
    assertThat(section().openSuggestions()).hasSize(2);
    Element previewed =
        Jsoup.parse(FormSubmission.form(testServer, third, "do", "preview").body())
            .select("form.editing")
            .getFirst();
    FormSubmission.form(testServer, previewed, "do", "save");
    assertThat(section().openSuggestions()).isEmpty();
  }

  @Test
  void theTextItsMarkAndTheDismissalOfWhatWasRefusedAreOneWrite() {
    Element again = refused(form, MINE).select("form.editing").getFirst();
    assertThat(FormSubmission.form(testServer, again, "do", "save").statusCode()).isEqualTo(303);
    List<Event> history = section().history();
    List<Event> written =
        history.stream().filter(each -> each.signature().by().equals("kari")).skip(1).toList();
    assertThat(written).extracting(Event::signature).containsOnly(history.getLast().signature());
    assertThat(written)
        .extracting(Event::getClass)
        .containsExactly(EditEvent.class, MarkEvent.class, ResolveEvent.class);
    assertThat(section().sectionStatus().state()).isEqualTo(State.TRANSLATED);
  }

  @Test
  void othersSuggestionsStay() {
    testServer
        .library()
        .edits()
        .suggest(seen.section().id(), "Mine too.", new Actor("kari", "web"));
    Element again = refused(form, MINE).select("form.editing").getFirst();
    FormSubmission.form(testServer, again, "do", "save");
    assertThat(section().openSuggestions()).extracting("text").containsExactly("Mine too.");
  }

  @Test
  void programsAreGivenTheMergedText() throws Exception {
    JsonNode problem = put(MINE);
    assertThat(problem.path("merged").asText()).isEqualTo(MERGED);
    assertThat(problem.at("/base/translation").asText()).isEqualTo(BASE);
    assertThat(problem.at("/theirs/translation/blocks/0/markdown").asText()).isEqualTo(THEIRS);
    assertThat(problem.at("/mine/markdown").asText()).isEqualTo(MINE);
    assertThat(put("The board should go. We demand an answer within 14 days.").has("merged"))
        .isFalse();
  }

  private JsonNode put(String text) throws Exception {
    var json = new ObjectMapper();
    HttpResponse<String> answer =
        testServer.send(
            "PUT",
            "/api/v1/sections/" + seen.section().id() + "/translation",
            json.writeValueAsString(java.util.Map.of("markdown", text)),
            "Content-Type",
            "application/json",
            "If-Match",
            "\"" + seen.version() + "\"");
    assertThat(answer.statusCode()).isEqualTo(412);
    return json.readTree(answer.body());
  }

  private Document refused(Element sent, String text) {
    HttpResponse<String> answer =
        FormSubmission.form(testServer, sent, "markdown", text, "do", "save");
    assertThat(answer.statusCode()).isEqualTo(412);
    return Jsoup.parse(answer.body());
  }

  private TrackedSection section() {
    return testServer.section("2015/brev", "Styret må gå");
  }
}
