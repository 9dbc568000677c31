package no.speil.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import no.speil.NeedsPrograms;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signing in and writing through nginx and Caddy, configured as the handbook says. */
@NeedsPrograms({"nginx", "caddy", "openssl"})
class HttpsProxyTest {
  private static final String PASSWORD = "en lang setning";

  /** What proxies for single sign-on send, and what they write of the client. */
  private static final String[] FORGED = {
    "X-Forwarded-For", "127.0.0.1",
    "X-Real-IP", "127.0.0.1",
    "Forwarded", "for=127.0.0.1;host=localhost;proto=https",
    "X-Forwarded-User", "kari",
    "X-Remote-User", "kari",
    "Remote-User", "kari",
    "X-Speil-As", "kari",
    "Authorization", "Bearer kari"
  };

  @TempDir private Path folder;

  @Test
  void theHandbookShowsTheSameInBothLanguages() {
    for (String language : new String[] {"nginx", "caddyfile"}) {
      assertThat(HandbookBlock.of(HandbookBlock.TRANSLATION, language))
          .isEqualTo(HandbookBlock.of(HandbookBlock.ORIGINAL, language));
      assertThat(HandbookBlock.of(HandbookBlock.SIGN_ON_TRANSLATION, language))
          .isEqualTo(HandbookBlock.of(HandbookBlock.SIGN_ON, language));
    }
  }

  @ParameterizedTest
  @CsvSource({"nginx, ''", "nginx, /arkiv", "caddy, ''", "caddy, /arkiv"})
  void whoIsSignedInWritesAndNobodyElse(String program, String path) {
    try (ProxiedSite site = new ProxiedSite(folder, program, path)) {
      HttpsClient kari = site.client();
      refuse(kari, path);

      String form = location(kari.get(site.invitation()));
      HttpResponse<String> accepted =
          kari.submit(kari.page(form).expectFirst("main form"), "password", PASSWORD);
      assertThat(location(accepted)).isEqualTo(path + "/");
      assertThat(accepted.headers().allValues("set-cookie"))
          .anySatisfy(
              cookie ->
                  assertThat(cookie)
                      .startsWith(path.isEmpty() ? "__Host-speil-" : "speil-")
                      .contains("; Path=" + (path.isEmpty() ? "/" : path) + ";")
                      .contains("; Secure", "; HttpOnly"));
      assertThat(kari.get("queue").statusCode()).isEqualTo(200);
      mark(kari);

      kari.submit(kari.page("account").expectFirst("form[action$=/sign-out]"));
      refuse(kari, path);
      Element signIn = kari.page("sign-in?back=/queue").expectFirst("main form");
      HttpResponse<String> wrong =
          kari.submit(signIn, "name", "kari", "password", "noe annet langt");
      assertThat(wrong.statusCode()).isEqualTo(401);
      assertThat(location(kari.submit(signIn, "name", "kari", "password", PASSWORD)))
          .isEqualTo(path + "/queue");
      mark(kari);
      assertThat(site.client().get("queue").statusCode()).as("another browser").isEqualTo(303);
      limit(site);
    }
  }

  /** A reader is offered to sign in, and refused whatever the request says of itself. */
  private static void refuse(HttpsClient reader, String path) {
    assertThat(reader.get("").statusCode()).isEqualTo(200);
    assertThat(location(reader.get("queue", FORGED))).startsWith(path + "/sign-in?back=");
    Element section = reader.page("d/2015/brev").expectFirst(".row[id^=s-]");
    String id = section.id().substring(2);
    HttpResponse<String> api =
        reader.json("PUT", "api/v1/sections/" + id + "/state", "{\"state\":\"reviewed\"}", FORGED);
    assertThat(api.statusCode()).isEqualTo(401);
    HttpResponse<String> form = reader.post("s/" + id + "/state", "state=reviewed", FORGED);
    assertThat(form.statusCode()).isEqualTo(401);
  }

  /** Marks a section by its form; another site's page cannot. */
  private static void mark(HttpsClient writer) {
    Element form =
        writer
            .page("d/2015/brev")
            .expectFirst("form[action$=/state]:has(button[value=translated])");
    HttpResponse<String> foreign =
        writer.post(form.attr("action"), "state=translated", "Origin", "https://evil.example");
    assertThat(foreign.statusCode()).isEqualTo(403);
    String row = form.attr("action").replaceAll(".*/s/(.*)/state", "#s-$1");
    assertThat(location(writer.submit(form, "state", "translated"))).contains(row);
    assertThat(writer.page("d/2015/brev").expectFirst(row).text()).contains("kari");
  }

  /** The proxy tells the reader's address; what the reader claims does not count. */
  private static void limit(ProxiedSite site) {
    HttpsClient reader = site.client();
    String id = reader.page("d/2015/brev").expectFirst(".row[id^=s-]").id().substring(2);
    int status = 0;
    int taken = 0;
    while (status != 429 && taken < 20) {
      Element form = reader.page("s/" + id + "/report").expectFirst("form.reporting");
      status = reader.submitClaiming("10.0.0." + taken, form).statusCode();
      taken++;
    }
    assertThat(taken).as("five are taken at once from one address").isEqualTo(6);
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("location").orElse(answer.statusCode() + "");
  }
}
