package no.speil.web.read;

import static no.speil.web.FormSubmission.page;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.speil.corpus.State;
import no.speil.library.actions.Actor;
import no.speil.library.actions.EditActions.SaveOptions;
import no.speil.library.actions.EditBase;
import no.speil.status.TrackedSection;
import no.speil.web.Served;
import no.speil.web.TestServer;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sections are counted in one way: those with words to translate, the title among them. */
class SectionCountsTest {
  private static final String WORDLESS =
      "\n```\nspeil serve\n```\n\n{{< figure src=\"a.jpg\" >}}\n\n";

  @Served private static TestServer testServer;

  @BeforeAll
  static void serve() throws Exception {
    String original = "---\ntitle: Tall\n---\n\nStyret går.\n" + WORDLESS + "Vi krever svar.\n";
    write("archive/tall/hel.md", original);
    write("archive/tall/halv.md", original);
    String title = "---\ntitle: Numbers\n---\n\nThe board goes.\n";
    write("translations/tall/hel.md", title + "\nWe demand an answer.\n");
    write("translations/tall/halv.md", title);
    testServer.library().sync().look();
  }

  @Test
  void aTranslatedTextWithCodeAndPicturesIsFullyTranslatedOnItsPage() {
    Document whole = page(testServer, "/d/tall/hel");
    assertThat(whole.text()).doesNotContain("not translated", "Missing");
    assertThat(whole.select(".meter .words").text()).isEqualTo("Fully translated, not yet checked");
    Document half = page(testServer, "/d/tall/halv");
    assertThat(half.text()).contains("partly translated: 2 of 3 sections");
    assertThat(half.select(".meter .words").text())
        .isEqualTo("0% done in words (0 of 6); 0 of 3 sections, titles included; 50% in draft");
  }

  @Test
  void listsAndTheQueueCountTheSame() {
    assertThat(page(testServer, "/browse?folder=tall").select(".titles li").eachText())
        .filteredOn(line -> line.contains("Tall"))
        .containsExactlyInAnyOrder(
            "Numbers Tall tall/hel", "Numbers Tall tall/halvone section not translated");
    assertThat(page(testServer, "/queue?q=doc:tall&task=untranslated").select("article"))
        .hasSize(1);
  }

  @Test
  void searchesFindAsManyInAStateAsProgressCounts() throws Exception {
    for (String state : List.of("untranslated", "draft", "translated", "reviewed")) {
      long counted =
          json("/api/v1/progress").path("progress").path(state).path("sections").asLong();
      JsonNode found = json("/api/v1/search?q=state:" + state);
      assertThat(found.path("total").asLong()).as(state).isEqualTo(counted);
      assertThat(found.path("facets").path("state").path(0).path("count").asLong())
          .as(state)
          .isEqualTo(counted);
    }
    assertThat(
            json("/api/v1/search?q=doc:tall/halv+%22speil+serve%22")
                .path("hits")
                .path(0)
                .path("state"))
        .as("what has no words to translate is found all the same")
        .hasToString("\"untranslated\"");
  }

  @Test
  void theArchiveIsCountedAlikeByPagesAndPrograms() throws Exception {
    JsonNode progress = json("/api/v1/progress").path("progress");
    long sections =
        List.of("untranslated", "draft", "translated", "reviewed").stream()
            .mapToLong(state -> progress.path(state).path("sections").asLong())
            .sum();
    assertThat(json("/api/v1/progress").path("sections").asLong()).isEqualTo(sections);
    assertThat(json("/healthz").path("sections").asLong()).isEqualTo(sections);
    assertThat(page(testServer, "/progress").text())
        .contains(sections + " sections", " of " + sections + " sections, titles included");
  }

  @Test
  void codeThatCameAlongChangesNoCountAndIsNoDraft() throws Exception {
    write("archive/tall/ny.md", "---\ntitle: Nytt\n---\n\nStyret går.\n" + WORDLESS);
    testServer.library().sync().look();
    for (String text : List.of("News", "The board goes.")) {
      String beginning = text.equals("News") ? "Nytt" : "Styret";
      TrackedSection section = testServer.section("tall/ny", beginning);
      SaveOptions options = new SaveOptions(State.TRANSLATED, List.of());
      Actor kari = new Actor("kari", "web");
      EditBase base = EditBase.of(section);
      testServer.library().edits().edit(section.section().id(), text, base, options, kari);
    }

    Document page = page(testServer, "/d/tall/ny");
    assertThat(page.select(".translation pre").text()).isEqualTo("speil serve");
    assertThat(page.select(".meter .words").text())
        .isEqualTo("100% done in words (3 of 3); 2 of 2 sections, titles included");
    assertThat(page.text()).doesNotContain("Missing");
    assertThat(page.select(".notice-state")).isEmpty();
    assertThat(page(testServer, "/queue?q=doc:tall/ny").select("article .task").eachText())
        .containsOnly("To review");
  }

  private static JsonNode json(String path) throws Exception {
    return new ObjectMapper().readTree(testServer.get(path).body());
  }

  private static void write(String path, String text) throws Exception {
    Path file = testServer.root().resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
