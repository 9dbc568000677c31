package no.speil.web.edit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.speil.corpus.Role;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.library.actions.Actor;
import no.speil.library.actions.EditActions.SaveOptions;
import no.speil.library.actions.EditBase;
import no.speil.status.SectionStatus;
import no.speil.status.TrackedSection;
import no.speil.web.FormSubmission;
import no.speil.web.Served;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a reviewer has beside a text that somebody else has translated. */
class ReviewPageTest {
  private static final Actor OLA = new Actor("ola", "web");

  private static final String TEXT =
      "Out they must go who are in charge. They owe us some reply before 14 days have gone.";

  @Served private TestServer testServer;
  private SectionId id;

  @BeforeEach
  void translate() {
    testServer.tokenOf("ola", Role.TRANSLATOR);
    TrackedSection section = testServer.section("2015/brev", "Styret må gå");
    id = section.section().id();
    var translated = new SaveOptions(State.TRANSLATED, List.of());
    testServer.library().edits().edit(id, TEXT, EditBase.of(section), translated, OLA);
  }

  private Element form() {
    Document page = FormSubmission.page(testServer, "/s/" + id + "/edit");
    return page.select("form.editing").getFirst();
  }

  private SectionStatus status() {
    return testServer.library().ids().section(id).sectionStatus();
  }

  private String translator() {
    return Objects.requireNonNull(status().attribution().translated()).by();
  }

  @Test
  void savingOnlyAsksForNoMarkAndKeepsStateAndTranslator() {
    Element form = form();
    assertThat(form.select(".editing > .buttons button").eachText())
        .containsExactly("Approve Alt ↵", "Save only", "Save as suggestion");
    assertThat(form.select("[type=checkbox]")).isEmpty();
    String text = TEXT.replace("some reply", "a reply");
    FormSubmission.form(testServer, form, "markdown", text, "do", "save");
    assertThat(status().state()).isEqualTo(State.TRANSLATED);
    assertThat(translator()).isEqualTo("ola");
  }

  @Test
  void whatWasApprovedWithChangesIsUndoneToWhatTheTranslatorHadLeft() {
    String[] asOla = testServer.as("ola", Role.TRANSLATOR);
    String text = TEXT.replace("some reply", "a reply");
    Element form = form();
    assertThat(form.parent().select(".at .hint").text()).isEqualTo("Translated by ola");
    FormSubmission.form(testServer, form, "markdown", text, "do", "approve");
    assertThat(status().state()).isEqualTo(State.REVIEWED);
    assertThat(testServer.get("/work", asOla).body()).contains("id=\"replaced\"");

    Document next = FormSubmission.page(testServer, "/edit/2015/brev?s=0&saved=" + id);
    assertThat(next.select(".last").text()).isEqualTo("¶ 2 is approved. Undo");
    assertThat(next.select("form#undo")).hasSize(1);
    Document page = FormSubmission.page(testServer, "/s/" + id + "/edit?saved=" + id);
    FormSubmission.form(testServer, page.select("form#undo").getFirst(), "do", "save");
    assertThat(testServer.library().ids().section(id).markdown(Side.TRANSLATION)).isEqualTo(TEXT);
    assertThat(status().state()).isEqualTo(State.TRANSLATED);
    assertThat(translator()).isEqualTo("ola");
    assertThat(testServer.get("/work", asOla).body()).doesNotContain("id=\"replaced\"");
  }

  @Test
  void theReviewersChangesStandBesideTheBoxWithWhoseTranslationItIs() {
    Element form = form();
    assertThat(form.select("#mine").hasAttr("hidden")).isTrue();
    String corrected = TEXT.replace("some reply", "a reply");
    Document page = previewed(form, corrected);
    assertThat(page.select("#mine").hasAttr("hidden")).isFalse();
    assertThat(page.select("#mine .diff del").eachText()).containsExactly("some");
    assertThat(page.select("#mine .diff ins").eachText()).containsExactly("a");
    assertThat(page.select("#mine .hint").text())
        .isEqualTo("ola remains the translator and is shown the changes. Undo my changes");
    assertThat(page.select("#comments summary").text()).isEqualTo("Comment to ola");
    assertThat(
            previewed(form, "They must leave office now, all of them, in 14 days")
                .select("#mine .hint")
                .text())
        .startsWith("More than half of this text is new");
    assertThat(previewed(form, "").select("#mine").hasAttr("hidden")).isTrue();
  }

  @Test
  void theReviewersFiltersShowWhatIsToReviewWhatHasChecksAndTheirOwn() {
    TrackedSection other = testServer.section("2015/brev", "Dette avsnittet");
    SectionId own = other.section().id();
    String text = "This paragraph is in 12 languages.";
    var kari = new Actor("kari", "web", Role.KEEPER);
    var marked = new SaveOptions(State.TRANSLATED, List.of());
    testServer.library().edits().edit(own, text, EditBase.of(other), marked, kari);
    assertThat(shown("to-review")).containsExactly("s-" + id);
    assertThat(shown("yours")).containsExactly("s-" + own);
    assertThat(shown("with-checks")).contains("s-" + own).doesNotContain("s-" + id);
    assertThat(choices().eachText())
        .contains("To review 1", "Yours 1")
        .doesNotContain("Translated 2");

    FormSubmission.form(testServer, form(), "do", "approve");
    assertThat(choices().eachText())
        .contains("Reviewed 1")
        .noneMatch(it -> it.startsWith("To rev"));
  }

  private List<String> shown(String filter) {
    String href = choices().select(".is-" + filter).attr("href");
    assertThat(href).endsWith("show=" + filter);
    Document page = FormSubmission.page(testServer, href);
    assertThat(page.select(".show [aria-current] .num").text())
        .isEqualTo(String.valueOf(page.select(".row").size()));
    return page.select(".row").eachAttr("id");
  }

  private Elements choices() {
    return FormSubmission.page(testServer, "/s/" + id + "/edit").select(".show a");
  }

  @Test
  void whereOnlyReviewsAreLeftTheBarCountsThemAndLeadsToThem() throws IOException {
    Path file = testServer.root().resolve("archive/2016/to.md");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "---\ntitle: Det første\n---\n\nDet andre.\n\nDet siste.\n");
    testServer.library().sync().look();
    save("Det første", "The first.", OLA);
    save("Det andre", "The second.", new Actor("kari", "web", Role.KEEPER));
    assertThat(bar()).startsWith("2 of 3 done").contains("Next to do");
    String last = save("Det siste", "The last.", OLA);
    assertThat(bar()).startsWith("0 of 3 reviewed").contains("Next to review");
    Document page = FormSubmission.page(testServer, "/edit/2016/to?s=0");
    assertThat(page.select(".go a").attr("href")).endsWith("s=" + last);
    for (int left = 2; left > 0; left--) {
      Document next = FormSubmission.page(testServer, "/edit/2016/to?show=to-review");
      FormSubmission.form(testServer, next.select("form.editing").getFirst(), "do", "approve");
    }
    assertThat(bar()).startsWith("3 of 3 done").doesNotContain("Next");
  }

  private String save(String original, String text, Actor by) {
    TrackedSection section = testServer.section("2016/to", original);
    SectionId saved = section.section().id();
    var translated = new SaveOptions(State.TRANSLATED, List.of());
    testServer.library().edits().edit(saved, text, EditBase.of(section), translated, by);
    return saved.value();
  }

  private String bar() {
    Document page = FormSubmission.page(testServer, "/edit/2016/to?s=0");
    return page.select(".where .done, .where .go").text();
  }

  private Document previewed(Element form, String text) {
    return Jsoup.parse(
        FormSubmission.form(testServer, form, "markdown", text, "do", "preview").body());
  }

  @Test
  void programsAreToldTheChangesToo() throws IOException {
    String body =
        new ObjectMapper().writeValueAsString(Map.of("markdown", TEXT.replace("14", "15")));
    String path = "/api/v1/sections/" + id + "/checks";
    JsonNode checks =
        new ObjectMapper()
            .readTree(
                testServer.send("POST", path, body, "Content-Type", "application/json").body());
    assertThat(checks.path("changes").findValuesAsText("op"))
        .containsExactly("equal", "delete", "insert", "equal");
    assertThat(checks.path("credit").asText()).startsWith("ola remains");
  }
}
