package no.speil.web.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import no.speil.web.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileHandlerTest {
  private static final String PDF = "%PDF-1.4\n0123456789\n%%EOF\n";
  private static final String SCRIPT = "<!doctype html><script>alert(1)</script><p>Et brev.";
  private static final long LARGE = 2L << 30;

  @TempDir private static Path folder;
  @TempDir private static Path outside;
  @AutoClose private static TestServer testServer;

  @BeforeAll
  static void serve() throws IOException {
    put(
        "archive/brev.md",
        """
        ---
        attachments:
          - brev.pdf
          - brev/side.html
          - brev/side.warc
          - brev/stor.pdf
          - brev/falsk.pdf
          - brev/lenke.pdf
          - brev/rundt/rundt.pdf
          - brev/mappe.pdf
          - ../../%s/hemmelig.pdf
          - brev/notat.docx
        ---
        Et brev.
        """
            .formatted(outside.getFileName()));
    put("archive/brev.pdf", PDF);
    put("archive/brev/side.html", SCRIPT);
    put("archive/brev/side.warc", "WARC/1.1\r\n");
    put("archive/brev/falsk.pdf", SCRIPT);
    put("archive/brev/notat.docx", "PK");
    put("archive/brev/ikke-nevnt.pdf", PDF);
    put("archive/brev/tegning.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>");
    try (var file = new RandomAccessFile(folder.resolve("archive/brev/stor.pdf").toFile(), "rw")) {
      file.writeBytes("%PDF-1.7");
      file.setLength(LARGE);
    }
    Files.createDirectory(folder.resolve("archive/brev/mappe.pdf"));
    Files.writeString(outside.resolve("hemmelig.pdf"), PDF);
    Files.createSymbolicLink(
        folder.resolve("archive/brev/lenke.pdf"), outside.resolve("hemmelig.pdf"));
    Files.createSymbolicLink(folder.resolve("archive/brev/rundt"), folder.resolve("archive/brev"));
    put("archive/brev/rundt.pdf", PDF);
    testServer = TestServer.again(folder);
  }

  private static void put(String path, String bytes) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, bytes, ISO_8859_1);
  }

  @Test
  void aPdfThatATextListsIsShownByTheBrowserAndInPagesOfThisServerOnly() {
    HttpResponse<String> answer = testServer.get("/files/archive/brev.pdf");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(PDF);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/pdf");
    assertThat(header(answer, "Content-Length")).isEqualTo(String.valueOf(PDF.length()));
    assertThat(header(answer, "Content-Disposition")).isEmpty();
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "Content-Security-Policy"))
        .startsWith("default-src 'none'; ")
        .endsWith("frame-ancestors 'self'")
        .doesNotContain("script-src");
  }

  @ParameterizedTest
  @ValueSource(strings = {"archive/brev/side.html", "archive/brev/side.warc"})
  void aPageOfOthersIsNeverAPageOfThisServer(String path) {
    HttpResponse<String> answer = testServer.get("/files/" + path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/octet-stream");
    assertThat(header(answer, "Content-Disposition")).startsWith("attachment;").contains("side.");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "Content-Security-Policy")).contains("sandbox", "default-src 'none'");
  }

  @Test
  void nothingRunsInADrawing() {
    HttpResponse<String> answer = testServer.get("/files/archive/brev/tegning.svg");
    assertThat(header(answer, "Content-Type")).isEqualTo("image/svg+xml");
    assertThat(header(answer, "Content-Security-Policy"))
        .contains("sandbox", "default-src 'none'")
        .doesNotContain("script-src");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "archive/brev/ikke-nevnt.pdf",
        "archive/brev/falsk.pdf",
        "archive/brev/lenke.pdf",
        "archive/brev/rundt/rundt.pdf",
        "archive/brev/rundt/tegning.svg",
        "archive/brev/mappe.pdf",
        "archive/brev/notat.docx",
        "archive/brev.md",
        "archive/../hemmelig.pdf",
        "archive/brev/finnes-ikke.pdf"
      })
  void whatNoTextListsOrIsALinkOrNotWhatItIsCalledIsNotServed(String path) {
    assertThat(testServer.get("/files/" + path.replace("..", "%2E%2E")).statusCode())
        .isIn(400, 404);
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-4, 206, bytes 0-4/26, %PDF-",
    "bytes=9-18, 206, bytes 9-18/26, 0123456789",
    "bytes=21-, 206, bytes 21-25/26, %EOF\\n",
    "bytes=-5, 206, bytes 21-25/26, %EOF\\n",
    "bytes=24-99, 206, bytes 24-25/26, F\\n",
    "bytes=0-0, 206, bytes 0-0/26, %"
  })
  void aPartIsSentThatIsAskedFor(String range, int status, String said, String body) {
    HttpResponse<String> answer = testServer.get("/files/archive/brev.pdf", "Range", range);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(header(answer, "Content-Range")).isEqualTo(said);
    assertThat(answer.body()).isEqualTo(body.replace("\\n", "\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=99-", "bytes=5-3", "bytes=x-y", "pages=1-2", "bytes=0-1,3-4", "-"})
  void whatCannotBeSentInPartIsSentAsAWhole(String range) {
    HttpResponse<String> answer = testServer.get("/files/archive/brev.pdf", "Range", range);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(PDF);
  }

  @Test
  void aPartOfAFileThatMayHaveChangedIsNotSent() {
    HttpResponse<String> answer =
        testServer.get("/files/archive/brev.pdf", "Range", "bytes=0-4", "If-Range", "\"old\"");
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsKnownIsNotSentAgainAndTheHeadSaysHowLongItIs() {
    HttpResponse<String> head = testServer.send("HEAD", "/files/archive/brev.pdf", "");
    assertThat(header(head, "Content-Length")).isEqualTo("26");
    assertThat(head.body()).isEmpty();
    String tag = header(head, "ETag");
    assertThat(testServer.get("/files/archive/brev.pdf", "If-None-Match", tag).statusCode())
        .isEqualTo(304);
  }

  @Test
  void aFileThatIsLargerThanTheMemoryIsSentFromWhereItIsAskedFor() {
    String path = "/files/archive/brev/stor.pdf";
    HttpResponse<String> head = testServer.send("HEAD", path, "");
    assertThat(header(head, "Content-Length")).isEqualTo(String.valueOf(LARGE));
    HttpResponse<String> end = testServer.get(path, "Range", "bytes=" + (LARGE - 3) + "-");
    assertThat(end.body()).isEqualTo("\0\0\0");
    HttpResponse<String> start = testServer.get(path, "Range", "bytes=1-7");
    assertThat(start.body()).isEqualTo("PDF-1.7");
    assertThat(testServer.get("/d/brev?view=evidence").statusCode()).isEqualTo(200);
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
