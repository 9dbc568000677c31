package no.speil.web;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.library.documents.LiveDocument;
import no.speil.markdown.render.MarkdownRenderer;
import no.speil.web.http.ServerSettings.AccessMode;
import no.speil.web.page.SiteContext;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that only people who are signed in may read are nowhere for others. */
@Tag("slow")
class AccessTest {
  /** In closed texts only. */
  private static final List<String> SECRETS =
      List.of("kvintefjas", "kvintessens", "quintefjazz", "Hemmelina", "kvintetittel", "lukkede");

  /** So that an archive has closed texts whether or not that one is there. */
  private static final String ELSEWHERE = "access:\n  annet: signed-in\n";

  private static final String CLOSED = "2015/k1";
  private static final String DAY_AFTER = "2026-11-25";
  private static final String TODAY = "2026-11-24";

  @TempDir Path folder;
  @TempDir Path other;
  @AutoClose private TestServer testServer;
  private String section = "";
  private int written;

  private void serve(String access, String profile) throws IOException {
    TestServer.copyFiles("letters", folder);
    write("archive/" + CLOSED + ".md", original(access));
    write(
        "translations/" + CLOSED + ".md",
        """
        ---
        title: A kvintetittel
        ---
        We quarrel about quintefjazz and the board.

        The board knows quintefjazz.

        ![a picture](lukkede.png)
        """);
    Files.createDirectories(folder.resolve("archive/2015/bilder"));
    for (String picture : List.of("lukkede.png", "bilder/side.png")) {
      Files.copy(
          Path.of("src/test/cases/letters/archive/2015/merke.png"),
          folder.resolve("archive/2015").resolve(picture));
    }
    write("archive/glossary.txt", "");
    if (!profile.isEmpty()) {
      write("archive/speil.yaml", profile);
    }
    testServer = open(folder);
    LiveDocument closed =
        testServer.library().documents().find(new DocumentId(CLOSED)).orElseThrow();
    section = closed.sections().get(1).section().id().value();
    String path = "/api/v1/sections/" + section;
    assertThat(
            testServer
                .send(
                    "POST",
                    path + "/comments",
                    "{\"text\":\"kvintessens\"}",
                    "Content-Type",
                    "application/json")
                .statusCode())
        .isEqualTo(201);
  }

  private static String original(String access) {
    return """
    ---
    title: En kvintetittel
    authors: [Hemmelina Lukket]
    subjects: [kvintessens]
    attachments: [lukkede.png, bilder/side.png]
    %s
    ---
    ## Om kvintefjas

    Vi krangler om kvintefjas og styret.

    Styret vet om kvintefjas, og kvintessens.

    ![et bilde](lukkede.png)
    """
        .formatted(access);
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(TestServer.NOW.minusSeconds(3600 - ++written)));
  }

  private static TestServer open(Path root) {
    return TestServer.again(
        root,
        TestServer.settings(
            "127.0.0.1", 0, URI.create("https://speil.example.org"), "kari", AccessMode.REPORTS));
  }

  /** Of every route, about the closed document and its section, and about the one beside it. */
  private List<String> addresses() {
    var addresses = new ArrayList<String>();
    add(
        addresses,
        section,
        CLOSED,
        List.of(
            "",
            "?q=styret",
            "?q=board&sort=date",
            "?q=kvin",
            "?q=kvint*",
            "?q=kvantefjas",
            "?q=styret&least=1",
            "?q=hemmelin",
            "?q=quint",
            "?q=om",
            "?document=2015%2Fk1",
            "?view=en"));
    String open = testServer.section("2015/brev", "Styret må gå").section().id().value();
    add(addresses, open, "2015/brev", List.of("", "?document=2015%2Fbrev", "?view=lines"));
    addresses.addAll(
        List.of(
            "/files/archive/2015/lukkede.png",
            "/files/archive/2015/bilder/side.png",
            "/2015/k1x",
            "/word/styret",
            "/word/board?side=en",
            "/browse?in=2015"));
    return addresses;
  }

  private void add(List<String> addresses, String section, String document, List<String> queries) {
    var site =
        SiteContext.of(testServer.library(), new MarkdownRenderer(), TestServer.local(), null);
    for (Route route : TestServer.routes(site)) {
      if (route.method().equals(HandlerType.GET) && !route.path().startsWith("/assets")) {
        PrivacyTest.filled(route.path(), section, document)
            .flatMap(path -> queries.stream().map(query -> path + query))
            .forEach(addresses::add);
      }
    }
  }

  private List<String> telling(List<String> addresses) {
    return addresses.stream().filter(this::tells).toList();
  }

  private boolean tells(String address) {
    HttpResponse<String> answer = testServer.get(address);
    // an address that repeats what it was asked for tells nothing new
    String body = answer.body().replace(document(address), "");
    return SECRETS.stream().anyMatch(secret -> body.toLowerCase().contains(secret.toLowerCase()))
        || (address.endsWith(".png") && answer.statusCode() == 200);
  }

  /** Words weigh what they weigh in the whole archive, and what is as new comes in any order. */
  private String seen(String address) {
    String told =
        PrivacyTest.seen(testServer, testServer.get(address).body())
            .replaceAll("\"score\":[0-9.]+", "");
    return Stream.of(told.split("(?=<entry>)|(?<=</entry>)")).sorted().collect(joining("\n"));
  }

  private static String document(String address) {
    return address.replaceFirst("\\?.*", "").replaceAll(".*/", "").replaceFirst("\\..*", "");
  }

  /** Addresses that tell of it where it is open. */
  private List<String> open() {
    return List.of(
        "/d/2015/k1",
        "/s/" + section + "/history",
        "/search?q=styret",
        "/search?q=kvantefjas",
        "/kwic?q=styret",
        "/kwic.csv?q=styret",
        "/count?q=styret",
        "/count/collocates?q=styret&least=1",
        "/count/keywords.csv?q=styret",
        "/api/v1/suggest?q=kvin",
        "/browse",
        "/feed.atom",
        "/texts.atom",
        "/export/2015/k1.tmx",
        "/search.csv?q=styret",
        "/files/archive/2015/lukkede.png",
        "/files/archive/2015/bilder/side.png");
  }

  @Test
  void aTextThatIsNotForEverybodyIsNowhere() throws IOException {
    serve("access: signed-in", "");
    List<String> addresses = addresses();
    assertThat(addresses).containsAll(open());
    assertThat(telling(open())).isEqualTo(open());
    for (String address : open()) {
      assertThat(testServer.get(address).headers().firstValue("Cache-Control").orElse(""))
          .as(address)
          .matches("private, no-cache|no-store");
    }
    testServer.signedOut();
    assertThat(telling(addresses)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"access: " + DAY_AFTER, "access: hemmelig"})
  void soIsOneUntilItsDayAndOneWhoseAccessIsMisspelt(String access) throws IOException {
    serve(access, "");
    assertThat(testServer.get("/d/2015/k1").body())
        .contains(
            access.contains(DAY_AFTER)
                ? "signed in can read this text; everybody can from 25 November 2026."
                : "signed in can read this text.");
    testServer.signedOut();
    assertThat(telling(open())).isEmpty();
  }

  /** To the letter as if it were not there. */
  @Test
  void nobodyWhoIsNotSignedInSeesThatThereIsSuchAText() throws IOException {
    serve("access: signed-in", ELSEWHERE);
    List<String> addresses = addresses();
    testServer.close();
    PrivacyTest.anew(folder);
    testServer = open(folder).signedOut();
    List<String> told = addresses.stream().map(address -> seen(address)).toList();
    testServer.close();
    TestServer.copyFiles("letters", other);
    Files.writeString(other.resolve("archive/glossary.txt"), "");
    Files.writeString(other.resolve("archive/speil.yaml"), ELSEWHERE);
    open(other).close();
    PrivacyTest.anew(other);
    testServer = open(other).signedOut();
    for (int i = 0; i < addresses.size(); i++) {
      assertThat(told.get(i)).as(addresses.get(i)).isEqualTo(seen(addresses.get(i)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2015", "2015/k1", "/2015/", "2015/k1.md"})
  void aFolderIsClosedByTheProfile(String path) throws IOException {
    serve("", "access:\n  " + path + ": signed-in\n");
    testServer.signedOut();
    assertThat(telling(open())).isEmpty();
    write("archive/speil.yaml", "access:\n  2015: " + TODAY + "\n");
    assertThat(telling(open())).isEqualTo(open());
  }

  @Test
  void theStrictestLineOfTheProfileCounts() throws IOException {
    serve("", "access:\n  2015/k1: signed-in\n  2015/k1.md: everybody\n  2015: everybody\n");
    testServer.signedOut();
    assertThat(testServer.get("/d/2015/k1").statusCode()).isEqualTo(404);
    assertThat(testServer.get("/d/2015/brev").statusCode()).isEqualTo(200);
  }

  @Test
  void fromTheDayThatIsWrittenEverybodyMayReadIt() throws IOException {
    serve("access: " + TODAY, "");
    testServer.signedOut();
    assertThat(telling(open())).isEqualTo(open());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---\ntitle: [x\naccess: signed-in\n---\n",
        "---\naccess: signed-in\n\n",
        "+++\naccess = \"signed-in\"\n+++\n",
        "---\naccess: everybody\ntitle: x\naccess: signed-in\n---\n",
        "---\n<<<<<<< a\naccess: everybody\n=======\naccess: signed-in\n>>>>>>> b\n---\n"
      })
  void damagedFrontMatterOpensNothing(String front) throws IOException {
    TestServer.copyFiles("letters", folder);
    write("archive/k1.md", front + "\nVi krangler om kvintefjas.\n");
    testServer = open(folder);
    assertThat(testServer.get("/d/k1").body()).contains("kvintefjas");
    testServer.signedOut();
    assertThat(testServer.get("/d/k1").statusCode()).isEqualTo(404);
  }

  @Test
  void aKeyTwiceClosesNothingThatOnlyItsTextSpeaksOf() throws IOException {
    TestServer.copyFiles("letters", folder);
    write("archive/k1.md", "---\nkind: letter\nkind: letter\n---\n```\naccess: signed-in\n```\n");
    testServer = open(folder).signedOut();
    assertThat(testServer.get("/d/k1").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"access: signed-in\n", "name: [x\naccess: signed-in\n"})
  void anArchiveForSomeAsksEverybodyToSignIn(String profile) throws IOException {
    serve("", profile);
    assertThat(testServer.get("/d/2015/k1").statusCode()).isEqualTo(200);
    testServer.signedOut();
    for (String address : addresses()) {
      HttpResponse<String> answer = testServer.get(address);
      assertThat(answer.body()).as(address).doesNotContain("kvintefjas en", "Letter to the board");
      assertThat(answer.statusCode()).as(address).isNotEqualTo(500);
    }
    assertThat(telling(open())).isEmpty();
    assertThat(testServer.get("/d/2015/brev").headers().firstValue("Location").orElse(""))
        .contains("/sign-in");
    assertThat(testServer.get("/api/v1/search?q=styret").statusCode()).isEqualTo(401);
    assertThat(testServer.get("/sign-in").statusCode()).isEqualTo(200);
    assertThat(testServer.get("/readyz").statusCode()).isEqualTo(200);
  }

  @Test
  void whoeverFindsNothingIsToldThatSigningInMayHelpWhereItMay() throws IOException {
    serve("access: signed-in", "");
    testServer.signedOut();
    for (String address : List.of("/d/2015/k1", "/d/brev/k2", "/s/" + section, "/nowhere")) {
      assertThat(testServer.get(address, "Accept", "text/html").body())
          .as(address)
          .contains("can only be read by people who are signed in.", "/sign-in?back=");
    }
    assertThat(testServer.get("/sign-in").body())
        .contains("can only be read by people who are signed in.")
        .doesNotContain("You need no account to read");
    write("archive/2015/k1.md", original("access: everybody"));
    assertThat(testServer.get("/d/2015/k1").statusCode()).isEqualTo(200);
    assertThat(testServer.get("/d/brev/k2").body()).doesNotContain("signed in");
    assertThat(testServer.get("/sign-in").body()).contains("You need no account to read");
  }

  @Test
  void aTextThatIsClosedWhileItIsServedIsGoneAtOnceAndOpenedItIsBack() throws IOException {
    serve("", "");
    testServer.signedOut();
    assertThat(testServer.get("/d/2015/k1").statusCode()).isEqualTo(200);
    write("archive/2015/k1.md", original("access: signed-in"));
    assertThat(testServer.get("/d/2015/k1").statusCode()).isEqualTo(404);
    assertThat(testServer.get("/search?q=kvintefjas").body()).doesNotContain("krangler");
    write("archive/2015/k1.md", original("access: everybody"));
    assertThat(testServer.get("/d/2015/k1").statusCode()).isEqualTo(200);
  }
}
