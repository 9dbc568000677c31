package no.speil.git;

import static no.speil.git.ArchiveInGit.KARI;
import static no.speil.git.ArchiveInGit.LETTER;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import no.speil.NeedsPrograms;
import no.speil.corpus.State;
import no.speil.library.TestLibrary;
import no.speil.markdown.render.MarkdownRenderer;
import no.speil.web.WebServer;
import no.speil.web.http.Monitoring;
import no.speil.web.http.ServerSettings;
import no.speil.web.http.ServerSettings.AccessMode;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the keeper sees of git, and what a forge may ask for. */
@NeedsPrograms("git")
class GitPageTest {
  private static final String BODY = "{\"ref\":\"refs/heads/main\"}";

  @TempDir private Path folder;
  private Path remote;
  @AutoClose private ArchiveInGit archive;
  @AutoClose private WebServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void serve() {
    remote = folder.resolve("remote.git");
    archive = ArchiveInGit.withRemote(folder.resolve("kari"), remote);
    archive.sync().round(true);
    var settings =
        new ServerSettings(
            "127.0.0.1",
            0,
            null,
            "kari",
            AccessMode.KEEPER,
            null,
            List.of(),
            null,
            null,
            null,
            List.of());
    server =
        new WebServer(
                archive.library().library(),
                new MarkdownRenderer(),
                settings,
                new Monitoring(null, null),
                archive.sync())
            .start();
  }

  @Test
  void theKeeperSeesTheLastCommitsAndThatAllOfThemArePushed() throws Exception {
    archive.save("Styret", "The board must go, says Kari.", KARI);
    archive.sync().round(true);
    Document page = page("/git");

    assertThat(page.select(".lines .line").eachText())
        .first()
        .asString()
        .startsWith("Revise 1 section of " + LETTER + " kari, ");
    assertThat(page.text()).contains("The branch main is checked out.").doesNotContain("wait");
    assertThat(page("/problems").select("a[href=/git]")).hasSize(1);
  }

  @Test
  void everybodySeesWhoHasChangedAnOriginalInGit() throws Exception {
    archive.mark("Styret", State.TRANSLATED, KARI);
    String original = "archive/" + LETTER + ".md";
    TestLibrary files = archive.library();
    files.put(original, files.read(original).replace("før sommeren", "før jul"));
    files.library().sync().look();
    archive.git("commit", "-q", "-a", "-m", "Christmas", "--author=Grete <grete@example.org>");
    archive.sync().round(true);

    String section = files.section(LETTER, "Styret").section().id().value();
    assertThat(page("/d/" + LETTER).select("#s-" + section + " .note").text())
        .containsPattern("the original was changed .* by Grete\\.");
    assertThat(page("/s/" + section + "/history").text()).contains("Grete changed the original");
    assertThat(get("/api/v1/sections/" + section + "/history").body())
        .contains("\"by\":\"Grete\",\"via\":\"git:", "\"do\":\"revise\"");
    assertThat(page("/activity").text()).contains("Grete", "changed the original of one section");
  }

  @Test
  void commitsThatWaitAreToldOnProblemsAndInTheMetrics() throws Exception {
    Files.move(remote, folder.resolve("away"));
    archive.save("Styret", "The board must go, says Kari.", KARI);
    archive.sync().round(true);

    assertThat(page("/problems").select(".problems li").text())
        .contains("1 commit waits since ", ": the remote origin does not answer.");
    assertThat(get("/metrics").body())
        .contains("speil_git_commits_waiting 1.0\n", "speil_git_problems 1.0\n");
    assertThat(GitCheck.problems(archive.folder()))
        .extracting(problem -> problem.kind().code())
        .containsExactly("git-waiting");
  }

  @Test
  void theKeeperKeepsTheTextHereOfAFileThatIsNotMerged() throws Exception {
    String original = "archive/" + LETTER + ".md";
    EditorsClone editor = EditorsClone.of(remote, folder.resolve("editor"));
    editor.edit(original, "før sommeren", "før høsten").push();
    TestLibrary files = archive.library();
    files.put(original, files.read(original).replace("før sommeren", "før jul"));
    archive.sync().round(true);
    Element button = page("/git").selectFirst("form[method=post][action=/git] button[name=keep]");
    assertThat(button.text()).isEqualTo("Keep the text here");

    String form = "keep=" + button.val();
    assertThat(postForm(form, "X-Nothing", "")).isEqualTo(401);
    assertThat(postForm(form, "Authorization", "Bearer " + token())).isEqualTo(303);
    assertThat(page("/git").select("button[name=keep]")).isEmpty();
    archive.sync().round(true);
    assertThat(page("/git").select(".lines .line").eachText())
        .anyMatch(line -> line.startsWith("Keep the text of " + original + " kari, "));
    assertThat(files.read(original)).contains("før jul");
  }

  private int postForm(String form, String header, String value) throws Exception {
    return client
        .send(
            HttpRequest.newBuilder(server.address().resolve("/git"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void aForgeThatSignsWithTheSecretHasTheRemoteAskedAndNobodyElse() throws Exception {
    assertThat(post("X-Hub-Signature-256", "sha256=" + signature("geheim"))).isEqualTo(202);
    assertThat(post("X-Forgejo-Signature", signature("geheim"))).isEqualTo(202);
    assertThat(post("X-Gitlab-Token", "geheim")).isEqualTo(202);

    assertThat(post("X-Hub-Signature-256", "sha256=" + signature("another"))).isEqualTo(403);
    assertThat(post("X-Gitlab-Token", "another")).isEqualTo(403);
    assertThat(post("Accept", "*/*")).isEqualTo(403);
  }

  private static String signature(String secret) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(BODY.getBytes(StandardCharsets.UTF_8)));
  }

  private int post(String header, String value) throws Exception {
    return client
        .send(
            HttpRequest.newBuilder(server.address().resolve("/hooks/git"))
                .header("Content-Type", "application/json")
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.ofString(BODY))
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private String token() {
    URI signIn = server.signInAddress().orElseThrow();
    return signIn.getQuery().substring("token=".length());
  }

  private Document page(String path) throws Exception {
    return Jsoup.parse(get(path).body());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(server.address().resolve(path))
            .header("Authorization", "Bearer " + token())
            .header("Accept-Language", "en")
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
