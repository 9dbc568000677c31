package no.speil.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A section that thousands of remarks were made on, some of them of a megabyte. */
@Tag("slow")
@Tag("compute")
class LongHistoryTest {
  private static final int REMARKS = 5_000;
  private static final int LONG_ONES = 12;
  private static final int PAGE = 400_000;
  private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir static Path folder;
  @AutoClose private static TestServer testServer;
  private static String id;

  @BeforeAll
  static void serve() throws Exception {
    try (TestServer first = TestServer.copyOf("letters", folder)) {
      id = first.section("2015/brev", "Styret må gå").section().id().value();
    }
    var lines = new StringBuilder();
    for (int i = 0; i < REMARKS; i++) {
      lines.append(comment(i, "remark " + i + "."));
    }
    for (int i = REMARKS; i < REMARKS + LONG_ONES; i++) {
      lines.append(comment(i, "remark " + i + ". " + "Å".repeat(1 << 20)));
    }
    Files.writeString(
        folder.resolve("translations/2015/brev.jsonl"), lines, StandardOpenOption.APPEND);
    testServer = TestServer.again(folder);
  }

  @Test
  void everyPageOfTheHistoryIsShortAndTogetherTheyAreAllOfIt() {
    var told = new ArrayList<String>();
    String next = "/s/" + id + "/history";
    String previous = "";
    for (int pages = 0; !next.isEmpty() && pages < REMARKS; pages++) {
      Document page = page(next);
      page.select("ol.events pre").eachText().forEach(text -> told.add(text.split("[.]", 2)[0]));
      previous = page.select("a[rel=prev]").attr("href");
      next = page.select("a[rel=next]").attr("href");
    }
    assertThat(told)
        .isEqualTo(
            IntStream.range(0, REMARKS + LONG_ONES)
                .mapToObj(i -> "remark " + (REMARKS + LONG_ONES - 1 - i))
                .toList());
    Document newer = page(previous);
    assertThat(newer.select("ol.events li")).hasSizeBetween(2, 50);
    assertThat(newer.select("a[rel=next]")).isNotEmpty();
  }

  @Test
  void aTextThatIsCutIsHadWhole() {
    Document page = page("/s/" + id + "/history");
    String whole = page.select("ol.events a.whole").attr("href");
    assertThat(page.select("ol.events pre").getFirst().wholeText()).hasSizeLessThan(20_000);
    String text =
        Jsoup.parse(testServer.get(whole).body()).select("ol.events pre").getFirst().wholeText();
    assertThat(text)
        .startsWith("remark " + (REMARKS + LONG_ONES - 1) + ".")
        .hasSizeGreaterThan(1 << 20);
  }

  @Test
  void theSectionHasTheLatestOfItsHistoryAndSaysWhereTheEarlierIs() throws Exception {
    JsonNode section = json("/api/v1/sections/" + id);
    assertThat(section.path("historyTotal").asInt()).isEqualTo(REMARKS + LONG_ONES);
    List<JsonNode> events = new ArrayList<>();
    section.path("history").forEach(events::add);
    assertThat(events.getLast().path("cut").asBoolean()).isTrue();
    String earlier = section.path("earlier").asText();
    int total = events.size();
    for (int pages = 0; !earlier.isEmpty() && pages < REMARKS; pages++) {
      JsonNode page = json(earlier);
      total += page.path("history").size();
      earlier = page.path("earlier").asText();
    }
    assertThat(total).isEqualTo(REMARKS + LONG_ONES);
  }

  @Test
  void pagesThatShowTheSectionAndFeedsAreShort() {
    for (String path :
        List.of(
            "/d/2015/brev",
            "/edit/2015/brev?s=" + id,
            "/s/" + id + "/report",
            "/queue",
            "/feed.atom",
            "/feed.atom?document=2015/brev",
            "/home",
            "/work")) {
      HttpResponse<String> answer = testServer.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(answer.body().length()).as(path).isLessThan(PAGE);
    }
    assertThat(page("/d/2015/brev").select(".remark").size()).isBetween(1, 20);
    assertThat(page("/d/2015/brev").select(".note a[href$=/history]").eachText())
        .anyMatch(text -> text.contains("earlier"));
  }

  @Test
  void changesComeInPagesThatAreNotLong() throws Exception {
    String since = BEGINNING.toString();
    int told = 0;
    boolean more = true;
    for (int pages = 0; more && pages < REMARKS; pages++) {
      HttpResponse<String> answer = testServer.get("/api/v1/changes?size=1000&since=" + since);
      assertThat(answer.body().length()).isLessThan(2_000_000);
      JsonNode page = new ObjectMapper().readTree(answer.body());
      for (JsonNode change : page.path("changes")) {
        told += change.path("section").asText().equals(id) ? 1 : 0; // another test has another
      }
      since = page.path("next").asText();
      more = page.path("more").asBoolean();
    }
    assertThat(told).isEqualTo(REMARKS + LONG_ONES);
  }

  @Test
  void theHistoryOfASectionThatIsGoneIsPagedAsWell() throws Exception {
    Files.writeString(
        folder.resolve("translations/2015/vedtak.jsonl"),
        IntStream.range(0, 300)
            .mapToObj(i -> comment(i, "remark " + i + ".").replace(id, "7kq2mx9d4t"))
            .reduce("", String::concat),
        StandardOpenOption.APPEND);
    testServer.library().sync().look();
    HttpResponse<String> gone = testServer.get("/api/v1/sections/7kq2mx9d4t");
    assertThat(gone.statusCode()).isEqualTo(410);
    JsonNode problem = new ObjectMapper().readTree(gone.body());
    assertThat(problem.path("history")).hasSize(50);
    assertThat(json(problem.path("earlier").asText()).path("history")).hasSize(50);
    Document page = Jsoup.parse(testServer.get("/s/7kq2mx9d4t").body());
    assertThat(page.select("ol.events li")).hasSize(50);
    HttpResponse<String> earlier = testServer.get(page.select("a[rel=next]").attr("href"));
    assertThat(earlier.statusCode()).isEqualTo(410);
    assertThat(Jsoup.parse(earlier.body()).select("ol.events pre").getFirst().text())
        .isEqualTo("remark 249.");
  }

  private static String comment(int second, String text) {
    return "{\"at\":\"%s\",\"by\":\"kari\",\"via\":\"web\",\"do\":\"comment\",\"section\":\"%s\",\"text\":\"%s\"}%n"
        .formatted(BEGINNING.plusSeconds(1 + second), id, text);
  }

  private static Document page(String path) {
    String body = testServer.get(path).body();
    assertThat(body.length()).as(path).isLessThan(PAGE);
    return Jsoup.parse(body);
  }

  private static JsonNode json(String path) throws Exception {
    String body = testServer.get(path).body();
    assertThat(body.length()).as(path).isLessThan(2_000_000);
    return new ObjectMapper().readTree(body);
  }
}
