package no.speil.web.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import no.speil.corpus.Problem;
import no.speil.corpus.State;
import no.speil.corpus.TextHash;
import no.speil.exchange.convert.KeptPage;
import no.speil.library.Library;
import no.speil.library.catalogue.Attachments;
import no.speil.library.catalogue.DeadLinks;
import no.speil.library.catalogue.SiteLinks;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a text is shown beside the files that show how it looked. */
class EvidenceTest {
  private static final String PNG = "\u0089PNG\r\n";
  private static final String PDF = "%PDF-1.4\n";

  @TempDir private Path folder;
  @AutoClose private TestServer testServer;

  @BeforeEach
  void serve() throws IOException {
    put("archive/annet.md", "Et annet brev.\n");
    testServer = TestServer.again(folder);
  }

  @Test
  void thePagesStandBesideTheSectionsThatAreOnThem() throws IOException {
    for (int page = 1; page <= 4; page++) {
      put("archive/brev/side " + page + ".png", PNG + page);
    }
    put("archive/brev.pdf", PDF + " ".repeat(1_200_000));
    text(
        """
        attachments:
          - {file: brev/side 1.png, title: signert original, date: 2023-09-26}
          - brev/side 2.png
          - brev/side 3.png
          - brev/side 4.png
          - brev.pdf
        """,
        "Første avsnitt.\n\nAndre avsnitt.\n\n## Overskrift {page=2}\n\nTredje avsnitt.\n\nFjerde"
            + " {page=4} avsnitt.\n");

    Document page = page("/d/brev?view=evidence");

    List<Element> sheets = page.select(".with-evidence");
    assertThat(sheets.stream().map(each -> each.select("img").eachAttr("src")))
        .containsExactly(
            List.of("/files/archive/brev/side%201.png"),
            List.of("/files/archive/brev/side%202.png", "/files/archive/brev/side%203.png"),
            List.of("/files/archive/brev/side%204.png"));
    assertThat(sheets.stream().map(each -> each.select(".row .original").text()))
        .containsExactly(
            "Første avsnitt. Andre avsnitt.", "Overskrift Tredje avsnitt.", "Fjerde avsnitt.");
    assertThat(page.select(".page-turn").eachText()).containsExactly("Page 1", "Page 2", "Page 4");
    assertThat(page.select(".page-turn").eachAttr("id"))
        .containsExactly("page-1", "page-2", "page-4");
    assertThat(page.select("figcaption").eachText())
        .containsExactly(
            "Page 1 of 4 Next page › Full size PDF, 1.2 MB 26 September 2023",
            "Page 2 of 4 Next page › Full size PDF, 1.2 MB",
            "Page 3 of 4 Next page › Full size PDF, 1.2 MB",
            "Page 4 of 4 Full size PDF, 1.2 MB");
    assertThat(page.select("figcaption a[href^=#]").eachAttr("href"))
        .allSatisfy(href -> assertThat(page.select(href)).hasSize(1));
    assertThat(page.select("img").eachAttr("alt")).startsWith("Page 1 of the original");
    assertThat(page.select(".byline a[href='/d/brev?view=evidence']").text())
        .isEqualTo("signert original, 4 pages");
    assertThat(page.select(".facts a[href='/d/brev?view=evidence']").text())
        .isEqualTo("signert original, 4 pages");
    assertThat(page.select(".facts").text()).doesNotContain("attachments", "side 1.png");
    assertThat(page.select(".views [aria-current]").text()).isEqualTo("Page images");
    assertThat(page("/d/brev?view=evidence&lang=nb").select(".views [aria-current]").text())
        .isEqualTo("Sidebilder");
    assertThat(page("/d/brev").text()).doesNotContain("{page");
    assertThat(testServer.get(page.select("img").attr("src")).statusCode()).isEqualTo(200);
  }

  @Test
  void aTextWithoutSuchFilesHasNoSuchLayout() {
    Document page = page("/d/annet?view=evidence");
    assertThat(page.select("article.evidenced")).isEmpty();
    assertThat(page.select(".views a[href*=evidence], .byline a, .with-evidence")).isEmpty();
  }

  @Test
  void aMarkOfAPageChangesNothingOfTheTextAndItsState() throws IOException {
    text("language: nb", "Første avsnitt.\n\nAndre avsnitt.\n");
    put("translations/brev.md", "First paragraph.\n\nSecond paragraph.\n");
    testServer.library().sync().look();
    var before = testServer.section("brev", "Andre avsnitt");
    String id = before.section().id().value();
    testServer.post("/s/" + id + "/state", "state=translated&version=" + before.version());
    var marked = testServer.section("brev", "Andre avsnitt");
    assertThat(marked.sectionStatus().state()).isEqualTo(State.TRANSLATED);
    String record = Files.readString(folder.resolve("translations/brev.jsonl"));

    text(
        "language: nb\nattachments: [a.png, b.png]",
        "Første avsnitt.\n\nAndre avsnitt. {page=2}\n");

    var after = testServer.section("brev", "Andre avsnitt");
    assertThat(after.section().id()).isEqualTo(marked.section().id());
    assertThat(after.version()).isEqualTo(marked.version());
    assertThat(Files.readString(folder.resolve("translations/brev.jsonl"))).isEqualTo(record);
    assertThat(page("/d/brev?view=evidence").select(".change")).isEmpty();
    assertThat(testServer.get("/export/brev.xlf").body()).doesNotContain("page=");
  }

  @Test
  void aPdfAloneIsShownByTheBrowsersViewerAndNoOtherPageMayHoldFrames() throws IOException {
    put("archive/brev/brev.pdf", PDF);
    text("attachments: brev/brev.pdf", "Et brev.\n");

    HttpResponse<String> answer = testServer.get("/d/brev?view=evidence");

    Element frame = Jsoup.parse(answer.body()).expectFirst("iframe");
    assertThat(frame.attr("src")).isEqualTo("/files/archive/brev/brev.pdf");
    assertThat(frame.attr("title")).isEqualTo("PDF, 0 kB");
    assertThat(policy(answer)).contains("frame-src 'self'");
    assertThat(policy(testServer.get("/d/brev"))).doesNotContain("frame-src");
    assertThat(policy(testServer.get("/d/annet?view=evidence"))).doesNotContain("frame-src");
    assertThat(page("/d/brev").select(".views a").eachText()).contains("Attachments");
  }

  @Test
  void aPageThatWasFetchedIsShownAsTextAndNothingInItRunsOrIsFetched() throws IOException {
    String html =
        "<html lang=nb><title>Brev</title><main><h1>Brev</h1><script>alert(1)</script>"
            + "<p onclick='alert(1)'>Vi ber om <a href='/mote'>møte</a> med styret i Åre snart.</p>"
            + "<img src='https://sporer.example/x.png' alt='bilde'><iframe src='/x'></iframe></main>";
    byte[] warc =
        new KeptPage("https://www.example.no/brev", "utf-8", html.getBytes(UTF_8))
            .warc(Instant.EPOCH, Map.of());
    Files.createDirectories(folder.resolve("archive/brev"));
    Files.write(folder.resolve("archive/brev/side.warc.gz"), warc);
    put("archive/brev/side.html", html);
    put("archive/brev/feil.warc.gz", "\u001f\u008bnonsense");
    text(
        """
        attachments:
          - file: brev/side.warc.gz
            date: 2026-03-03
          - brev/side.html
          - brev/feil.warc.gz
        """,
        "Et brev.\n");

    Document page = page("/d/brev?view=evidence");

    List<Element> shown = page.select(".fetched");
    assertThat(shown).hasSize(2);
    for (Element each : shown) {
      assertThat(each.text()).contains("Vi ber om møte med styret i Åre snart.");
      assertThat(each.select("script, iframe, img, [onclick]")).isEmpty();
    }
    assertThat(shown.getFirst().select("a").eachAttr("href"))
        .containsExactly("https://www.example.no/mote");
    assertThat(page.select("figcaption").getFirst().text())
        .startsWith("https://www.example.no/brev WARC, ")
        .endsWith("kB 3 March 2026");
    assertThat(page.select("figure").getLast().text())
        .startsWith("What was fetched cannot be shown as text here.");
  }

  @Test
  void thatAFileIsUnchangedIsSaidOnlyWhereThatWasSeen() throws IOException {
    put("archive/brev/side.png", PNG);
    put("archive/brev/uten.png", PNG);
    byte[] bytes = Files.readAllBytes(folder.resolve("archive/brev/side.png"));
    String sha256 = HexFormat.of().formatHex(TextHash.sha256().digest(bytes));
    put(
        "archive/brev.md",
        """
        ---
        attachments:
          - {file: brev/side.png, date: 2023-09-26, sha256: %s}
          - {file: brev/uten.png, date: 2023-09-26}
        ---
        Et brev.
        """
            .formatted(sha256));
    testServer.library().sync().look();

    assertThat(proofs())
        .containsExactly("26 September 2023 · file unchanged since then", "26 September 2023");
    assertThat(problems()).isEmpty();

    put("archive/brev/side.png", PNG + "x");
    assertThat(proofs()).startsWith("26 September 2023 · not yet compared with its checksum");

    testServer.library().sync().look();
    assertThat(proofs())
        .startsWith("26 September 2023 · The file is not as it was when it was added.");
    assertThat(problems())
        .containsExactly(
            Problem.of("archive/brev.md", 3, Problem.Kind.ATTACHMENT_CHANGED, "brev/side.png"));
  }

  @Test
  void attachedFilesAreReadOnlyWhereThereIsTime() throws IOException {
    put("archive/brev/side.png", PNG);
    String told = "attachments:\n  - {file: brev/side.png, sha256: %s}\n".formatted("0".repeat(64));
    text(told, "Et brev.\n");
    Library library = testServer.library();
    var links =
        new SiteLinks(
            library.archive(),
            new Attachments(library.archive()),
            library.catalogue(),
            id -> true,
            section -> true);
    var deadLinks = new DeadLinks(library.catalogue(), links);

    assertThat(deadLinks.of(0, false)).isEmpty();
    assertThat(deadLinks.of(0, true))
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.ATTACHMENT_CHANGED);
  }

  @Test
  void whatCannotBeShownIsSaidToReadersAndNamedAmongTheProblems() throws IOException {
    put("archive/brev/falsk.png", "no picture");
    put("archive/brev/notat.docx", "PK");
    put("hemmelig.pdf", PDF);
    text(
        """
        attachments:
          - brev/borte.png
          - brev/falsk.png
          - brev/notat.docx
          - ../../hemmelig.pdf
          - file: https://www.example.no/brev.pdf
        """,
        "Et brev.\n");

    assertThat(page("/d/brev?view=evidence").select(".proof").eachText())
        .containsExactly(
            "The file brev/borte.png cannot be shown.",
            "The file brev/falsk.png cannot be shown.",
            "The file brev/notat.docx cannot be shown.",
            "The file ../../hemmelig.pdf cannot be shown.",
            "The file https://www.example.no/brev.pdf cannot be shown.");
    assertThat(problems())
        .containsExactly(
            Problem.of("archive/brev.md", 3, Problem.Kind.ATTACHMENT_MISSING, "brev/borte.png"),
            Problem.of("archive/brev.md", 4, Problem.Kind.ATTACHMENT_UNFIT, "brev/falsk.png"),
            Problem.of("archive/brev.md", 5, Problem.Kind.ATTACHMENT_UNFIT, "brev/notat.docx"),
            Problem.of("archive/brev.md", 6, Problem.Kind.ATTACHMENT_MISSING, "../../hemmelig.pdf"),
            Problem.of(
                "archive/brev.md",
                7,
                Problem.Kind.ATTACHMENT_MISSING,
                "https://www.example.no/brev.pdf"));
  }

  private List<Problem> problems() {
    return testServer.library().sync().problems();
  }

  private List<String> proofs() {
    return page("/d/brev?view=evidence").select(".proof").eachText();
  }

  private void text(String head, String body) throws IOException {
    put("archive/brev.md", "---\n" + head.stripTrailing() + "\n---\n" + body);
    testServer.library().sync().look();
  }

  private void put(String path, String bytes) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(
        file,
        path.endsWith(".md") || path.endsWith(".html")
            ? bytes.getBytes(UTF_8)
            : bytes.getBytes(ISO_8859_1));
  }

  private static String policy(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Security-Policy").orElseThrow();
  }

  private Document page(String path) {
    HttpResponse<String> response =
        testServer.get(path, "Accept-Language", path.contains("lang=nb") ? "nb" : "en");
    assertThat(response.statusCode()).isEqualTo(200);
    return Jsoup.parse(response.body());
  }
}
