package no.speil.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.Context;
import java.io.RandomAccessFile;
import java.lang.reflect.Proxy;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.speil.archive.BrokenFile;
import no.speil.archive.SmallDisk;
import no.speil.library.documents.ActionRefusedException;
import no.speil.messages.Messages;
import no.speil.status.TrackedSection;
import no.speil.web.http.ErrorType;
import no.speil.web.http.ProblemDetails;
import no.speil.web.page.TaggedText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever reads the pages in Norwegian is told in Norwegian, too, why something is refused. */
class ErrorLanguageTest {
  private static final String FORM = "application/x-www-form-urlencoded";

  @TempDir private Path folder;

  @Test
  void everyLanguageThatPagesHaveIsTheErrorsToo() {
    try (TestServer testServer = TestServer.copyOf("letters", folder)) {
      for (String path : new String[] {"/d/ikke/her", "/s/zzzzzzzzzz", "/ikke-her"}) {
        for (HttpResponse<String> answer :
            List.of(
                testServer.get(path, "Accept-Language", "nb-NO,nb;q=0.9,en;q=0.5"),
                testServer.get(path, "Cookie", "speil-lang=nb"),
                testServer.get(path + "?lang=nb"))) {
          assertNorwegian(answer, 404, "Det er ingenting på " + path + ".");
        }
        for (String unknown : List.of("de", "*", "nb_NO", "nb;q=0", "nb;q=0,en")) {
          assertThat(language(testServer, path, unknown)).as(unknown).isEqualTo("en");
        }
        for (String norwegian : List.of("nb-SE,en;q=0.8", "de,nn-NO;q=0.5,en;q=0.4")) {
          assertThat(language(testServer, path, norwegian)).as(norwegian).isEqualTo("nb");
        }
      }
      assertNorwegian(
          testServer.send("POST", "/search", "", "Content-Type", FORM, "Accept-Language", "nb"),
          405,
          "POST støttes ikke på denne adressen.");
    }
  }

  private static String language(TestServer testServer, String path, String accepted) {
    return Jsoup.parse(testServer.get(path, "Accept-Language", accepted).body())
        .select("html")
        .attr("lang");
  }

  @Test
  void refusedActionsSayWhy() {
    try (TestServer testServer = TestServer.copyOf("letters", folder)) {
      TrackedSection section = testServer.section("2015/brev", "Styret må gå");
      String path = "/s/" + section.section().id();
      assertNorwegian(
          form(testServer, path + "/state", "state=untranslated&version=" + section.version()),
          409,
          "Det finnes en oversettelse, så det kan ikke merkes som ikke oversatt.");
      assertNorwegian(
          form(testServer, path + "/comments", "text=" + "x".repeat(3_000_000)),
          413,
          "Det ble sendt mer enn");
    }
  }

  @Test
  void failingDisksAreToldByTheFile() throws Exception {
    Files.createDirectories(folder.resolve("archive"));
    Files.writeString(folder.resolve("archive/brev.md"), "# Brev\n\nStyret må gå.\n");
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("translations"));
        TestServer testServer = TestServer.again(folder)) {
      TrackedSection section = testServer.section("brev", "Styret må gå");
      disk.fill();
      assertNorwegian(
          form(
              testServer,
              "/s/" + section.section().id() + "/comments",
              "text=" + "x".repeat(5_000)),
          507,
          "translations/brev.jsonl: disken er full.");
      disk.free();
      try (BrokenFile broken = BrokenFile.over(folder.resolve("archive/brev.md"))) {
        assertThat(broken.isBroken()).isTrue();
        HttpResponse<String> answer = testServer.get("/d/brev", "Accept-Language", "nb");
        assertNorwegian(answer, 503, "archive/brev.md: disken svikter.");
      }
    }
  }

  @Test
  void filesThatAreTooLargeAreToldWithTheLimit() throws Exception {
    try (TestServer testServer = TestServer.copyOf("letters", folder)) {
      Path large = folder.resolve("archive/stor.md");
      try (var file = new RandomAccessFile(large.toFile(), "rw")) {
        file.setLength(17L << 20);
      }
      testServer.library().sync().look();
      assertNorwegian(
          testServer.get("/d/stor", "Accept-Language", "nb"),
          503,
          "archive/stor.md: den er større enn 16 MB.");
      assertThat(Jsoup.parse(testServer.get("/d/stor").body()).select(".sheet .hint").text())
          .startsWith("archive/stor.md: it is larger than 16 MB.");
    }
  }

  @Test
  void savesThatFailForAnotherReasonAreNotToldAsTheDisks() {
    var context =
        (Context)
            Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, values) -> {
                  throw new UnsupportedOperationException(method.getName());
                });
    var failure =
        new ActionRefusedException.StorageUncertain(
            new IllegalStateException("another process writes"));
    var problem = new ProblemDetails(ErrorType.of(failure), "It failed.", Map.of());
    assertThat(ErrorDetails.of(Messages.NORWEGIAN, problem, failure, context))
        .isEqualTo(new TaggedText("nb", ""));
    assertThat(ErrorDetails.of(Messages.ENGLISH, problem, failure, context))
        .isEqualTo(new TaggedText("en", "It failed."));
  }

  private static HttpResponse<String> form(TestServer testServer, String path, String fields) {
    return testServer.send("POST", path, fields, "Content-Type", FORM, "Accept-Language", "nb");
  }

  private static void assertNorwegian(HttpResponse<String> answer, int status, String sentence) {
    assertThat(answer.statusCode()).as(sentence).isEqualTo(status);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select("html").attr("lang")).isEqualTo("nb");
    assertThat(page.select(".sheet [lang=en]").eachText()).isEmpty();
    assertThat(page.select(".sheet").text()).contains(sentence);
  }
}
