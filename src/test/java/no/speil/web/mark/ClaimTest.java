package no.speil.web.mark;

import static no.speil.web.FormSubmission.form;
import static no.speil.web.FormSubmission.location;
import static no.speil.web.FormSubmission.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.library.actions.Actor;
import no.speil.library.actions.EditActions.SaveOptions;
import no.speil.library.actions.EditBase;
import no.speil.library.catalogue.Claim;
import no.speil.record.EventCodec;
import no.speil.record.SectionVersion;
import no.speil.status.TrackedSection;
import no.speil.web.Served;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Somebody says what they are at; others see it, and nobody is kept from anything. */
class ClaimTest {
  private static final DocumentId BREV = new DocumentId("2015/brev");
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

  @Served private TestServer testServer;

  @Test
  void aPartIsClaimedByItsHeadingAndEverybodyWhoWritesSeesIt() {
    claim(heading(), FRIDAY, "Åse");
    String told = "Åse is working on this part until Friday 27 November.";

    Document read = page(testServer, "/d/2015/brev");
    assertThat(read.select(".claim").eachText()).containsExactly(told);
    assertThat(read.select("#s-" + heading() + " > .claim")).hasSize(1);
    assertThat(claimsOfRow("Styret må gå")).isEmpty();
    assertThat(claimsOfRow("Et åpent møte")).containsExactly(told);
    assertThat(page(testServer, "/s/" + id("Et åpent møte") + "/edit").select(".claim").eachText())
        .containsExactly(told);
    assertThat(page(testServer, "/s/" + id("Styret må gå") + "/edit").select(".claim")).isEmpty();
    assertThat(page(testServer, "/d/2015/brev?lang=nb").select(".claim").text())
        .isEqualTo("Åse arbeider med denne delen til fredag 27. november.");
  }

  @Test
  void theFormOfAHeadingClaimsItsPartAndLeavesItAgain() {
    Element form =
        page(testServer, "/d/2015/brev").select("#s-" + heading() + " .claiming").getFirst();
    assertThat(form.select("[name=until]").val()).isEqualTo("2026-12-01");
    assertThat(form.select("[value=leave]")).isEmpty();

    HttpResponse<String> taken = form(testServer, form, "until", "2026-11-27", "do", "take");
    assertThat(location(taken)).isEqualTo("/d/2015/brev#s-" + heading());
    Document own = page(testServer, "/d/2015/brev");
    assertThat(own.select(".claim").text())
        .isEqualTo("You are working on this part until Friday 27 November.");

    form(testServer, own.select("#s-" + heading() + " .claiming").getFirst(), "do", "leave");
    assertThat(page(testServer, "/d/2015/brev").select(".claim")).isEmpty();
    assertThat(page(testServer, "/s/" + heading() + "/history").select(".events").text())
        .contains(
            "kari has finished working on it", "kari is working on it until 27 November 2026");
  }

  @Test
  void theTitleClaimsTheWholeText() {
    claim(title(), FRIDAY, "Bjørn");
    assertThat(claimsOfRow("Styret må gå"))
        .containsExactly("Bjørn is working on this text until Friday 27 November.");
    assertThat(page(testServer, "/d/2015/brev").select("header .claim")).hasSize(1);
  }

  @Test
  void aClaimIsAdviceAndNothingIsRefused() {
    claim(title(), FRIDAY, "Åse");
    var section = testServer.section("2015/brev", "Styret må gå");
    testServer
        .library()
        .marks()
        .mark(
            section.section().id(), State.TRANSLATED, section.version(), new Actor("Bjørn", "web"));
    claim(title(), FRIDAY, "Bjørn");
    assertThat(page(testServer, "/d/2015/brev").select(".claim").eachText())
        .containsExactly(
            "Åse is working on this text until Friday 27 November.",
            "Bjørn is working on this text until Friday 27 November.");
  }

  @Test
  void whatIHaveClaimedIsAQueueOfItsOwn() {
    assertThat(rows(page(testServer, "/queue?mine"))).isEmpty();
    claim(heading(), FRIDAY, "kari");
    claim(title(), FRIDAY, "Åse");

    Document mine = page(testServer, "/queue?mine");
    assertThat(rows(mine))
        .containsExactlyInAnyOrderElementsOf(
            page(testServer, "/queue?q=doc:2015/brev").select("article").stream()
                .map(Element::id)
                .filter(row -> part().contains(row))
                .toList())
        .isNotEmpty();
    assertThat(mine.select(".kinds [aria-current]").eachText())
        .anySatisfy(kind -> assertThat(kind).startsWith("Everything " + rows(mine).size()))
        .contains("What I am working on");
    assertThat(mine.select("link[href^=/queue.atom]").attr("href"))
        .isEqualTo("/queue.atom?claimed=kari");
    assertThat(rows(page(testServer, "/queue?claimed=%C3%85se")))
        .hasSameSizeAs(rows(page(testServer, "/queue?q=doc:2015/brev")));
    assertThat(page(testServer, "/queue?claimed=%C3%85se").select(".kinds").text())
        .endsWith("What Åse is working on");
    String edit = mine.select("a.act").getFirst().attr("href");
    assertThat(page(testServer, edit).select(".queued a[href^=/queue]").getFirst().attr("href"))
        .isEqualTo("/queue?claimed=kari");
    assertThat(Jsoup.parse(testServer.get("/queue.atom?claimed=kari").body()).select("entry"))
        .hasSameSizeAs(rows(mine));
  }

  @Test
  void whereNothingIsClaimedTheEndOfAClaimWritesNothing() throws IOException {
    Path record = testServer.root().resolve("translations/2015/brev.jsonl");
    String before = Files.readString(record);
    assertThat(testServer.library().claims().claim(BREV, title(), null, new Actor("kari", "web")))
        .isEmpty();
    assertThat(record).hasContent(before);
  }

  @Test
  void itEndsByItselfAfterItsLastDay() throws IOException {
    String record =
        """
        {"speil":1,"document":"2015/vedtak"}
        {"at":"2026-11-20T12:00:00.000Z","by":"Åse","via":"web","do":"claim","section":"%s","until":"2026-11-23"}
        {"at":"2026-11-20T12:00:00.000Z","by":"Bjørn","via":"web","do":"claim","section":"%s","until":"2026-11-24"}
        """;
    String title =
        testServer
            .library()
            .documents()
            .find(new DocumentId("2015/vedtak"))
            .orElseThrow()
            .sections()
            .getFirst()
            .section()
            .id()
            .value();
    Path file = testServer.root().resolve("translations/2015/vedtak.jsonl");
    String written = Files.readString(file);
    Files.writeString(
        file,
        written
            + record
                .lines()
                .skip(1)
                .map(line -> line + "\n")
                .reduce("", String::concat)
                .formatted(title, title));

    assertThat(page(testServer, "/d/2015/vedtak").select(".claim").eachText())
        .containsExactly("Bjørn is working on this text until Tuesday 24 November.");
    assertThat(rows(page(testServer, "/queue?claimed=%C3%85se"))).isEmpty();
    assertThat(rows(page(testServer, "/queue?claimed=Bj%C3%B8rn"))).isNotEmpty();
  }

  @Test
  void itEndsWithTheLastSectionThatWasNotDone() {
    claim(heading(), FRIDAY, "kari");
    claim(heading(), FRIDAY, "Åse");
    List<TrackedSection> sections =
        testServer.library().documents().find(BREV).orElseThrow().sections();
    for (TrackedSection each : sections.subList(sections.size() - 5, sections.size())) {
      assertThat(testServer.library().claims().of("kari")).hasSize(1);
      var base = EditBase.of(each);
      String text =
          each.markdown(Side.TRANSLATION).isEmpty() ? "A text." : each.markdown(Side.TRANSLATION);
      testServer
          .library()
          .edits()
          .edit(
              each.section().id(),
              text,
              base,
              new SaveOptions(State.TRANSLATED, List.of()),
              new Actor("kari", "web"));
    }
    assertThat(page(testServer, "/d/2015/brev").select(".claim").eachText())
        .containsExactly("Åse is working on this part until Friday 27 November.");
  }

  @Test
  void aReviewersClaimEndsWithTheLastReview() {
    var kari = new Actor("kari", "web");
    List<SectionId> part =
        testServer
            .library()
            .documents()
            .find(new DocumentId("2015/kilde"))
            .orElseThrow()
            .sections()
            .stream()
            .map(each -> each.section().id())
            .toList();
    for (SectionId each : part) {
      testServer.library().marks().mark(each, State.TRANSLATED, version(each), kari);
    }
    testServer
        .library()
        .claims()
        .claim(new DocumentId("2015/kilde"), part.getFirst(), FRIDAY, kari);
    for (SectionId each : part) {
      assertThat(testServer.library().claims().of("kari")).hasSize(1);
      testServer.library().marks().mark(each, State.REVIEWED, version(each), kari);
    }
    assertThat(testServer.library().claims().of("kari")).isEmpty();
  }

  private SectionVersion version(SectionId id) {
    return testServer.library().ids().section(id).version();
  }

  @Test
  void claimsAreThereAfterARestartAndReadersAreNotTold() {
    claim(heading(), FRIDAY, "kari");
    List<Claim> claims = testServer.library().claims().in(BREV);
    for (int restarts = 0; restarts < 2; restarts++) {
      testServer.close();
      testServer = TestServer.again(testServer.root());
      assertThat(testServer.library().claims().in(BREV)).isEqualTo(claims).hasSize(1);
    }
    assertThat(rows(page(testServer, "/queue?mine"))).isNotEmpty();
    testServer.signedOut();
    Document read = page(testServer, "/d/2015/brev");
    assertThat(read.select(".claim, .claiming")).isEmpty();
    assertThat(read.select(".rows")).isNotEmpty();
  }

  @Test
  void programsClaimAndTakeBack() throws IOException {
    JsonNode answer = posted(200, "{\"part\": \"" + heading() + "\", \"until\": \"2026-11-27\"}");
    assertThat(answer.path("claims").get(0).toString())
        .isEqualTo("{\"part\":\"" + heading() + "\",\"by\":\"kari\",\"until\":\"2026-11-27\"}");
    assertThat(posted(200, "{\"part\": \"" + heading() + "\"}").path("claims")).isEmpty();
    assertThat(posted(200, "{\"until\": \"2026-11-24\"}").at("/claims/0/part").asText())
        .isEqualTo(title().value());
    assertThat(posted(400, "{\"until\": \"2026-11-23\"}").path("detail").asText())
        .contains("from 2026-11-24 to 2027-11-24");
    posted(400, "{\"until\": \"2027-11-25\"}");
    posted(400, "{\"until\": \"Friday\"}");
    posted(400, "{\"part\": \"" + id("Styret må gå") + "\", \"until\": \"2026-11-27\"}");
    String changes = testServer.get("/api/v1/changes").body();
    assertThat(changes).contains("\"do\":\"claim\"", "\"until\":\"2026-11-27\"");
  }

  @Test
  void aLineWithoutARightDateIsAProblemOfTheRecord() throws Exception {
    String line =
        "{\"at\":\"2026-11-20T12:00:00.000Z\",\"by\":\"Åse\",\"via\":\"web\",\"do\":\"claim\","
            + "\"section\":\"7kq2mx9d4t\",\"until\":\"2026-11-27\"}";
    assertThat(EventCodec.write(EventCodec.read(line))).isEqualTo(line);
    assertThat(EventCodec.write(EventCodec.read(line.replace(",\"until\":\"2026-11-27\"", ""))))
        .doesNotContain("until");
    assertThatThrownBy(() -> EventCodec.read(line.replace("11-27", "11-31")))
        .isInstanceOf(EventCodec.Unreadable.class);
  }

  private void claim(SectionId part, LocalDate until, String person) {
    testServer.library().claims().claim(BREV, part, until, new Actor(person, "web"));
  }

  private JsonNode posted(int status, String body) throws IOException {
    HttpResponse<String> answer =
        testServer.send(
            "POST", "/api/v1/documents/2015/brev/claim", body, "Content-Type", "application/json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return new ObjectMapper().readTree(answer.body());
  }

  /** Rows of the part below the heading, and others that are not. */
  private List<String> part() {
    var sections = testServer.library().documents().find(BREV).orElseThrow().sections();
    List<String> ids = sections.stream().map(each -> "s-" + each.section().id()).toList();
    return ids.subList(ids.indexOf("s-" + heading()), ids.size());
  }

  private static List<String> rows(Document queue) {
    return queue.select("article").eachAttr("id");
  }

  private List<String> claimsOfRow(String text) {
    return page(testServer, "/queue?q=doc:2015/brev")
        .select("#s-" + id(text) + " > .claim")
        .eachText();
  }

  private SectionId title() {
    return testServer
        .library()
        .documents()
        .find(BREV)
        .orElseThrow()
        .sections()
        .getFirst()
        .section()
        .id();
  }

  private SectionId heading() {
    return id("Hva vi ber om");
  }

  private SectionId id(String text) {
    return testServer.section("2015/brev", text).section().id();
  }
}
