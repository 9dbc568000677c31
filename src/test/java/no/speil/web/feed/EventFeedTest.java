package no.speil.web.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import no.speil.corpus.State;
import no.speil.library.actions.Actor;
import no.speil.status.TrackedSection;
import no.speil.web.Served;
import no.speil.web.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What is done in an archive can be followed by programs and by people. */
class EventFeedTest {
  private static final Actor KARI = new Actor("kari", "web");

  @Served private TestServer testServer;

  @BeforeEach
  void serve() {
    TrackedSection letter = testServer.section("2015/brev", "Styret må gå");
    testServer
        .library()
        .marks()
        .mark(letter.section().id(), State.TRANSLATED, letter.version(), KARI);
    TrackedSection decision = testServer.section("2015/vedtak", "samrøystes");
    testServer
        .library()
        .marks()
        .comment(decision.section().id(), "Is <this> & that\u0001 so?", KARI);
  }

  @Test
  void changesGoOnFromTheAnswerBefore() throws Exception {
    JsonNode all = changes("");
    assertThat(all.path("changes").findValuesAsText("document"))
        .containsExactlyInAnyOrder("2015/brev", "2015/vedtak");
    assertThat(all.path("changes").findValuesAsText("do"))
        .containsExactlyInAnyOrder("mark", "comment");
    assertThat(all.path("next").asText()).isEqualTo("2026-11-24T12:00:00Z");
    JsonNode after = changes("?since=" + all.path("next").asText());
    assertThat(after.path("changes")).isEmpty();
    assertThat(after.path("next").asText()).isEqualTo("2026-11-24T12:00:00Z");
    assertThat(changes("?since=2026-11-24T12:59:59.999%2B01:00").path("changes")).hasSize(2);
  }

  @Test
  void whatWasDoneInOneMomentIsNotParted() throws Exception {
    assertThat(changes("?size=1").path("changes")).hasSize(2);
  }

  @Test
  void aMomentThatIsNoneIsRefused() {
    assertThat(testServer.get("/api/v1/changes?since=yesterday").statusCode()).isEqualTo(400);
  }

  @Test
  void theFeedTellsWhatWasDone() throws Exception {
    HttpResponse<String> answer = testServer.get("/feed.atom");
    assertThat(answer.headers().firstValue("content-type"))
        .hasValue("application/atom+xml; charset=utf-8");
    Element feed = parse(answer.body()).getDocumentElement();
    String home = "http://127.0.0.1:" + testServer.port();
    assertThat(texts(feed, "id")).startsWith(home + "/feed.atom").doesNotHaveDuplicates();
    assertThat(texts(feed, "title"))
        .containsExactlyInAnyOrder(
            "Recent changes – " + testServer.archiveName(),
            "Letter to the board: kari marked it “Translated”",
            "Vedtaket: kari commented");
    assertThat(texts(feed, "summary")).containsExactly("Is <this> & that so?");
    assertThat(texts(feed, "name")).containsExactly("kari", "kari");
    assertThat(texts(feed, "updated")).containsOnly("2026-11-24T12:00:00Z");
    String letter = testServer.section("2015/brev", "Styret må gå").section().id().value();
    assertThat(addresses(feed))
        .contains(home + "/feed.atom", home + "/", home + "/s/" + letter)
        .allMatch(address -> address.startsWith(home));
  }

  @Test
  void newTextsHaveAFeed() throws Exception {
    assertThat(testServer.get("/home").body()).contains("href=\"/texts.atom\"");
    Element feed = parse(testServer.get("/texts.atom").body()).getDocumentElement();
    String home = "http://127.0.0.1:" + testServer.port();
    assertThat(texts(feed, "title"))
        .startsWith("New texts – " + testServer.archiveName())
        .contains("Letter to the board", "Vedtaket");
    assertThat(texts(feed, "id")).contains(home + "/d/2015/brev").doesNotHaveDuplicates();
    assertThat(texts(feed, "summary")).contains("Why the group leaves.");
    assertThat(
            parse(testServer.get("/texts.atom", "Accept-Language", "nb").body())
                .getDocumentElement()
                .getAttribute("xml:lang"))
        .isEqualTo("nb");
  }

  @Test
  void aDocumentHasAFeedOfItsOwn() throws Exception {
    assertThat(testServer.get("/d/2015/vedtak").body())
        .contains("href=\"/feed.atom?document=2015%2Fvedtak\"");
    Element feed =
        parse(testServer.get("/feed.atom?document=2015%2Fvedtak", "Accept-Language", "nb").body())
            .getDocumentElement();
    assertThat(texts(feed, "title"))
        .containsExactly(
            "Siste endringer i «Vedtaket» – " + testServer.archiveName(),
            "Vedtaket: kari kommenterte");
    assertThat(feed.getAttribute("xml:lang")).isEqualTo("nb");
    assertThat(testServer.get("/feed.atom?document=none").statusCode()).isEqualTo(404);
  }

  @Test
  void anArchiveWithoutDeedsHasAnEmptyFeed(@TempDir Path other) throws Exception {
    TestServer.copyFiles("letters", other);
    try (Stream<Path> files = Files.walk(other)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".md")).toList()) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2024-05-06T07:08:09Z")));
      }
    }
    try (TestServer quiet = TestServer.again(other)) {
      Element feed = parse(quiet.get("/feed.atom").body()).getDocumentElement();
      assertThat(texts(feed, "updated")).containsExactly("2024-05-06T07:08:09Z");
      assertThat(texts(feed, "entry")).isEmpty();
      for (String path :
          List.of("/feed.atom?document=2015/brev", "/search.atom?q=zzzz", "/inbox.atom")) {
        Element empty = parse(quiet.get(path).body()).getDocumentElement();
        assertThat(texts(empty, "updated")).as(path).containsExactly("2024-05-06T07:08:09Z");
      }
      TrackedSection letter = quiet.section("2015/brev", "Styret må gå");
      quiet.library().marks().comment(letter.section().id(), "Hm.", KARI);
      Element empty = parse(quiet.get("/search.atom?q=zzzz").body()).getDocumentElement();
      assertThat(texts(empty, "updated")).containsExactly("2026-11-24T12:00:00Z");
    }
  }

  @Test
  void theFeedOfAnEmptyArchiveIsAsOldAsTheServer(@TempDir Path other) throws Exception {
    Files.createDirectories(other.resolve("archive"));
    Files.createDirectories(other.resolve("translations"));
    Instant before = Instant.now().minusSeconds(1);
    try (TestServer none = TestServer.again(other)) {
      String first = none.get("/feed.atom").body();
      Element feed = parse(first).getDocumentElement();
      assertThat(Instant.parse(texts(feed, "updated").getFirst())).isBetween(before, Instant.now());
      assertThat(none.get("/feed.atom").body()).isEqualTo(first);
    }
  }

  private JsonNode changes(String query) throws Exception {
    return new ObjectMapper().readTree(testServer.get("/api/v1/changes" + query).body());
  }

  private static Document parse(String xml) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
  }

  private static List<String> texts(Element feed, String name) {
    return elements(feed, name).stream().map(Element::getTextContent).toList();
  }

  private static List<String> addresses(Element feed) {
    return elements(feed, "link").stream().map(link -> link.getAttribute("href")).toList();
  }

  private static List<Element> elements(Element feed, String name) {
    NodeList found = feed.getElementsByTagNameNS("http://www.w3.org/2005/Atom", name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }
}
