package no.speil.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import no.speil.corpus.Role;
import no.speil.web.http.ServerSettings;
import no.speil.web.http.ServerSettings.AccessMode;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site at the top of its host, and one below a path. */
class SitePathTest {
  private static final String[] FOR_READERS = {
    "/d/2015/brev",
    "/openapi.json",
    "/robots.txt",
    "/sitemap.xml",
    "/api/v1/documents",
    "/api/v1/search?q=styret",
    "/api/v1/suggest?q=sty",
    "/api/v1/changes",
    "/api/v1/kwic?q=styret",
    "/count?q=styret",
    "/api/v1/progress",
    "/api/v1/glossary"
  };

  private static final URI ADDRESS = URI.create("https://x.example/arkiv");

  @TempDir private Path folder;

  @Test
  @Tag("slow")
  void everyAddressOfASiteAtTheTopAnswers() {
    try (TestServer testServer = TestServer.copyOf("letters", folder, settings(null))) {
      everythingAnswers(testServer, testServer.address().toString(), "", 1);
    }
  }

  @Test
  @Tag("slow")
  void everyAddressOfASiteBelowAPathAnswersThere() {
    try (TestServer testServer = below()) {
      everythingAnswers(testServer, "https://x.example", "/arkiv", 2);
    }
  }

  /** For a reader, and for a keeper with an account. */
  private static void everythingAnswers(
      TestServer testServer, String top, String base, int ofEachShape) {
    testServer.tokenOf("ola", Role.TRANSLATOR);
    var reader = new SiteCrawl(testServer, top, base, ofEachShape, TestServer.asReader());
    assertThat(reader.read(FOR_READERS)).isEmpty();
    assertThat(reader.shapes())
        .contains("/d/*?view", "/files/*.png", "/sitemap-0.xml", "/s/*", "/sign-in?back");
    assertThat(reader.formShapes()).contains("/s/*/report", "/sign-in");

    var keeper = new SiteCrawl(testServer, top, base, ofEachShape);
    assertThat(keeper.read(FOR_READERS)).isEmpty();
    assertThat(keeper.read("/api/v1/problems", "/people", "/account")).isEmpty();
    assertThat(keeper.shapes()).contains("/queue?task", "/s/*/edit", "/feed.atom?document");
    assertThat(keeper.write()).isEmpty();
    assertThat(keeper.formShapes())
        .contains("/s/*/state", "/s/*/link", "/glossary", "/people", "/account/tokens");
  }

  @Test
  void whatPeopleReadKeepsItsAddresses() throws IOException {
    Path file = folder.resolve("archive/kode.md");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file, "---\nurl: /gammel/sti\n---\n\nSkriv `<a href=\"/d/kode\">` og [kode](/kode).\n");
    try (TestServer testServer = TestServer.again(folder, settings(ADDRESS))) {
      Element text = Jsoup.parse(testServer.get("/arkiv/d/kode").body()).expectFirst(".original p");
      assertThat(text.text()).isEqualTo("Skriv <a href=\"/d/kode\"> og kode.");
      assertThat(text.select("a").attr("href")).isEqualTo("/arkiv/d/kode");
      assertThat(testServer.get("/arkiv/api/v1/documents/kode").body())
          .contains("\"url\":\"/gammel/sti\"", "\"url\":\"/arkiv/d/kode\"");
    }
  }

  @Test
  void addressesInSentencesAreThoseOfTheSite() throws IOException {
    Files.createDirectories(folder.resolve("archive"));
    Files.createDirectories(folder.resolve("translations"));
    Files.writeString(
        folder.resolve("archive/gjett.md"), "# Brev\n\nEn setning til.\n\nEnda en her.\n");
    Files.writeString(folder.resolve("translations/gjett.md"), "# Letter\n\nTBD.\n");
    try (TestServer testServer = TestServer.again(folder, settings(ADDRESS))) {
      String sentence = "on the page /arkiv/align/gjett.";
      assertThat(testServer.get("/arkiv/problems?lang=en").body()).contains(sentence);
      assertThat(testServer.get("/arkiv/d/gjett?lang=en").body()).contains(sentence);
      assertThat(testServer.get("/arkiv/api/v1/problems").body()).contains(sentence);
      assertThat(testServer.get("/arkiv/api/v1/documents/gjett").body()).contains(sentence);
      HttpResponse<String> wrong =
          testServer.send(
              "POST",
              "/arkiv/api/v1/documents/gjett/claim",
              "[]",
              "Content-Type",
              "application/json");
      assertThat(wrong.body()).contains("; /arkiv/openapi.json has the right.");
    }
  }

  @Test
  void outsideThePathIsNothingButTheWayThere() {
    try (TestServer testServer = below()) {
      assertThat(redirect(testServer.get("/"))).isEqualTo("302 /arkiv/");
      assertThat(redirect(testServer.get("/arkiv"))).matches("30[12] /arkiv/");
      HttpResponse<String> missing = testServer.get("/d/2015/brev");
      assertThat(missing.statusCode()).isEqualTo(404);
      assertThat(missing.body()).contains("begin with /arkiv/");
      assertThat(testServer.get("/arkivet/").statusCode()).isEqualTo(404);
      assertThat(testServer.get("/arkiv/nothing").body()).contains("/arkiv/nothing");
    }
  }

  @Test
  void thePrivateFeedTakesATokenAsPasswordBelowAPathToo() {
    try (TestServer testServer = below()) {
      String token = testServer.tokenOf("ola", Role.TRANSLATOR);
      String basic = Base64.getEncoder().encodeToString(("me:" + token).getBytes(UTF_8));
      assertThat(testServer.get("/arkiv/inbox.atom", "Authorization", "Basic " + basic))
          .extracting(HttpResponse::statusCode)
          .isEqualTo(200);
      HttpResponse<String> nobody = testServer.get("/arkiv/inbox.atom", TestServer.asReader());
      assertThat(nobody.statusCode()).isEqualTo(401);
      assertThat(nobody.headers().firstValue("www-authenticate").orElse("")).startsWith("Basic");
    }
  }

  @Test
  void programsAndCookiesAreToldThePath() {
    try (TestServer testServer = below()) {
      assertThat(testServer.address().getPath()).isEqualTo("/arkiv");
      assertThat(testServer.get("/arkiv/openapi.json").body()).contains("\"url\":\"/arkiv/\"");
      assertThat(testServer.get("/arkiv/robots.txt").body())
          .contains("Disallow: /arkiv/search\n", "Sitemap: https://x.example/arkiv/sitemap.xml\n");
      assertThat(testServer.get("/arkiv/api/v1/sections/none").body())
          .contains("\"type\":\"/arkiv/help#");
      assertThat(
              testServer.get("/arkiv/home?lang=nb").headers().firstValue("set-cookie").orElse(""))
          .contains("Path=/arkiv;");
    }
  }

  @Test
  void whatProgramsAndPeopleDoSaysByWhichWayItCame() {
    try (TestServer testServer = below()) {
      String section = testServer.section("2015/brev", "Styret").section().id().value();
      HttpResponse<String> api =
          testServer.send(
              "POST",
              "/arkiv/api/v1/sections/" + section + "/comments",
              "{\"text\": \"By a program.\"}",
              "Content-Type",
              "application/json");
      assertThat(api.statusCode()).isEqualTo(201);
      testServer.post("/arkiv/s/" + section + "/comments", "text=By+hand.");
      assertThat(testServer.get("/arkiv/api/v1/sections/" + section).body())
          .containsPattern("\"via\":\"api\"[^}]*By a program")
          .containsPattern("\"via\":\"web\"[^}]*By hand");
    }
  }

  private TestServer below() {
    return TestServer.copyOf("letters", folder, settings(ADDRESS));
  }

  private static ServerSettings settings(@Nullable URI address) {
    return TestServer.settings("127.0.0.1", 0, address, "kari", AccessMode.REPORTS);
  }

  private static String redirect(HttpResponse<String> answer) {
    return answer.statusCode() + " " + FormSubmission.location(answer);
  }
}
