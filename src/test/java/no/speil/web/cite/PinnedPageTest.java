package no.speil.web.cite;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.speil.corpus.Block;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.library.actions.Actor;
import no.speil.library.documents.LiveDocument;
import no.speil.record.DocumentVersion;
import no.speil.status.TrackedSection;
import no.speil.web.Served;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class PinnedPageTest {
  private static final String BOARD = "Styret må gå";
  private static final String NOWHERE = "0".repeat(32);

  @Served private static TestServer testServer;

  private String document = "";
  private Path original = Path.of("");
  private Path translation = Path.of("");

  @BeforeEach
  void writeOneOfItsOwn(TestInfo test) throws Exception {
    document = test.getTestMethod().orElseThrow().getName();
    original = copy("archive");
    translation = copy("translations");
  }

  @Test
  void pinnedAddressShowsThatTheTextIsAsCited() {
    assertThat(verdict(pinned(section()))).isEqualTo("The text is as it was cited.");
  }

  @Test
  void pinnedAddressTellsAnotherState() {
    String cited = pinned(section());
    testServer
        .library()
        .marks()
        .mark(
            section().section().id(),
            State.TRANSLATED,
            section().version(),
            new Actor("kari", "web"));
    assertThat(verdict(cited))
        .isEqualTo(
            "The text is as it was cited. Its status has changed from “Draft” to “Translated”.");
  }

  @Test
  void changedTranslationIsComparedWithTheWordingKept() {
    TrackedSection before = section();
    testServer
        .library()
        .edits()
        .edit(
            before.section().id(),
            "The board should go. We demand an answer within 14 days.",
            before.version(),
            new Actor("kari", "web"));
    Document html = page(pinned(before));
    assertThat(html.select(".notice").text())
        .isEqualTo(
            "The translation has been changed since it was cited. The original is the same.");
    assertThat(html.select("main > .sheet > .diff del").text()).isEqualTo("must");
    assertThat(html.select("main > .sheet > .diff ins").text()).isEqualTo("should");
    assertThat(html.select("main > .sheet > .diff").attr("lang")).isEqualTo("en");
  }

  @Test
  void draftThatWasChangedOutsideIsShownAsItWasCited() throws Exception {
    TrackedSection before = section();
    Files.writeString(original, Files.readString(original).replace(BOARD, "Styret bør gå"));
    Document html = page(pinned(before));
    assertThat(html.select(".notice").text())
        .isEqualTo(
            "The original has been changed since it was cited. The translation is the same.");
    assertThat(html.select(".cited").text()).startsWith("Styret må gå");
    assertThat(html.select(".cited").attr("lang")).isEqualTo("nb");
    assertThat(html.select("main > .sheet > .diff del").text()).isEqualTo("må");
    assertThat(html.select("main > .sheet > .diff ins").text()).isEqualTo("bør");
  }

  @Test
  void bothTextsThatWereChangedOutsideAreShownAsTheyWereCited() throws Exception {
    TrackedSection before = section();
    Files.writeString(original, Files.readString(original).replace(BOARD, "Styret bør gå"));
    Files.writeString(translation, Files.readString(translation).replace("must go", "should go"));
    Document html = page(pinned(before));
    assertThat(html.select(".notice").text())
        .isEqualTo("Both texts have been changed since they were cited.");
    assertThat(html.select(".cited").eachText())
        .satisfiesExactly(
            no -> assertThat(no).startsWith("Styret må gå"),
            en -> assertThat(en).startsWith("The board must go"));
  }

  @Test
  void versionWhoseWordingWasNeverKeptSaysSo() {
    TrackedSection now = section();
    String version = NOWHERE + "." + now.version().translation() + ".d-0";
    Document html = page("/s/" + now.section().id() + "?v=" + version);
    assertThat(html.select("main > .sheet > .change").text())
        .isEqualTo("The original has changed since. Its wording at the time was not kept.");
    assertThat(html.select("main > .sheet > .diff, .cited")).isEmpty();
  }

  @Test
  void sectionThatIsGoneIsShownAsItWasCited() throws Exception {
    TrackedSection before = section();
    Files.delete(original);
    Files.delete(translation);
    HttpResponse<String> answer = testServer.get(pinned(before));
    assertThat(answer.statusCode()).isEqualTo(410);
    assertThat(Jsoup.parse(answer.body()).select(".cited").eachText())
        .satisfiesExactly(
            no -> assertThat(no).startsWith("Styret må gå"),
            en -> assertThat(en).startsWith("The board must go"));
  }

  @Test
  void versionThatNobodyKnowsIsAnsweredInWords() {
    String unknown = "/s/" + section().section().id() + "?v=" + NOWHERE + "." + NOWHERE + ".d-0";
    assertThat(verdict(unknown)).startsWith("This version is not known here. Either");
    assertThat(verdict("/s/" + section().section().id() + "?v=-.-.u-0"))
        .startsWith("This version is not known here.");
    for (String malformed : List.of("", "x", "%3Cscript%3E", "..", "a".repeat(5_000))) {
      assertThat(verdict("/s/" + section().section().id() + "?v=" + malformed))
          .startsWith("This is not a version");
    }
  }

  @Test
  void pinnedDocumentTellsWhetherItIsAsCited() throws Exception {
    String path = cited();
    assertThat(verdict(path)).isEqualTo("The text is as it was cited.");
    Files.writeString(translation, Files.readString(translation).replace("must go", "should go"));
    Document earlier = page(path);
    assertThat(verdict(path))
        .startsWith("This is an earlier version, as it was from ")
        .endsWith("Read today’s version");
    assertThat(earlier.select(".notice a").attr("href")).isEqualTo("/d/" + document);
    assertThat(earlier.select("link[rel=canonical]").attr("href")).endsWith("/d/" + document);
    assertThat(earlier.select("h1").text()).isEqualTo("Letter to the board");
    assertThat(earlier.select(".row .translation").text()).contains("The board must go");
    assertThat(earlier.select(".row .original").text()).contains(BOARD);
    assertThat(earlier.select(".absence").eachText()).containsExactly("Not translated yet");
    assertThat(verdict("/d/" + document + "?v=x")).startsWith("This is not a version");
    assertThat(page("/d/" + document).select(".notice")).isEmpty();
  }

  @Test
  void everyVersionOfADocumentIsShownWhicheverSideItChangedOn() throws Exception {
    String first = cited();
    TrackedSection before = section();
    testServer
        .library()
        .edits()
        .edit(
            before.section().id(),
            "The board **should** go.",
            before.version(),
            new Actor("kari", "web"));
    String second = cited();
    Files.writeString(
        original,
        Files.readString(original).replace(BOARD, "Styret bør gå").replace("Brev til", "Til"));
    String third = cited();
    Files.writeString(original, Files.readString(original) + "\nTil slutt: hilsen.\n");
    assertThat(List.of(first, second, third, cited())).doesNotHaveDuplicates();

    assertThat(texts(first)).contains("The board must go", "Styret må gå").doesNotContain("slutt");
    assertThat(texts(second)).contains("The board should go", "Styret må gå");
    assertThat(page(second).select(".translation strong").text()).isEqualTo("should");
    assertThat(page(second).select(".other-title").text()).isEqualTo("Brev til styret");
    assertThat(texts(third)).contains("The board should go", "Styret bør gå");
    assertThat(page(third).select(".other-title").text()).isEqualTo("Til styret");
  }

  @Test
  void aSectionWhoseWordingWasNotKeptSaysSoInTheEarlierDocument() throws Exception {
    String cited = cited();
    Files.writeString(original, Files.readString(original).replace(BOARD, "Styret bør gå"));
    assertThat(texts(cited)).contains(BOARD);
    Path record = testServer.root().resolve("translations/" + document + ".jsonl");
    List<String> lines =
        Files.readAllLines(record).stream().filter(line -> !line.contains("\"wording\"")).toList();
    Files.write(record, lines);
    Document earlier = page(cited);
    assertThat(earlier.select(".notice").text())
        .endsWith("The wording of one section was not kept and is missing below.");
    assertThat(earlier.select(".original .absence").text())
        .isEqualTo("Its wording at the time was not kept.");
    assertThat(earlier.select(".translation").text()).contains("The board must go");
  }

  @Test
  void aVersionThatTheRecordDoesNotTellOfIsNotMadeUp() {
    String unknown = "/d/" + document + "?v=" + NOWHERE + "." + NOWHERE;
    assertThat(verdict(unknown)).startsWith("That version is no longer available");
    LiveDocument now =
        testServer.library().documents().find(new DocumentId(document)).orElseThrow();
    String older =
        DocumentVersion.ofTexts(blocks(now, Side.ORIGINAL), blocks(now, Side.TRANSLATION))
            .toString();
    assertThat(verdict("/d/" + document + "?v=" + older))
        .as("as versions were written at first")
        .isEqualTo("The text is as it was cited.");
  }

  private static List<Block> blocks(LiveDocument document, Side side) {
    return document.sections().stream()
        .flatMap(tracked -> tracked.section().side(side).stream())
        .toList();
  }

  private String cited() {
    return page("/cite?document=" + document)
        .select(".sheet p a[rel]")
        .attr("href")
        .substring(home().length());
  }

  private static String texts(String path) {
    return page(path).select(".cell").text();
  }

  private Path copy(String root) throws Exception {
    Path copy = testServer.root().resolve(root).resolve(document + ".md");
    return Files.copy(testServer.root().resolve(root).resolve("2015/brev.md"), copy);
  }

  private TrackedSection section() {
    return testServer.section(document, BOARD);
  }

  private static String verdict(String path) {
    return page(path).select(".notice").text();
  }

  private static String pinned(TrackedSection section) {
    return "/s/" + section.section().id() + "?v=" + section.version();
  }

  private static Document page(String path) {
    HttpResponse<String> answer = testServer.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private static String home() {
    return "http://127.0.0.1:" + testServer.port();
  }
}
