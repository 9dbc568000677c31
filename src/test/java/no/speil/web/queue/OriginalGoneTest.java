package no.speil.web.queue;

import static no.speil.web.FormSubmission.location;
import static no.speil.web.FormSubmission.page;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import no.speil.corpus.Freshness;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.library.actions.Actor;
import no.speil.status.TrackedSection;
import no.speil.web.FormSubmission;
import no.speil.web.Served;
import no.speil.web.TestServer;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A translation whose original is gone waits until somebody removes or keeps it. */
class OriginalGoneTest {
  private static final Actor OLA = new Actor("ola", "web");
  private static final String QUEUE = "/queue?task=orphan";
  private static final String ORIGINAL = "Styret må gå. Vi krever svar innen 14 dager.\n\n";
  private static final String TEXT = "The board must go. We demand an answer within 14 days.";

  @Served private TestServer testServer;
  private SectionId id;

  @BeforeEach
  void takeOut() throws Exception {
    TrackedSection section = testServer.section("2015/brev", "Styret må");
    id = section.section().id();
    testServer.library().marks().mark(id, State.TRANSLATED, section.version(), OLA);
    replace("archive/2015/brev.md", ORIGINAL, "");
  }

  @Test
  void itIsATaskUntilItIsRemoved() throws Exception {
    Element row = page(testServer, QUEUE).select("article").getFirst();
    assertThat(row.select(".task").text()).isEqualTo("Original gone");
    assertThat(page(testServer, QUEUE).select(".kinds [aria-current]").text())
        .isEqualTo("Original gone 1");

    assertThat(row.select("[data-refused=r]")).as("there is nothing to review").isEmpty();
    Element remove = row.select("form[action$=/translation]").getFirst();
    assertThat(remove.text()).isEqualTo("Remove");
    assertThat(location(FormSubmission.form(testServer, remove, "do", "remove")))
        .isEqualTo(QUEUE + "#end");

    assertThat(page(testServer, QUEUE).select("article")).isEmpty();
    assertThat(Files.readString(file("translations/2015/brev.md"))).doesNotContain(TEXT);
    assertThat(testServer.get("/s/" + id).statusCode()).isEqualTo(410);
  }

  @Test
  void whatIsKeptAsksNoMoreUntilTheTextChanges() throws Exception {
    Element row = page(testServer, "/d/2015/brev").select("#s-" + id).getFirst();
    assertThat(row.select("summary").getFirst().text()).startsWith("Original gone");
    Element keep = row.select("form[action$=/confirm]").getFirst();
    assertThat(keep.text()).isEqualTo("Keep");
    FormSubmission.form(testServer, keep);

    assertThat(page(testServer, QUEUE).select("article")).isEmpty();
    assertThat(page(testServer, "/queue").select("#s-" + id)).isEmpty();
    assertThat(page(testServer, "/d/2015/brev").select("#s-" + id).text())
        .doesNotContain("Original gone");
    assertThat(page(testServer, "/s/" + id + "/history").text())
        .contains("kari kept it without an original");
    assertThat(now().sectionStatus().state()).isEqualTo(State.TRANSLATED);

    replace("translations/2015/brev.md", TEXT, TEXT + " Now.");
    assertThat(page(testServer, QUEUE).select("article")).hasSize(1);
  }

  @Test
  void anOriginalThatIsBackFindsItsTranslationAsItWasMarked() throws Exception {
    testServer.library().marks().confirm(id, now().version(), OLA);
    assertThat(now().sectionStatus().freshness()).isEqualTo(Freshness.CURRENT);

    replace("archive/2015/brev.md", "## Hva vi", ORIGINAL + "## Hva vi");

    assertThat(now().section().original()).isNotEmpty();
    assertThat(now().sectionStatus().freshness()).isEqualTo(Freshness.CURRENT);
  }

  @Test
  void programsFindItAndKeepIt() throws Exception {
    var json = new ObjectMapper();
    String found = testServer.get("/api/v1/search?task=orphan").body();
    assertThat(json.readTree(found).path("total").asInt()).isOne();

    String tag = "\"" + now().version() + "\"";
    String path = "/api/v1/sections/" + id + "/confirm";
    String kept = testServer.send("POST", path, "", "If-Match", tag).body();
    assertThat(json.readTree(kept).path("freshness").asText()).isEqualTo("current");
    assertThat(page(testServer, QUEUE).select("article")).isEmpty();
  }

  @Test
  void aTranslationFollowsItsOriginalIntoAnotherTextAndBack() throws Exception {
    replace("archive/2015/vedtak.md", "\n\n", "\n\n" + ORIGINAL);
    String file = Files.readString(file("translations/2015/brev.md"));
    assertThat(page(testServer, QUEUE).select("article form[action$=/move]").text())
        .startsWith("The original of this text is in “")
        .endsWith("Take the translation along");
    SectionId there = testServer.section("2015/vedtak", "Styret må").section().id();
    Element row = page(testServer, "/d/2015/vedtak").select("#s-" + there).getFirst();
    Element take = row.select("form[action$=/move]").getFirst();
    assertThat(take.text()).startsWith("The translation of this text is still in “Letter to");

    FormSubmission.form(testServer, take, "do", "take");
    assertThat(page(testServer, QUEUE).select("article")).isEmpty();
    row = page(testServer, "/d/2015/vedtak").select("#s-" + id).getFirst();
    assertThat(row.text()).contains(TEXT, "The translation was taken along from “2015/brev”.");
    assertThat(page(testServer, "/s/" + id + "/history").text())
        .contains("kari took the translation along from “2015/brev”");

    FormSubmission.form(testServer, row.select("form[action$=/move]").getFirst(), "do", "back");
    assertThat(Files.readString(file("translations/2015/brev.md"))).isEqualTo(file);
    assertThat(page(testServer, QUEUE).select("article")).hasSize(1);
  }

  private TrackedSection now() {
    return testServer.library().ids().section(id);
  }

  private void replace(String path, String old, String now) throws Exception {
    String text = Files.readString(file(path));
    assertThat(text).contains(old);
    Files.writeString(file(path), text.replace(old, now));
    testServer.library().sync().look();
  }

  private Path file(String path) {
    return testServer.root().resolve(path);
  }
}
