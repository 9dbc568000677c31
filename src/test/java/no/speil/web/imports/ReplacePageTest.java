package no.speil.web.imports;

import static no.speil.web.FormSubmission.location;
import static no.speil.web.FormSubmission.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.library.TestLibrary;
import no.speil.library.actions.Actor;
import no.speil.library.actions.EditActions.SaveOptions;
import no.speil.library.actions.EditBase;
import no.speil.status.TrackedSection;
import no.speil.web.TestServer;
import no.speil.web.page.SiteUrls;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding and replacing over all translations. */
class ReplacePageTest {
  @TempDir Path root;
  @AutoClose private TestServer testServer;

  @BeforeEach
  void serve() throws IOException {
    TestServer.copyFiles("letters", root);
    write("archive/2016/svar.md", "# Svar\n\nStyret svarer.\n\nStyret går.\n\nGå nå.\n");
    write(
        "translations/2016/svar.md",
        "# Answer\n\nThe board answers.\n\nThe board goes; see [it](http://board.example).\n\nGo.\n");
    testServer = TestServer.again(root);
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Document look(String only) {
    return page(
        testServer, "/replace?find=the+board&with=the+committee&only=" + SiteUrls.encode(only));
  }

  private void mark(String original, State state, String by) {
    TrackedSection now = testServer.section("2016/svar", original);
    testServer
        .library()
        .marks()
        .mark(now.section().id(), state, now.version(), new Actor(by, "web"));
  }

  private State state(String original) {
    return testServer.section("2016/svar", original).sectionStatus().state();
  }

  private HttpResponse<String> replace(Document shown) {
    String sections =
        shown.select("input[name=section][checked]").stream()
            .map(Element::val)
            .map(value -> "&section=" + SiteUrls.encode(value))
            .collect(Collectors.joining());
    return testServer.post("/replace", "find=the+board&with=the+committee" + sections);
  }

  private String translation(String document, String original) {
    return testServer.section(document, original).markdown(Side.TRANSLATION);
  }

  @Test
  void eachChangeIsSeenAndLeftOutAndAllIsUndoneAtOnce() {
    String letter = translation("2015/brev", "Styret må gå");
    assertThat(letter).contains("The board");
    Document shown = look("");
    assertThat(shown.select("ol.steps > li").size()).isGreaterThanOrEqualTo(3);
    assertThat(shown.select(".diff ins").eachText()).contains("committee");
    assertThat(translation("2016/svar", "Styret svarer")).isEqualTo("The board answers.");

    shown.select("ol.steps > li").stream()
        .filter(each -> each.text().contains("answers"))
        .forEach(each -> each.select("input").removeAttr("checked"));
    HttpResponse<String> answer = replace(shown);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    assertThat(translation("2016/svar", "Styret svarer")).isEqualTo("The board answers.");
    assertThat(translation("2016/svar", "Styret går"))
        .isEqualTo("The committee goes; see [it](http://board.example).");
    assertThat(translation("2015/brev", "Styret må gå")).startsWith("The committee");

    Document done = page(testServer, location(answer));
    assertThat(done.select("h1").text()).isEqualTo("Find and replace");
    assertThat(done.select("[role=status]").text()).isEqualTo("Replaced.");
    testServer.post(location(answer), "do=undo");
    assertThat(translation("2016/svar", "Styret går")).startsWith("The board goes");
    assertThat(translation("2015/brev", "Styret må gå")).isEqualTo(letter);
    assertThat(page(testServer, location(answer)).select("[role=status]").text())
        .isEqualTo("The replacements are undone.");
  }

  @Test
  void aSectionKeepsWhatItIsAndAReviewHasToBeMadeAnew() {
    mark("Styret svarer", State.TRANSLATED, "kari");
    mark("Styret svarer", State.REVIEWED, "ola");
    replace(look("doc:2016/svar"));
    assertThat(state("Styret svarer")).isEqualTo(State.TRANSLATED);
    assertThat(state("Styret går")).isEqualTo(State.DRAFT);
  }

  @Test
  void aSearchLimitsItAndWhatIsOutOfDateIsLeftAlone() throws Exception {
    mark("Styret svarer", State.TRANSLATED, "kari");
    write("archive/2016/svar.md", "# Svar\n\nStyret svarer ikke.\n\nStyret går.\n\nGå nå.\n");
    testServer.library().sync().look();
    Document shown = look("doc:2016/svar");
    assertThat(shown.select("ol.steps > li")).hasSize(2);
    assertThat(shown.select("input[name=section]")).hasSize(1);
    assertThat(shown.select("[role=status]").text()).isEqualTo("One section would change.");
    assertThat(shown.select("ol.steps > li").first().text()).contains("The original has changed.");
  }

  @Test
  void whatSomebodyHasChangedSinceBecomesASuggestion() {
    Document shown = look("doc:2016/svar");
    TrackedSection now = testServer.section("2016/svar", "Styret svarer");
    testServer
        .library()
        .edits()
        .edit(
            now.section().id(),
            "The board replies.",
            EditBase.of(now),
            SaveOptions.NONE,
            TestLibrary.KARI);
    replace(shown);
    TrackedSection after = testServer.section("2016/svar", "Styret svarer");
    assertThat(after.markdown(Side.TRANSLATION)).isEqualTo("The board replies.");
    assertThat(after.openSuggestions()).hasSize(1);
  }

  @Test
  void aSectionThatHasGoneDoesNotHinderTheOthers() throws Exception {
    Document shown = look("doc:2016/svar");
    write("archive/2016/svar.md", "# Svar\n\nStyret svarer.\n\nGå nå.\n");
    write("translations/2016/svar.md", "# Answer\n\nThe board answers.\n\nGo.\n");
    testServer.library().sync().look();
    assertThat(replace(shown).statusCode()).isEqualTo(303);
    assertThat(translation("2016/svar", "Styret svarer")).isEqualTo("The committee answers.");
  }

  @Test
  void withoutWordsThereIsOnlyTheForm() {
    assertThat(page(testServer, "/replace").select("form[action=/replace] input")).hasSize(3);
    assertThat(page(testServer, "/replace?find=%2B&with=x").select("[role=status]")).isEmpty();
    assertThat(testServer.post("/replace", "find=&with=x").statusCode()).isEqualTo(400);
    assertThat(page(testServer, "/replace?find=zzz&with=x").select("[role=status]").text())
        .isEqualTo("No section would change.");
  }
}
