package no.speil.web.desk;

import static no.speil.web.Submitted.page;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import no.speil.library.Actor;
import no.speil.tracking.TrackedSection;
import no.speil.web.Served;
import no.speil.web.Submitted;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergingTest {
  private static final String BASE = "The board must go. We demand an answer within 14 days.";
  private static final String THEIRS = "The board has to go. We demand an answer within 14 days.";
  private static final String MINE = "The board must go. We demand an answer within 15 days.";
  private static final String MERGED = "The board has to go. We demand an answer within 15 days.";

  @TempDir Path folder;
  private Served served;
  private TrackedSection seen;
  private Element form;

  @BeforeEach
  void twoBegin() {
    served = Served.copyOf("letters", folder);
    seen = section();
    form = page(served, "/s/" + seen.section().id() + "/edit").select("form.desk").getFirst();
    served.library().edit(seen.section().id(), THEIRS, seen.version(), new Actor("ola", "web"));
  }

  @AfterEach
  void close() {
    served.close();
  }

  @Test
  void changesOfDifferentWordsAreOfferedTogether() {
    Document page = refused(form, MINE);
    assertThat(page.select("#markdown").text()).isEqualTo(MERGED);
    assertThat(page.select(".clash pre").eachText()).containsExactly(THEIRS, MINE, BASE);
    Element again = page.select("form.desk").getFirst();
    assertThat(section().openSuggestions()).hasSize(1);
    assertThat(Submitted.form(served, again, "do", "save").statusCode()).isEqualTo(303);
    assertThat(EditPage.text(section())).isEqualTo(MERGED);
    assertThat(section().openSuggestions()).isEmpty();
  }

  @Test
  void changesOfTheSameWordsAreLeftToThePerson() {
    Document page = refused(form, "The board should go. We demand an answer within 14 days.");
    assertThat(page.select("#markdown").text()).startsWith("The board should go.");
    assertThat(page.select(".clash pre").eachText()).containsExactly(THEIRS, BASE);
    Element again = page.select("form.desk").getFirst();
    assertThat(Submitted.form(served, again, "do", "save").statusCode()).isEqualTo(303);
    assertThat(section().openSuggestions()).isEmpty();
  }

  @Test
  void whatIsRefusedTwiceIsPutAsideAsAWhole() {
    Element second = refused(form, MINE).select("form.desk").getFirst();
    TrackedSection between = section();
    served
        .library()
        .edit(between.section().id(), "Gone.", between.version(), new Actor("ola", "web"));
    Element third = refused(second, MERGED).select("form.desk").getFirst();
    assertThat(section().openSuggestions()).hasSize(2);
    Element previewed =
        Jsoup.parse(Submitted.form(served, third, "do", "preview").body())
            .select("form.desk")
            .getFirst();
    Submitted.form(served, previewed, "do", "save");
    assertThat(section().openSuggestions()).isEmpty();
  }

  @Test
  void othersSuggestionsStay() {
    served.library().suggest(seen.section().id(), "Mine too.", new Actor("kari", "web"));
    Element again = refused(form, MINE).select("form.desk").getFirst();
    Submitted.form(served, again, "do", "save");
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
        served.send(
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
    HttpResponse<String> answer = Submitted.form(served, sent, "markdown", text, "do", "save");
    assertThat(answer.statusCode()).isEqualTo(412);
    return Jsoup.parse(answer.body());
  }

  private TrackedSection section() {
    return served.section("2015/brev", "Styret må gå");
  }
}
