package no.speil.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import no.speil.web.Served;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A document taken along as Markdown and as plain text. */
class TextDownloadTest {
  @Served private static TestServer testServer;

  @ParameterizedTest
  @CsvSource({"no, archive", "en, translations"})
  void oneLanguageAsMarkdownIsTheFileOfTheArchive(String side, String folder) throws IOException {
    HttpResponse<String> answer = testServer.get("/export/2015/brev.md?side=" + side);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValue("text/markdown; charset=utf-8");
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .endsWith("brev.md");
    assertThat(answer.body())
        .isEqualTo(Files.readString(testServer.root().resolve(folder + "/2015/brev.md")));
  }

  @Test
  void bothLanguagesStandSectionBySectionAfterTheNumber() {
    assertThat(testServer.get("/export/2015/brev.md").body())
        .startsWith("# Brev til styret / Letter to the board\n\n¶ 1\n\n")
        .contains("\n\n¶ 2\n\nStyret må gå.")
        .containsPattern("Styret må gå[^¶]*\\n\\nThe board must go")
        .containsPattern("\\n\\nhttp://127.0.0.1:\\d+/d/2015/brev\\?v=[0-9a-f.]+\\n$");
  }

  @Test
  void plainTextHasTheWordsAlone() {
    assertThat(testServer.get("/export/2015/brev.txt?side=en").body())
        .startsWith("Letter to the board\n\n[")
        .contains("\n\n[2] The board must go. We demand an answer within 14 days.\n\n")
        .doesNotContain("Styret", "**", "](");
  }

  @Test
  void aLanguageThatIsNoneOrIsNotThereIsToldSo() {
    assertThat(testServer.get("/export/2015/brev.txt?side=sv").statusCode()).isEqualTo(400);
    assertThat(testServer.get("/export/2015/kilde.txt?side=en").statusCode()).isEqualTo(200);
    assertThat(testServer.get("/export/2015/vedtak.md?side=en").statusCode()).isEqualTo(404);
  }

  @Test
  void theTextOffersWhatIsBeingRead() {
    assertThat(
            Jsoup.parse(testServer.get("/d/2015/brev?view=en").body())
                .select(".files a")
                .eachAttr("href"))
        .contains("/export/2015/brev.md?side=en", "/export/2015/brev.epub?side=en")
        .contains("/export/2015/brev.xlf");
  }
}
