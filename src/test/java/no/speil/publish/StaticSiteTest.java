package no.speil.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import no.speil.library.TestLibrary;
import no.speil.status.TrackedSection;
import no.speil.web.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaticSiteTest {
  @TempDir private Path folder;
  @AutoClose private TestServer testServer;
  private final List<HttpServer> between = new ArrayList<>();
  private Path site;

  @AfterEach
  void stop() {
    between.forEach(each -> each.stop(0));
  }

  @BeforeEach
  void open() {
    Path root = folder.resolve("letters");
    TestServer.copyFiles("letters", root);
    new TestLibrary(root).put("archive/speil.yaml", "url: https://brev.example.org\n");
    testServer = TestServer.again(root);
    site = folder.resolve("site");
  }

  @Test
  void aTextThatChangesMeanwhileIsToldAndTheEarlierSiteStands() throws Exception {
    write(testServer.address());
    String before = Files.readString(site.resolve("d/2015/brev/index.html"));
    Path text = folder.resolve("letters/archive/2015/brev.md");
    URI changing =
        withEach(
            "/help",
            ignored -> {
              Files.writeString(text, Files.readString(text) + "\nNytt.\n");
              return 0;
            });
    assertThatThrownBy(() -> write(changing))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageMatching("(archive|translations)/2015/brev\\..*")
        .cause()
        .hasMessageContaining("changed while");
    assertThat(site.resolve("d/2015/brev/index.html")).hasContent(before);
    assertThat(site.resolve(".new")).doesNotExist();
    assertThat(site.resolve("archive/2015/brev.md")).content().doesNotContain("Nytt.");
  }

  @Test
  void aServerThatFailsLeavesTheEarlierSiteAndOneThatIsBusyIsAskedAgain() throws Exception {
    write(testServer.address());
    String before = Files.readString(site.resolve("help/index.html"));
    URI failing = withEach("/progress", ignored -> 500);
    assertThatThrownBy(() -> write(failing)).hasMessageContaining("/progress");
    assertThat(site.resolve("help/index.html")).hasContent(before);
    var busy = new AtomicInteger(3);
    assertThat(write(withEach("/progress", ignored -> busy.getAndDecrement() > 0 ? 503 : 0)))
        .isZero();
  }

  @Test
  void aSiteOfWhichOnlyAPartHasTakenItsPlaceIsCompletedTheNextTime() throws IOException {
    write(testServer.address());
    TrackedSection section = testServer.section("2015/brev", "Styret må gå");
    testServer
        .library()
        .edits()
        .edit(section.id(), "The board and the letter.", section.version(), TestLibrary.KARI);
    Path inTheWay = site.resolve("nb/help/index.html");
    Files.delete(inTheWay);
    Files.createDirectories(inTheWay.resolve("below"));
    assertThatThrownBy(() -> write(testServer.address())).hasMessageContaining(site.toString());
    Files.delete(inTheWay.resolve("below"));
    Files.delete(inTheWay);
    write(testServer.address());
    Map<String, Integer> completed = contents();
    site = folder.resolve("anew");
    write(testServer.address());
    assertThat(completed).isEqualTo(contents());
  }

  /** A hash of each file of the site, by its path. */
  private Map<String, Integer> contents() throws IOException {
    var contents = new TreeMap<String, Integer>();
    try (Stream<Path> all = Files.walk(site)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        contents.put(site.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
      }
    }
    return contents;
  }

  @Test
  void aTextThatCannotBeLoadedStopsNoOther() {
    testServer.close();
    TestLibrary root =
        new TestLibrary(folder.resolve("faulty"))
            .put("archive/a.md", "# Brev a\n\nStyret må gå.\n")
            .put("translations/a.md", "# Letter a\n\nThe board must go.\n")
            .put("archive/b.md", "# Brev b\n\nUværet kom.\n\nVi venter. Se [a](a.md).\n")
            .put("translations/b.md", "# Letter b\n\nThe storm came.\n\nWe are waiting.\n");
    testServer = TestServer.of(folder.resolve("faulty"), root.openFailingOn("Uværet"));
    assertThat(testServer.library().catalogue().failed()).hasSize(1);
    assertThat(write(testServer.address())).isPositive();
    assertThat(site.resolve("d/a/index.html")).isRegularFile();
    assertThat(site.resolve("d/b")).doesNotExist();
    assertThat(site.resolve("archive/b.md")).doesNotExist();
  }

  @Test
  void aLinkToATextThatIsNotThereIsWordsOnly() throws IOException {
    testServer.close();
    Path root = folder.resolve("letters");
    new TestLibrary(root)
        .put("archive/x.md", "# X\n\nSe [y](/d/2015/ingen) og [b](/d/2015/brev).\n");
    testServer = TestServer.again(root);
    write(testServer.address());
    assertThat(site.resolve("d/x/index.html"))
        .content()
        .contains("<a href=\"../2015/brev/index.html\">b</a>")
        .doesNotContain("ingen/index.html", "ingen\"");
  }

  private int write(URI server) {
    return new StaticSite(testServer.library().publicPart(), TestServer.NOW, server, "", site)
        .write(false);
  }

  private interface Answer {
    /** The status in the place of the server's own; 0 for that. */
    int to(String path) throws IOException;
  }

  /** The address of a server that asks the true one, and does something else at one address. */
  private URI withEach(String path, Answer what) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(address, 0);
    between.add(server);
    server.createContext(
        "/",
        exchange -> {
          String asked = exchange.getRequestURI().toString();
          int status = asked.equals(path) ? what.to(asked) : 0;
          HttpRequest request =
              HttpRequest.newBuilder(URI.create(testServer.address() + asked))
                  .header(
                      "Accept-Language", exchange.getRequestHeaders().getFirst("Accept-Language"))
                  .build();
          try {
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
            exchange.sendResponseHeaders(status == 0 ? answer.statusCode() : status, 0);
            exchange.getResponseBody().write(answer.body());
          } catch (InterruptedException e) {
            throw new IOException(e);
          } finally {
            exchange.close();
          }
        });
    server.start();
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }
}
