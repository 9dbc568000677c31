package no.speil.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import no.speil.corpus.Side;
import no.speil.library.actions.Actor;
import no.speil.markdown.render.MarkdownRenderer;
import no.speil.record.ReportCategory;
import no.speil.record.ReportEvent.ReportContent;
import no.speil.record.ReportVerdict;
import no.speil.record.TextQuote;
import no.speil.status.TrackedSection;
import no.speil.web.http.ServerSettings;
import no.speil.web.http.ServerSettings.AccessMode;
import no.speil.web.page.SiteContext;
import no.speil.web.search.OpenSearch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody but who may write is told of a report before it is accepted, at whatever address. */
@Tag("slow")
class PrivacyTest {
  private static final String WORD = "kvintefjas";
  private static final Actor READER = new Actor(WORD + "reader", "web");
  private static final Actor KARI = new Actor("kari", "web");

  /** What addresses are made with: each of these for the place of that name. */
  private static final List<String> QUERIES =
      List.of(
          "",
          "?q=" + WORD,
          "?q=styret",
          "?q=styret&task=report",
          "?q=styret&work=report",
          "?q=styret&sort=queue",
          "?q=task:report",
          "?task=report",
          "?work=report",
          "?document=2015%2Fbrev",
          "?since=2020-01-01T00:00:00Z",
          "?view=en",
          "?lang=nb");

  /** Enough for what is told: what must not be is asked for with all. */
  private static final List<String> TELLING = List.of("", "?q=" + WORD, "?document=2015%2Fbrev");

  @TempDir Path folder;
  @AutoClose private TestServer testServer;
  private String id;

  @BeforeEach
  void report() {
    testServer = TestServer.copyOf("letters", folder, settings(AccessMode.REPORTS)).signedOut();
    id = section().section().id().value();
    for (String words : List.of("first", "second")) {
      testServer
          .library()
          .reports()
          .report(
              section().section().id(),
              new ReportContent(ReportCategory.MEANING, WORD + " " + words),
              new TextQuote(Side.TRANSLATION, "must " + WORD, "board", WORD),
              section().version(),
              READER);
    }
    testServer
        .library()
        .reports()
        .settle(section().section().id(), report(1), ReportVerdict.DISMISSED, KARI);
  }

  @Test
  void anOpenReportIsNowhere() {
    addresses(QUERIES).forEach(this::checked);
  }

  /** What is told at an address, which is nothing of a report. */
  private String checked(String address) {
    String told = testServer.get(address).body();
    assertThat(told).as(address).doesNotContain(WORD + " first", WORD + " second", WORD + "reader");
    if (!address.contains(WORD)) { // one that repeats what it was asked for tells nothing new
      assertThat(told).as(address).doesNotContain(WORD);
    }
    return told;
  }

  @Test
  void nobodySeesThatAnythingWasReported(@TempDir Path other) throws Exception {
    List<String> addresses = addresses(QUERIES);
    restart(folder); // what is likest depends on what the index has deleted
    List<String> told =
        addresses.stream().map(address -> seen(testServer, checked(address))).toList();
    testServer.close();
    testServer = TestServer.copyOf("letters", other, settings(AccessMode.REPORTS)).signedOut();
    restart(other);
    List<String> untouched =
        addresses.stream()
            .map(address -> seen(testServer, testServer.get(address).body()))
            .toList();
    for (int i = 0; i < addresses.size(); i++) {
      assertThat(told.get(i)).as(addresses.get(i)).isEqualTo(untouched.get(i));
    }
  }

  @Test
  void acceptedItIsToldSoThatTheTestsAboveCanFail() {
    testServer
        .library()
        .reports()
        .settle(section().section().id(), report(0), ReportVerdict.ACCEPTED, KARI);
    var first = new ArrayList<String>();
    var second = new ArrayList<String>();
    for (String address : addresses(TELLING)) {
      String told = testServer.get(address).body();
      if (told.contains(WORD + " first")) {
        first.add(address);
      }
      if (told.contains(WORD + " second")) {
        second.add(address);
      }
    }
    assertThat(first)
        .contains(
            "/d/2015/brev",
            "/s/" + id + "/history",
            "/feed.atom",
            "/feed.atom?document=2015%2Fbrev",
            "/api/v1/changes",
            "/api/v1/sections/" + id);
    assertThat(second).isEmpty();
  }

  private void restart(Path root) throws IOException {
    testServer.close();
    anew(root);
    testServer = TestServer.again(root, settings(AccessMode.REPORTS)).signedOut();
  }

  /** Leaves an archive whose index is to be made anew. */
  static void anew(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve(".speil"))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    try (Stream<Path> files = Files.walk(root)) { // what was changed last comes first
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, FileTime.from(TestServer.NOW.minusSeconds(3600)));
      }
    }
  }

  /** Every address that can be asked for, with each of the queries. */
  private List<String> addresses(List<String> queries) {
    var addresses = new ArrayList<String>();
    var site =
        SiteContext.of(testServer.library(), new MarkdownRenderer(), TestServer.local(), null);
    for (Route route : TestServer.routes(site)) {
      if (route.method().equals(HandlerType.GET) && !route.path().startsWith("/assets")) {
        filled(route.path())
            .flatMap(path -> queries.stream().map(query -> path + query))
            .forEach(addresses::add);
      }
    }
    assertThat(addresses).hasSizeGreaterThan(30 * queries.size());
    return addresses;
  }

  private Stream<String> filled(String path) {
    return filled(path, id, "2015/brev");
  }

  /** The addresses of a route about that section and that document. */
  static Stream<String> filled(String path, String section, String document) {
    String whole =
        path.replace("{section}", section)
            .replace("<id>", document)
            .replace("{part}", "1")
            .replace("{format}", "txt")
            .replace("{import}", "0123456789ab")
            .replace("{name}", "kari")
            .replace("{chapter}", "lese");
    if (!whole.contains("<")) {
      return Stream.of(whole);
    }
    return Stream.of("csv", "json", "tmx", "txt", "jsonl")
        .map(ending -> whole.replaceFirst("<.*>", document + "." + ending));
  }

  /** What a server has told, without what differs from start to start. */
  static String seen(TestServer testServer, String told) {
    return told.replace(":" + testServer.port(), "")
        .replace(testServer.archiveName(), "")
        .replace(OpenSearch.shortName(testServer.archiveName()), "")
        .replaceAll("\"(uptime|seconds|took|next)\":[^,}]*", "")
        // of the last look through the files, which is made again after some time
        .replaceAll("\"done\":\\d+,\"total\":\\d+", "")
        // of the machine, and of how often it was asked
        .replaceAll("(?m)^(# [A-Z]+ )?(jvm|process|speil_http|speil_index_documents)_.*\n", "")
        .replaceAll("creationdate=\"[^\"]*", "")
        .replaceAll("20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+Z", "");
  }

  private String report(int number) {
    return section().reports().get(number).report().id();
  }

  private static ServerSettings settings(AccessMode accessMode) {
    return TestServer.settings(
        "127.0.0.1", 0, URI.create("https://speil.example.org"), "kari", accessMode);
  }

  private TrackedSection section() {
    return testServer.section("2015/brev", "Styret må gå");
  }
}
