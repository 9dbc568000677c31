package no.speil.web.search;

import static java.util.Comparator.comparing;
import static no.speil.web.FormSubmission.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.speil.archive.BrokenFile;
import no.speil.corpus.DocumentId;
import no.speil.corpus.State;
import no.speil.library.actions.Actor;
import no.speil.status.TrackedSection;
import no.speil.web.FormSubmission;
import no.speil.web.Served;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class SearchMarkHandlerTest {
  private static final String SEARCH = "/search?q=doc%3A2015%20state%3Adraft";

  private static final String DRAFTS = "/search?q=state:draft&size=1000";

  @Served private TestServer testServer;

  @Test
  void thePageOfResultsIsMarkedAcrossDocuments() {
    Element form = form(SEARCH);
    long offered = form.select("input[name=sections]").val().lines().count();
    HttpResponse<String> answer = FormSubmission.form(testServer, form, "state", "translated");
    assertThat(answer.statusCode()).isEqualTo(200);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select("[role=status]").text())
        .isEqualTo(offered + " sections were marked “Translated”");
    assertThat(page.select("a[href=" + SEARCH + "]").text()).isEqualTo("Back to the results");
    assertThat(section().sectionStatus().state()).isEqualTo(State.TRANSLATED);
    assertThat(testServer.section("2015/kilde", "The women resign").sectionStatus().state())
        .isEqualTo(State.TRANSLATED);
  }

  @Test
  void anExistingArchiveIsVouchedForWithAFormForEveryThousandSections() throws Exception {
    for (int document = 0; document < 11; document++) {
      write("archive", document, "Avsnitt");
      write("translations", document, "Paragraph");
    }
    testServer.library().sync().look();
    int forms = 0;
    for (Element form = formIfAny(DRAFTS); form != null; form = formIfAny(DRAFTS)) {
      assertThat(FormSubmission.form(testServer, form, "state", "translated").statusCode())
          .isEqualTo(200);
      forms++;
      assertThat(forms).isLessThanOrEqualTo(3);
    }
    assertThat(forms).isEqualTo(2);
    assertThat(testServer.library().counts().progress().of(State.DRAFT).sections()).isZero();
    assertThat(page(testServer, "/search?q=" + "state:draft").select("a[href*=size=1000]"))
        .isEmpty();
  }

  private void write(String side, int document, String word) throws Exception {
    Path file = testServer.root().resolve(side + "/2018/" + document + ".md");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        IntStream.range(0, 100)
            .mapToObj(i -> "%s %d in %d.".formatted(word, i, document))
            .collect(Collectors.joining("\n\n")));
  }

  @Test
  void theSectionsOfADocumentAreMarkedInItsOrder() {
    List<String> document =
        testServer
            .library()
            .documents()
            .find(new DocumentId("2015/brev"))
            .orElseThrow()
            .sections()
            .stream()
            .map(each -> each.section().id().value())
            .toList();
    List<String> offered =
        form("/search?q=answer") // its shortest section, the best hit, is its last
            .select("input[name=sections]")
            .val()
            .lines()
            .map(line -> line.split(" ")[0])
            .filter(document::contains)
            .toList();
    assertThat(offered).hasSizeGreaterThan(1).isSortedAccordingTo(comparing(document::indexOf));
  }

  @Test
  void aPageOfResultsLeadsToAllOfThemOnOnePage() {
    assertThat(page(testServer, "/search?q=state:draft&size=2").select(".marking a").attr("href"))
        .isEqualTo(DRAFTS.replace(":", "%3A"));
  }

  @Test
  void documentsFoundAreMarkedByTheSectionsShown() {
    Element form = form("/search?q=styret&group=document");
    assertThat(form.select("input[name=sections]").val())
        .contains(section().section().id() + " " + section().version());
  }

  @Test
  void whatHasChangedMeanwhileIsLeftAndSaid() {
    Element form = form(SEARCH);
    TrackedSection changed = section();
    testServer
        .library()
        .edits()
        .edit(changed.section().id(), "Out!", changed.version(), new Actor("ola", "web"));
    Document page =
        Jsoup.parse(FormSubmission.form(testServer, form, "state", "translated").body());
    assertThat(page.select(".clash li").eachText())
        .containsExactly(
            "Styret må gå. Vi krever svar innen 14 dager.: It has changed since you opened it.");
    assertThat(section().sectionStatus().state()).isEqualTo(State.DRAFT);
  }

  @Test
  void whatIsGoneMeanwhileIsSaidAndTheRestIsMarked() throws Exception {
    Element form = form(SEARCH);
    TrackedSection gone = section();
    long offered = form.select("input[name=sections]").val().lines().count();
    Path original = testServer.root().resolve("archive/2015/brev.md");
    Path translation = testServer.root().resolve("translations/2015/brev.md");
    takeOut(original, "Styret må gå.");
    takeOut(translation, "The board must go.");

    HttpResponse<String> answer = FormSubmission.form(testServer, form, "state", "translated");

    assertThat(answer.statusCode()).isEqualTo(200);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select(".clash li").eachText())
        .containsExactly(gone.section().id() + ": It is no longer there.");
    assertThat(page.select("[role=status]").text())
        .isEqualTo(offered - 1 + " sections were marked “Translated”");
    assertThat(testServer.section("2015/kilde", "The women resign").sectionStatus().state())
        .isEqualTo(State.TRANSLATED);
  }

  @Test
  void aDocumentThatIsGoneDoesNotKeepTheOthersFromBeingMarked() throws Exception {
    Element form = form(SEARCH);
    Files.delete(testServer.root().resolve("archive/2015/brev.md"));
    Files.delete(testServer.root().resolve("translations/2015/brev.md"));

    HttpResponse<String> answer = FormSubmission.form(testServer, form, "state", "translated");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Jsoup.parse(answer.body()).select(".clash li")).hasSize(8);
    assertThat(testServer.section("2015/kilde", "The women resign").sectionStatus().state())
        .isEqualTo(State.TRANSLATED);
  }

  @Test
  void aDocumentThatCannotBeReadDoesNotKeepTheOthersFromBeingMarked() throws Exception {
    Element form = form(SEARCH);
    try (BrokenFile broken = BrokenFile.over(testServer.root().resolve("archive/2015/brev.md"))) {
      assertThat(broken.isBroken()).isTrue();

      HttpResponse<String> answer = FormSubmission.form(testServer, form, "state", "translated");

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(Jsoup.parse(answer.body()).select(".clash li").eachText())
          .hasSize(8)
          .allMatch(line -> line.endsWith(": It could not be saved."));
    }
    assertThat(testServer.section("2015/kilde", "The women resign").sectionStatus().state())
        .isEqualTo(State.TRANSLATED);
    assertThat(section().sectionStatus().state()).isEqualTo(State.DRAFT);
  }

  /** Takes the paragraph that begins so out of a file, which rests from then on. */
  private static void takeOut(Path file, String beginning) throws Exception {
    String text = Files.readString(file);
    int from = text.indexOf(beginning);
    int to = text.indexOf("\n\n", from);
    Files.writeString(file, text.substring(0, from) + text.substring(to + 2));
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
  }

  @Test
  void readersAreNotOfferedIt(@TempDir Path other) {
    var reading = TestServer.settings("127.0.0.1", 0, null, "kari", true);
    try (TestServer readers =
        TestServer.copyOf(Path.of("src/test/cases/letters"), other, reading)) {
      assertThat(readers.get(SEARCH).body()).doesNotContain("/search/state");
      assertThat(readers.post("/search/state", "state=draft&sections=").statusCode())
          .isEqualTo(403);
    }
  }

  private @Nullable Element formIfAny(String path) {
    return page(testServer, path).selectFirst("form[action=/search/state]");
  }

  private Element form(String path) {
    return page(testServer, path).select("form[action=/search/state]").getFirst();
  }

  private TrackedSection section() {
    return testServer.section("2015/brev", "Styret må gå");
  }
}
