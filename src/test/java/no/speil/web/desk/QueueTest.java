package no.speil.web.desk;

import static no.speil.web.Submitted.location;
import static no.speil.web.Submitted.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Freshness;
import no.speil.corpus.State;
import no.speil.library.Actor;
import no.speil.library.TestRoot;
import no.speil.tracking.TrackedSection;
import no.speil.web.Served;
import no.speil.web.Submitted;
import no.speil.web.visitor.Settings;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueTest {
  @TempDir Path folder;
  private Served served;

  @BeforeEach
  void serve() {
    served = Served.copyOf("letters", folder);
  }

  @AfterEach
  void close() {
    served.close();
  }

  @Test
  void theGravestComesFirstWithTheDifferenceOpen() throws Exception {
    makeStale();
    Document queue = page(served, "/queue");
    assertThat(queue.select(".task").eachText().stream().distinct())
        .containsExactly("Original changed in facts", "To translate", "Draft to finish");
    Element first = queue.select("article").getFirst();
    assertThat(first.select(".diff ins").text()).isEqualTo("ikke");
    assertThat(first.select("details.changed").hasAttr("open")).isTrue();
    assertThat(first.select(".translation").text()).startsWith("The board must go.");
    assertThat(first.select("h2 a").attr("href")).isEqualTo("/d/2015/brev#" + first.id());
  }

  @Test
  void everyFormLeadsToTheNextRow() throws Exception {
    makeStale();
    Document queue = page(served, "/queue?q=doc:2015/brev");
    List<String> rows = queue.select("article").eachAttr("id");
    HttpResponse<String> confirmed =
        Submitted.form(served, queue.select("form[action$=/confirm]").getFirst());
    assertThat(location(confirmed)).isEqualTo("/queue?q=doc%3A2015%2Fbrev#" + rows.get(1));
    assertThat(section().standing().freshness()).isEqualTo(Freshness.CURRENT);

    Document drafts = page(served, "/queue?q=doc:2015/brev&task=draft");
    Element form = drafts.select("form[action$=/state]").getFirst();
    String next = drafts.select("article").get(1).id();
    assertThat(location(Submitted.form(served, form, "state", "translated")))
        .isEqualTo("/queue?q=doc%3A2015%2Fbrev&task=draft#" + next);
    assertThat(page(served, "/queue?q=doc:2015/brev&task=draft").select("article").getFirst().id())
        .isEqualTo(next);
  }

  @Test
  void anAddressNarrowsItByKindAndFolderAndTranslator() {
    Document all = page(served, "/queue");
    Document untranslated = page(served, "/queue?task=untranslated");
    assertThat(untranslated.select(".task").eachText()).containsOnly("To translate");
    assertThat(untranslated.select(".kinds [aria-current]").text())
        .isEqualTo("To translate " + untranslated.select("article").size());
    assertThat(page(served, "/queue?q=doc:2015/vedtak").select("article h2 a").eachText())
        .containsOnly("Vedtaket");
    assertThat(page(served, "/queue?translator=kari").select("article h2 a").eachText())
        .containsOnly("Letter to the board");
    assertThat(all.select("article").size())
        .isGreaterThan(untranslated.select("article").size())
        .isLessThanOrEqualTo(QueueAddress.SIZE);
  }

  @Test
  void whoTranslatedASectionHasItInTheirQueueWhateverTheFileSays() {
    served.close();
    served =
        Served.copyOf(TestRoot.corpus("nb-preservation"), folder.resolve("nb"), Served.local());
    for (TrackedSection each :
        served.library().document(new DocumentId("docs/dps")).orElseThrow().sections()) {
      String by = each.section().isTitle() ? "kari" : "Åse Å.";
      if (!each.section().translation().isEmpty()) {
        served
            .library()
            .mark(each.section().id(), State.TRANSLATED, each.version(), new Actor(by, "web"));
      }
    }
    Document hers = page(served, "/queue?translator=%C3%85se%20%C3%85.");
    Document theOther = page(served, "/queue?translator=kari&q=doc:docs/dps");

    assertThat(hers.select("article h2 a").eachText())
        .containsOnly("Digital Preservation Services (DPS)");
    assertThat(hers.select(".paging a")).isNotEmpty();
    assertThat(theOther.select("article .pair .original").eachText())
        .containsExactly("Digital Preservation Services (DPS)");
    assertThat(page(served, "/queue?translator=nobody").select("article")).isEmpty();
    assertThat(hers.select("form[action=/queue] input[name=translator]").val()).isEqualTo("Åse Å.");
  }

  @Test
  void pastItsEndItLeadsToItsLastPage() {
    assertThat(location(served.get("/queue?task=draft&page=900"))).isEqualTo("/queue?task=draft");
    assertThat(page(served, "/queue?q=nosuchword").select(".summary").text())
        .isEqualTo("There is nothing to do here");
  }

  @Test
  void editingFromItVouchesAndLeadsOn() {
    Document queue = page(served, "/queue?task=draft");
    Element row = queue.select("#s-" + section().section().id()).getFirst();
    Document edit = page(served, row.select("a.act").attr("href"));
    Element form = edit.select("form.desk").getFirst();
    String next = form.select("input[name=next]").val();
    assertThat(next).startsWith("/queue?task=draft#s-");
    HttpResponse<String> answer =
        Submitted.form(served, form, "markdown", "The board must go now.", "do", "mark");
    String following = next.substring(next.indexOf("#s-") + "#s-".length());
    assertThat(location(answer)).startsWith("/s/" + following + "/edit?next=%2Fqueue");
    assertThat(section().standing().state()).isEqualTo(State.TRANSLATED);
    Element again = page(served, location(answer)).select("form.desk").getFirst();
    assertThat(location(Submitted.form(served, again, "do", "save"))).startsWith("/queue?");
  }

  @Test
  void nobodyVouchesForAnOriginalThatChangedWhileTheyWrote() throws Exception {
    String path = "/s/" + section().section().id() + "/edit";
    Element form = page(served, path).select("form.desk").getFirst();
    changeOriginal();
    HttpResponse<String> answer =
        Submitted.form(served, form, "markdown", "The board must go now.", "do", "mark");
    assertThat(location(answer)).isEqualTo(path);
    assertThat(section().standing().state()).isEqualTo(State.DRAFT);
    assertThat(page(served, path).select(".change").text()).startsWith("The original has changed.");
    assertThat(Files.readString(folder.resolve("translations/2015/brev.md")))
        .contains("The board must go now.");
  }

  @Test
  void theOriginalCanBePutIntoAnEmptyBox() {
    TrackedSection untranslated = served.section("2015/brev", "Dette avsnittet");
    String path = "/s/" + untranslated.section().id() + "/edit";
    Element form = page(served, path).select("form.desk").getFirst();
    assertThat(form.select("button[value=insert]")).hasSize(1);
    String inserted = "Dette avsnittet er ikke oversatt til noe språk.";
    HttpResponse<String> answer = Submitted.form(served, form, "do", "insert");
    assertThat(org.jsoup.Jsoup.parse(answer.body()).select("#markdown").text()).isEqualTo(inserted);
    assertThat(page(served, path + "?insert=original").select("#markdown").text())
        .isEqualTo(inserted);
    String full = "/s/" + section().section().id() + "/edit?insert=original";
    assertThat(page(served, full).select("#markdown").text()).startsWith("The board must go.");
    assertThat(page(served, full).select("button[value=insert]")).isEmpty();
  }

  @Test
  void itLeadsToNoOtherSite() {
    String path = "/s/" + section().section().id() + "/edit?next=https://example.org/";
    assertThat(page(served, path).select("input[name=next]").val()).isEqualTo("/");
  }

  @Test
  void readersHaveNone(@TempDir Path other) {
    var reading = new Settings("127.0.0.1", 0, null, "kari", true);
    try (Served readers = Served.copyOf(Path.of("src/test/cases/letters"), other, reading)) {
      assertThat(readers.get("/queue").statusCode()).isEqualTo(403);
      assertThat(readers.get("/").body()).doesNotContain("/queue");
    }
    assertThat(served.get("/").body()).contains("href=\"/queue\"");
  }

  private void makeStale() throws Exception {
    TrackedSection section = section();
    var kari = new Actor("kari", "web");
    served.library().mark(section.section().id(), State.TRANSLATED, section.version(), kari);
    changeOriginal();
  }

  private void changeOriginal() throws Exception {
    Path original = folder.resolve("archive/2015/brev.md");
    Files.writeString(
        original, Files.readString(original).replace("Styret må gå", "Styret må ikke gå"));
    served.library().sweep();
  }

  private TrackedSection section() {
    return served.section("2015/brev", "Vi krever svar");
  }
}
