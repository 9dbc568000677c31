package no.speil.web.queue;

import static no.speil.web.FormSubmission.location;
import static no.speil.web.FormSubmission.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.speil.TestCorpora;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Freshness;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.library.actions.Actor;
import no.speil.library.documents.LiveSection;
import no.speil.status.TrackedSection;
import no.speil.web.FormSubmission;
import no.speil.web.Served;
import no.speil.web.TestServer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueuePageTest {
  @Served private TestServer testServer;

  @Test
  void theGravestComesFirstWithTheDifferenceOpen() throws Exception {
    makeStale();
    Document queue = page(testServer, "/queue");
    assertThat(queue.select(".task").eachText().stream().distinct())
        .containsExactly(
            "Facts changed in the original · Check failed", "To translate", "Draft to finish");
    Element first = queue.select("article").getFirst();
    assertThat(first.select(".diff ins").text()).isEqualTo("ikke");
    assertThat(first.select("details.changed").hasAttr("open")).isTrue();
    assertThat(first.select(".translation").text()).startsWith("The board must go.");
    assertThat(first.select("h2 a").attr("href")).isEqualTo("/d/2015/brev#" + first.id());
  }

  @Test
  void everyFormLeadsToTheNextRow() throws Exception {
    makeStale();
    Document queue = page(testServer, "/queue?q=doc:2015/brev");
    List<String> rows = queue.select("article").eachAttr("id");
    HttpResponse<String> confirmed =
        FormSubmission.form(testServer, queue.select("form[action$=/confirm]").getFirst());
    assertThat(location(confirmed)).isEqualTo("/queue?q=doc%3A2015%2Fbrev#" + rows.get(1));
    assertThat(section().sectionStatus().freshness()).isEqualTo(Freshness.CURRENT);

    Document drafts = page(testServer, "/queue?q=doc:2015/brev&task=draft");
    Element form = drafts.select("form[action$=/state]").getFirst();
    String next = drafts.select("article").get(1).id();
    String marked = drafts.select("article").getFirst().id().replace("s-", "") + ".draft#";
    assertThat(location(FormSubmission.form(testServer, form, "state", "translated")))
        .isEqualTo("/queue?q=doc%3A2015%2Fbrev&task=draft&marked=" + marked + next);
    assertThat(
            page(testServer, "/queue?q=doc:2015/brev&task=draft").select("article").getFirst().id())
        .isEqualTo(next);
  }

  @Test
  void aMarkIsToldAndTakenBack() {
    Document drafts = page(testServer, "/queue?q=doc:2015/brev&task=draft");
    Element row = drafts.select("article:has(form[action$=/state])").getFirst();
    String marked = row.id().substring("s-".length());
    Element form = row.select("form[action$=/state]").getFirst();
    String after = location(FormSubmission.form(testServer, form, "state", "translated"));
    Document queue = page(testServer, after);
    Element told = queue.select(".settled").getFirst();
    assertThat(told.text())
        .startsWith("Translated · Up to date Letter to the board")
        .endsWith("Undo");
    assertThat(told.select("button").attr("aria-keyshortcuts")).isEqualTo("u");
    assertThat(state(marked)).isEqualTo(State.TRANSLATED);

    after =
        location(FormSubmission.form(testServer, told.select("form").getFirst(), "state", "draft"));
    assertThat(state(marked)).isEqualTo(State.DRAFT);
    assertThat(page(testServer, after).select(".settled")).isEmpty();
    assertThat(page(testServer, "/queue?marked=nonsense").select(".settled")).isEmpty();
  }

  private State state(String id) {
    return testServer.library().ids().section(new SectionId(id)).sectionStatus().state();
  }

  @Test
  void anAddressNarrowsItByKindAndFolderAndTranslator() {
    Document all = page(testServer, "/queue");
    Document untranslated = page(testServer, "/queue?task=untranslated");
    assertThat(untranslated.select(".task").eachText()).containsOnly("To translate");
    assertThat(untranslated.select(".kinds [aria-current]").text())
        .isEqualTo("To translate " + untranslated.select("article").size());
    assertThat(untranslated.select("details.narrow").hasAttr("open")).isFalse();
    assertThat(page(testServer, "/queue?task=facts").select(".kinds [aria-current]").text())
        .isEqualTo("Facts changed in the original 0");
    assertThat(page(testServer, "/queue?translator=kari").select("details.narrow[open]"))
        .hasSize(1);
    assertThat(page(testServer, "/queue?q=doc:2015/vedtak").select("article h2 a").eachText())
        .containsOnly("Vedtaket");
    assertThat(page(testServer, "/queue?translator=kari").select("article h2 a").eachText())
        .containsOnly("Letter to the board");
    assertThat(all.select("article").size())
        .isGreaterThan(untranslated.select("article").size())
        .isLessThanOrEqualTo(QueueUrl.SIZE);
  }

  @Test
  @Tag("slow")
  void whoTranslatedASectionHasItInTheirQueueWhateverTheFileSays() throws Exception {
    for (String side : List.of("archive", "translations")) {
      Path copy = testServer.root().resolve(side + "/docs/dps.md");
      Files.createDirectories(copy.getParent());
      Files.copy(TestCorpora.require("nb-preservation").resolve(side + "/docs/dps.md"), copy);
    }
    testServer.library().sync().look();
    for (TrackedSection each :
        testServer
            .library()
            .documents()
            .find(new DocumentId("docs/dps"))
            .orElseThrow()
            .sections()) {
      String by = each.section().isTitle() ? "kari" : "Åse Å.";
      if (!each.section().translation().isEmpty()) {
        testServer
            .library()
            .marks()
            .mark(each.section().id(), State.TRANSLATED, each.version(), new Actor(by, "web"));
      }
    }
    Document hers = page(testServer, "/queue?translator=%C3%85se%20%C3%85.");
    Document theOther = page(testServer, "/queue?translator=kari&q=doc:docs/dps");

    assertThat(hers.select("article h2 a").eachText())
        .containsOnly("Digital Preservation Services (DPS)");
    assertThat(hers.select(".paging a")).isNotEmpty();
    assertThat(theOther.select("article .pair .original").eachText())
        .containsExactly("Digital Preservation Services (DPS)");
    assertThat(page(testServer, "/queue?translator=nobody").select("article")).isEmpty();
    assertThat(hers.select("form[action=/queue] input[name=translator]").val()).isEqualTo("Åse Å.");
  }

  @Test
  void pastItsEndItLeadsToItsLastPage() {
    assertThat(location(testServer.get("/queue?task=draft&page=900")))
        .isEqualTo("/queue?task=draft");
    assertThat(page(testServer, "/queue?q=nosuchword").select(".summary").text())
        .isEqualTo("Nothing to do here");
  }

  @Test
  void editingFromItVouchesAndLeadsOn() {
    Document queue = page(testServer, "/queue?task=draft");
    Element row = queue.select("#s-" + section().section().id()).getFirst();
    Document edit = page(testServer, row.select("a.act").attr("href"));
    Element form = edit.select("form.editing").getFirst();
    String next = form.select("input[name=next]").val();
    assertThat(next).startsWith("/queue?task=draft#s-");
    HttpResponse<String> answer =
        FormSubmission.form(testServer, form, "markdown", "The board must go now.", "do", "mark");
    String following = next.substring(next.indexOf("#s-") + "#s-".length());
    assertThat(location(answer)).startsWith("/s/" + following + "/edit?next=%2Fqueue");
    assertThat(section().sectionStatus().state()).isEqualTo(State.TRANSLATED);
    Element again = page(testServer, location(answer)).select("form.editing").getFirst();
    assertThat(location(FormSubmission.form(testServer, again, "do", "save")))
        .startsWith("/queue?");
  }

  @Test
  void whatIsLeftToDoBecomesLessWithEachSectionThoughReviewsWaitBehind() {
    List<String> texts =
        List.of(
            "This passage is not translated into any language.",
            "The decision",
            "The board decided the case unanimously.");
    List<Integer> left = new ArrayList<>();
    String editPage = page(testServer, "/queue").select("a.act").getFirst().attr("href");
    for (int i = 0; i < 3; i++) {
      Document page = page(testServer, editPage);
      String place = page.select(".queued a[href^='/queue']").text();
      assertThat(place).matches("1 of \\d+ left to do%s".formatted(waiting(i)));
      left.add(Integer.valueOf(place.split(" ", -1)[2]));
      Element form = page.select("form.editing").getFirst();
      editPage =
          location(FormSubmission.form(testServer, form, "markdown", texts.get(i), "do", "mark"));
    }
    assertThat(left).containsExactly(left.get(0), left.get(0) - 1, left.get(0) - 2);
    assertThat(page(testServer, "/queue").select(".summary").text())
        .isEqualTo("%d sections to do, and 3 to review".formatted(left.get(0) - 3));
    assertThat(page(testServer, "/queue?task=review").select(".summary").text())
        .isEqualTo("3 sections to review");
  }

  private static String waiting(int reviews) {
    return reviews == 0 ? "" : ", then " + reviews + " to review";
  }

  @Test
  void whoTranslatedASectionIsToldThatAnotherReviewsIt() {
    TrackedSection section = section();
    testServer
        .library()
        .marks()
        .mark(
            section.section().id(), State.TRANSLATED, section.version(), new Actor("kari", "web"));
    String row = "#s-" + section.section().id();
    assertThat(page(testServer, "/queue?task=review").select(row + " [data-refused]")).isEmpty();
    testServer.library().marks().comment(section.section().id(), "Hei.", new Actor("ola", "web"));
    Document queue = page(testServer, "/queue?task=review");
    assertThat(queue.select(row + " [data-refused=r]").text())
        .isEqualTo("You translated this, so someone else has to review it.");
    assertThat(queue.select(row + " button[value=reviewed]")).isEmpty();
    assertThat(page(testServer, "/d/2015/brev").select(row).text())
        .contains("You translated this, so someone else has to review it.");
  }

  @Test
  void aReviewerSeesWhatTheChecksFind() {
    TrackedSection section = section();
    var ola = new Actor("ola", "web");
    TrackedSection saved =
        testServer
            .library()
            .edits()
            .edit(
                section.section().id(),
                "The board must go. We demand an answer within 15 days.",
                section.version(),
                ola)
            .map(LiveSection::section)
            .orElseThrow();
    testServer
        .library()
        .marks()
        .mark(section.section().id(), State.TRANSLATED, saved.version(), ola);
    Document queue = page(testServer, "/queue?task=review");
    assertThat(queue.select("article .checks li > p").eachText())
        .containsExactly(
            "In the original and not in the text: 14", "In the text and not in the original: 15");
    assertThat(queue.select("article button[value=reviewed]")).hasSize(1);
  }

  @Test
  void whatIsStillAccurateIsSaidWhereItIsEdited() throws Exception {
    makeStale();
    String path = "/s/" + section().section().id() + "/edit?next=/queue";
    Document editPage = page(testServer, path);
    assertThat(editPage.select("button[form=still]").text()).isEqualTo("Still accurate Alt C");
    HttpResponse<String> answer =
        FormSubmission.form(testServer, editPage.select("form#still").getFirst());
    assertThat(location(answer)).startsWith("/s/");
    assertThat(section().sectionStatus().freshness()).isEqualTo(Freshness.CURRENT);
    assertThat(page(testServer, path).select("#still")).isEmpty();
  }

  @Test
  void nobodyVouchesForAnOriginalThatChangedWhileTheyWrote() throws Exception {
    String path = "/s/" + section().section().id() + "/edit";
    Element form = page(testServer, path).select("form.editing").getFirst();
    changeOriginal();
    HttpResponse<String> answer =
        FormSubmission.form(testServer, form, "markdown", "The board must go now.", "do", "mark");
    assertThat(location(answer)).isEqualTo(path + "?changed=1");
    assertThat(section().sectionStatus().state()).isEqualTo(State.DRAFT);
    assertThat(page(testServer, path).select(".change ~ p").not(".diff").text())
        .startsWith("A number, a name, a link or a word such as “not”");
    assertThat(Files.readString(testServer.root().resolve("translations/2015/brev.md")))
        .contains("The board must go now.");
  }

  @Test
  void theOriginalCanBePutIntoAnEmptyBox() {
    TrackedSection untranslated = testServer.section("2015/brev", "Dette avsnittet");
    String path = "/s/" + untranslated.section().id() + "/edit";
    Element form = page(testServer, path).select("form.editing").getFirst();
    assertThat(form.select("button[value=insert]")).hasSize(1);
    String inserted = "Dette avsnittet er ikke oversatt til noe språk.";
    HttpResponse<String> answer = FormSubmission.form(testServer, form, "do", "insert");
    assertThat(org.jsoup.Jsoup.parse(answer.body()).select("#markdown").text()).isEqualTo(inserted);
    assertThat(page(testServer, path + "?insert=original").select("#markdown").text())
        .isEqualTo(inserted);
    String full = "/s/" + section().section().id() + "/edit?insert=original";
    assertThat(page(testServer, full).select("#markdown").text()).startsWith("The board must go.");
    assertThat(page(testServer, full).select("li:not([hidden]) > button[value=insert]")).isEmpty();
  }

  @Test
  void itLeadsToNoOtherSite() {
    String path = "/s/" + section().section().id() + "/edit?next=https://example.org/";
    assertThat(page(testServer, path).select("input[name=next]").val()).isEqualTo("/");
  }

  @Test
  void readersHaveNone(@TempDir Path other) {
    var reading = TestServer.settings("127.0.0.1", 0, null, "kari", true);
    try (TestServer readers =
        TestServer.copyOf(Path.of("src/test/cases/letters"), other, reading)) {
      assertThat(readers.get("/queue").statusCode()).isEqualTo(403);
      assertThat(readers.get("/").body()).doesNotContain("/queue");
    }
    assertThat(testServer.get("/home").body()).contains("href=\"/queue\"");
  }

  private void makeStale() throws Exception {
    TrackedSection section = section();
    var kari = new Actor("kari", "web");
    testServer
        .library()
        .marks()
        .mark(section.section().id(), State.TRANSLATED, section.version(), kari);
    changeOriginal();
  }

  private void changeOriginal() throws Exception {
    Path original = testServer.root().resolve("archive/2015/brev.md");
    Files.writeString(
        original, Files.readString(original).replace("Styret må gå", "Styret må ikke gå"));
    testServer.library().sync().look();
  }

  private TrackedSection section() {
    return testServer.section("2015/brev", "Vi krever svar");
  }
}
