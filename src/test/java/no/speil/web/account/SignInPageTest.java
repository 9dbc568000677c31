package no.speil.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import no.speil.corpus.Role;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.people.People;
import no.speil.status.TrackedSection;
import no.speil.web.Served;
import no.speil.web.TestServer;
import no.speil.web.http.ServerSettings;
import no.speil.web.http.ServerSettings.AccessMode;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInPageTest {
  private static final String PASSWORD = "en god lang setning";

  @Served("letters")
  private TestServer testServer;

  @BeforeEach
  void signOut() {
    testServer.signedOut();
  }

  private People people() {
    return People.of(testServer.root(), Clock.systemUTC());
  }

  private static String cookie(HttpResponse<String> answer) {
    String set = answer.headers().firstValue("set-cookie").orElseThrow();
    return set.substring(0, set.indexOf(';'));
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("location").orElse("");
  }

  /** Follows an invitation to the end, and answers with the cookie of the session. */
  private String accept(String secret) {
    HttpResponse<String> link = testServer.get("/invitation?token=" + secret);
    assertThat(link.statusCode()).isEqualTo(303);
    assertThat(location(link)).isEqualTo("/invitation");
    String invitation = cookie(link);
    HttpResponse<String> done =
        testServer.send(
            "POST",
            "/invitation",
            "password=" + encoded(PASSWORD),
            "Content-Type",
            "application/x-www-form-urlencoded",
            "Cookie",
            invitation);
    assertThat(done.statusCode()).isEqualTo(303);
    return cookie(done);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static Element first(HttpResponse<String> page, String selector) {
    return Jsoup.parse(page.body()).select(selector).getFirst();
  }

  private String id() {
    return testServer.section("2015/brev", "Styret må gå").section().id().value();
  }

  @Test
  void theLinkOfTheMachineSignsInAndLeadsOnWithoutTheToken() {
    HttpResponse<String> answer = testServer.get(path(testServer.signIn()));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(location(answer)).isEqualTo("/");
    assertThat(answer.headers().firstValue("referrer-policy")).hasValue("strict-origin");
    assertThat(answer.headers().firstValue("set-cookie").orElseThrow())
        .contains("HttpOnly", "SameSite=Lax")
        .doesNotContain("Secure");
    String cookie = cookie(answer);
    Document page = Jsoup.parse(testServer.get("/home", "Cookie", cookie).body());
    assertThat(page.select("header a[href=/account]").text()).isEqualTo("kari");
    assertThat(testServer.get("/edit/2015/brev", "Cookie", cookie).statusCode()).isEqualTo(200);
    assertThat(testServer.get(path(testServer.signIn()) + "x").statusCode()).isEqualTo(401);
  }

  private static String path(URI address) {
    return address.getRawPath() + "?" + address.getRawQuery();
  }

  @Test
  void readersSeeNoWorkAndAPageForWorkLeadsToSigningInAndBack() {
    Document page = Jsoup.parse(testServer.get("/d/2015/brev").body());
    assertThat(page.select("form[method=post], a[href$=/edit], a[href=/queue], a[href=/people]"))
        .isEmpty();
    HttpResponse<String> edit = testServer.get("/s/" + id() + "/edit?next=%2Fqueue");
    assertThat(edit.statusCode()).isEqualTo(303);
    assertThat(location(edit))
        .isEqualTo("/sign-in?back=" + encoded("/s/" + id() + "/edit?next=%2Fqueue"));
    people().add("kari", Role.KEEPER);
    Element form = first(testServer.get(location(edit)), "main form");
    assertThat(form.select("[name=back]").val()).isEqualTo("/s/" + id() + "/edit?next=%2Fqueue");
  }

  @Test
  void onePersonSignsInWithNameAndPasswordAndOutAgain() {
    accept(people().add("Åse", Role.KEEPER));
    String form = "name=%C3%85SE&password=" + encoded(PASSWORD) + "&back=/queue";
    HttpResponse<String> answer = testServer.post("/sign-in", form);
    assertThat(location(answer)).isEqualTo("/queue");
    assertThat(answer.headers().firstValue("set-cookie").orElseThrow()).doesNotContain("Max-Age");
    HttpResponse<String> stays = testServer.post("/sign-in", form + "&stay=yes");
    assertThat(stays.headers().firstValue("set-cookie").orElseThrow()).contains("Max-Age=2592000");
    String cookie = cookie(answer);
    assertThat(testServer.get("/queue", "Cookie", cookie).statusCode()).isEqualTo(200);
    HttpResponse<String> out = testServer.send("POST", "/sign-out", "", "Cookie", cookie);
    assertThat(out.headers().firstValue("set-cookie").orElseThrow())
        .contains("Expires=Thu, 01 Jan 1970");
    assertThat(testServer.get("/queue", "Cookie", cookie).statusCode()).isEqualTo(303);
    assertThat(testServer.get("/queue", "Cookie", cookie(stays)).statusCode()).isEqualTo(200);
  }

  @Test
  void aWrongPasswordSaysSoAndLeadsToNoOtherSite() {
    accept(people().add("kari", Role.KEEPER));
    HttpResponse<String> wrong =
        testServer.post("/sign-in", "name=kari&password=x&back=https://evil.example");
    assertThat(wrong.statusCode()).isEqualTo(401);
    Document page = Jsoup.parse(wrong.body());
    assertThat(page.select("[role=alert]").text()).isEqualTo("The name or the password is wrong.");
    assertThat(page.select("[name=back]").val()).isEqualTo("/");
    assertThat(page.select("[name=name]").val()).isEqualTo("kari");
    assertThat(page.select("[name=password]").val()).isEmpty();
    HttpResponse<String> huge =
        testServer.post("/sign-in", "name=kari&password=" + "x".repeat(60_000));
    assertThat(huge.statusCode()).isEqualTo(401);
    HttpResponse<String> beyond =
        testServer.post("/sign-in", "name=kari&password=" + "x".repeat(100_000));
    assertThat(beyond.statusCode()).isEqualTo(413);
    for (int i = 0; i < 8; i++) {
      assertThat(testServer.post("/sign-in", "name=kari&password=").statusCode()).isEqualTo(401);
    }
    HttpResponse<String> tooMany =
        testServer.post("/sign-in", "name=kari&password=" + encoded(PASSWORD));
    assertThat(tooMany.statusCode()).isEqualTo(429);
    assertThat(tooMany.headers().firstValue("retry-after")).isPresent();
  }

  @Test
  void anInvitationThatIsUsedOrAlteredSaysSo() {
    String secret = people().add("kari", Role.KEEPER);
    accept(secret);
    for (String bad : new String[] {secret, secret + "x", "%0A"}) {
      String cookie = cookie(testServer.get("/invitation?token=" + bad));
      HttpResponse<String> page = testServer.get("/invitation", "Cookie", cookie);
      assertThat(page.statusCode()).isEqualTo(400);
      assertThat(Jsoup.parse(page.body()).select("[role=alert]").text())
          .contains("has been used or has expired");
    }
    assertThat(testServer.get("/invitation").statusCode()).isEqualTo(400);
  }

  @Test
  void signedOutInTheMiddleOfTypingOneSignsInAndFindsTheTextAgain() {
    accept(people().add("kari", Role.KEEPER));
    String version = testServer.section("2015/brev", "Styret må gå").version().toString();
    String text = "The board <must> go.\n\nNow – «ærlig».";
    HttpResponse<String> interrupted =
        testServer.post(
            "/s/" + id() + "/translation",
            "markdown=" + encoded(text) + "&version=" + version + "&then=stay");
    assertThat(interrupted.statusCode()).isEqualTo(401);
    Document page = Jsoup.parse(interrupted.body());
    assertThat(first(interrupted, "textarea").wholeText().strip()).isEqualTo(text);
    var form = new StringBuilder("name=kari&password=" + encoded(PASSWORD));
    for (Element field : page.select("main form input[type=hidden]")) {
      form.append('&').append(encoded(field.attr("name"))).append('=').append(encoded(field.val()));
    }
    HttpResponse<String> again = testServer.post("/sign-in", form.toString());
    assertThat(again.statusCode()).isEqualTo(200);
    Element resumed = first(again, "main form");
    assertThat(resumed.attr("action")).isEqualTo("/s/" + id() + "/translation");
    assertThat(resumed.select("[name=version]").val()).isEqualTo(version);
    Element box = first(again, "main form textarea[name=markdown]");
    assertThat(box.wholeText().strip()).isEqualTo(text);
    HttpResponse<String> saved =
        testServer.send(
            "POST",
            resumed.attr("action"),
            "markdown=" + encoded("The board must go now.") + "&version=" + version,
            "Content-Type",
            "application/x-www-form-urlencoded",
            "Cookie",
            cookie(again));
    assertThat(saved.statusCode()).isEqualTo(303);
    assertThat(testServer.section("2015/brev", "Styret må gå").markdown(Side.TRANSLATION))
        .isEqualTo("The board must go now.");
  }

  @Test
  void whatOnePersonHasTypedIsNeverSavedAsAnothersAndNotLost() {
    accept(people().add("kari", Role.KEEPER));
    String ola = accept(people().add("ola", Role.TRANSLATOR));
    String version = testServer.section("2015/brev", "Styret må gå").version().toString();
    String typed = "markdown=Mine+only&writer=kari&version=" + version;
    String path = "/s/" + id() + "/translation";
    HttpResponse<String> asOla =
        testServer.send(
            "POST",
            path,
            typed,
            "Content-Type",
            "application/x-www-form-urlencoded",
            "Cookie",
            ola);
    assertThat(asOla.statusCode()).isEqualTo(409);
    Document interrupted = Jsoup.parse(testServer.post(path, typed).body());
    var fields = new StringBuilder("&password=" + encoded(PASSWORD));
    for (Element field : interrupted.select("main form input[type=hidden]")) {
      fields.append('&').append(field.attr("name")).append('=').append(encoded(field.val()));
    }
    Document refused = Jsoup.parse(testServer.post("/sign-in", "name=ola" + fields).body());
    assertThat(refused.select("[role=alert]").text()).contains("written by kari");
    assertThat(refused.select("[name=resume.markdown]").val()).isEqualTo("Mine only");
    Document kari = Jsoup.parse(testServer.post("/sign-in", "name=kari" + fields).body());
    assertThat(kari.select("main textarea[name=markdown]").text()).isEqualTo("Mine only");
  }

  @Test
  void programsThatKeepPasswordsFindWhereOneIsChanged() {
    HttpResponse<String> answer = testServer.get("/.well-known/change-password");
    assertThat(location(answer)).isEqualTo("/account");
  }

  @Test
  void aProgramIsToldToSendAToken() {
    HttpResponse<String> refused =
        testServer.send(
            "PUT",
            "/api/v1/sections/" + id() + "/state",
            "{\"state\":\"translated\"}",
            "Content-Type",
            "application/json");
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("www-authenticate")).hasValue("Bearer");
    assertThat(refused.body()).contains("not-signed-in");
  }

  @Test
  void cookiesOfAnotherArchiveOnTheHostLetNobodyIn(@TempDir Path other) {
    String mine = cookie(testServer.get(path(testServer.signIn())));
    try (TestServer second = TestServer.copyOf("letters", other).signedOut()) {
      String theirs = cookie(second.get(path(second.signIn())));
      assertThat(theirs.split("=", 2)[0]).isNotEqualTo(mine.split("=", 2)[0]);
      assertThat(second.get("/queue", "Cookie", mine).statusCode()).isEqualTo(303);
      String value = mine.split("=", 2)[1];
      String forged = theirs.split("=", 2)[0] + "=" + value;
      assertThat(second.get("/queue", "Cookie", forged).statusCode()).isEqualTo(303);
      assertThat(second.get("/queue", "Cookie", mine + "; " + theirs).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void behindHttpsTheCookieIsSecure(@TempDir Path other) {
    var settings =
        TestServer.settings("127.0.0.1", 0, URI.create("https://speil.example"), "kari", false);
    try (TestServer server = TestServer.copyOf("letters", other, settings).signedOut()) {
      assertThat(server.get(path(server.signIn())).headers().firstValue("set-cookie").orElseThrow())
          .contains("Secure");
      assertThat(server.get("/").headers().firstValue("Strict-Transport-Security"))
          .hasValue("max-age=31536000");
    }
    assertThat(testServer.get("/").headers().firstValue("Strict-Transport-Security")).isEmpty();
  }

  @Test
  void aProxyWithASecretIsBelievedOnlyWhereItTellsIt(@TempDir Path other) {
    try (TestServer server = TestServer.copyOf("letters", other, singleSignOn("hysj", true))) {
      server.tokenOf("rita", Role.KEEPER);
      server.signedOut();
      assertThat(status(server, "Remote-User", "rita", "Speil-Proxy-Secret", "hysj"))
          .isEqualTo(200);
      assertThat(status(server, "Remote-User", "rita", "Speil-Proxy-Secret", "hyss"))
          .isEqualTo(303);
      assertThat(status(server, "Remote-User", "rita")).isEqualTo(303);
      assertThat(status(server, "Speil-Proxy-Secret", "hysj")).isEqualTo(303);
    }
  }

  private static int status(TestServer server, String... headers) {
    return server.get("/people", headers).statusCode();
  }

  @Test
  void aTrustedProxySaysWhoSomebodyIsAndNobodyElseDoes(@TempDir Path other) throws Exception {
    for (String address : new String[] {"127.0.0.1", "192.0.2.1"}) {
      var proxy =
          new ServerSettings.TrustedProxy(
              "X-Remote-User", InetAddress.getByName(address), null, true);
      var settings = TestServer.settings("127.0.0.1", 0, null, "kari", AccessMode.KEEPER, proxy);
      Path root = other.resolve(address);
      try (TestServer server = TestServer.copyOf("letters", root, settings)) {
        server.tokenOf("Åse", Role.TRANSLATOR);
        server.signedOut();
        boolean isTrusted = address.equals("127.0.0.1");
        String host = "Host: 127.0.0.1:" + server.port();
        assertThat(server.head("GET /queue HTTP/1.1", host, "X-Remote-User: Åse"))
            .isEqualTo(isTrusted ? 200 : 303);
        assertThat(server.get("/queue", "X-Remote-User", "nobody").statusCode()).isEqualTo(303);
        assertThat(server.head("GET /problems HTTP/1.1", host, "X-Remote-User: Åse"))
            .isEqualTo(isTrusted ? 403 : 303);
        assertThat(server.get("/queue", "X-Other-User", "Åse").statusCode()).isEqualTo(303);
      }
    }
  }

  @Test
  void whomTheProxyNamesCountsWhateverTheSessionSaysAndTwoNamesAreRefused(@TempDir Path other) {
    try (TestServer server = TestServer.copyOf("letters", other, singleSignOn(true))) {
      People people = People.of(server.root(), Clock.systemUTC());
      String invitation = people.add("rita", Role.KEEPER);
      people.add("lea", Role.TRANSLATOR);
      server.signedOut();
      String rita = "Cookie: " + session(server, invitation);
      String host = "Host: 127.0.0.1:" + server.port();
      String people200 = "GET /people HTTP/1.1";
      assertThat(server.head(people200, host, rita)).isEqualTo(200);
      assertThat(server.head(people200, host, rita, "Remote-User: lea")).isEqualTo(403);
      assertThat(server.head(people200, host, rita, "Remote-User: nosuch")).isEqualTo(303);
      assertThat(server.head(people200, host, "Remote-User: rita", "Remote-User: lea"))
          .isEqualTo(400);
      assertThat(server.get("/home", "Remote-User", "lea", "Cookie", rita.substring(8)).body())
          .contains("lea")
          .doesNotContain("rita");
    }
  }

  @Test
  void whereOnlyTheSingleSignOnCountsNobodyHasAPassword(@TempDir Path other) {
    String invitation;
    String session;
    try (TestServer server = TestServer.copyOf("letters", other, singleSignOn(true))) {
      People people = People.of(server.root(), Clock.systemUTC());
      invitation = people.add("rita", Role.KEEPER);
      session = session(server.signedOut(), invitation);
      invitation = people.invite("rita");
    }
    try (TestServer server = TestServer.again(other, singleSignOn(false)).signedOut()) {
      assertThat(server.get("/people", "Cookie", session).statusCode()).isEqualTo(303);
      assertThat(server.get("/people", "Remote-User", "rita").statusCode()).isEqualTo(200);
      Document signIn = Jsoup.parse(server.get("/sign-in").body());
      assertThat(signIn.select("[name=password]")).isEmpty();
      assertThat(signIn.select("main").text()).contains("single sign-on");
      HttpResponse<String> refused =
          server.post("/sign-in", "name=rita&password=" + encoded(PASSWORD));
      assertThat(refused.statusCode()).isEqualTo(401);
      String secret = cookie(server.get("/invitation?token=" + invitation));
      assertThat(server.get("/invitation", "Cookie", secret).statusCode()).isEqualTo(400);
      Document account = Jsoup.parse(server.get("/account", "Remote-User", "rita").body());
      assertThat(account.select("form[action=/account/password]")).isEmpty();
    }
  }

  private static ServerSettings singleSignOn(boolean takesPasswords) {
    return singleSignOn(null, takesPasswords);
  }

  private static ServerSettings singleSignOn(@Nullable String secret, boolean takesPasswords) {
    InetAddress proxy = InetAddress.getLoopbackAddress();
    return TestServer.settings(
        "127.0.0.1",
        0,
        null,
        "kari",
        AccessMode.KEEPER,
        new ServerSettings.TrustedProxy("Remote-User", proxy, secret, takesPasswords));
  }

  /** The cookie of a session that begins with that invitation. */
  private static String session(TestServer server, String invitation) {
    return cookie(
        server.send(
            "POST",
            "/invitation",
            "password=" + encoded(PASSWORD),
            "Content-Type",
            "application/x-www-form-urlencoded",
            "Cookie",
            cookie(server.get("/invitation?token=" + invitation))));
  }

  @Test
  void reviewingTakesAReviewerWhoIsNotTheTranslatorAndTheRecordSaysWho() {
    String[] ola = testServer.as("ola", Role.TRANSLATOR);
    String[] liv = testServer.as("liv", Role.REVIEWER);
    String[] per = testServer.as("per", Role.KEEPER);
    assertThat(mark("translated", liv)).isEqualTo(200);
    assertThat(mark("reviewed", liv)).as("her own").isEqualTo(409);
    assertThat(mark("reviewed", ola)).as("a translator").isEqualTo(403);
    assertThat(mark("reviewed", per)).isEqualTo(200);
    TrackedSection section = testServer.section("2015/brev", "Styret må gå");
    assertThat(section.sectionStatus().state()).isEqualTo(State.REVIEWED);
    assertThat(section.history().getLast().signature())
        .satisfies(
            signature -> {
              assertThat(signature.by()).isEqualTo("per");
              assertThat(signature.role()).isEqualTo(Role.KEEPER);
            });
    assertThat(Jsoup.parse(testServer.get("/s/" + id() + "/history").body()).select("main").text())
        .contains(
            "per (administrator) marked it “Reviewed”", "liv (reviewer) marked it “Translated”");
  }

  private int mark(String state, String[] person) {
    String version = testServer.section("2015/brev", "Styret må gå").version().toString();
    return testServer
        .send(
            "PUT",
            "/api/v1/sections/" + id() + "/state",
            "{\"state\":\"" + state + "\"}",
            "Content-Type",
            "application/json",
            "If-Match",
            "\"" + version + "\"",
            person[0],
            person[1])
        .statusCode();
  }

  @Test
  void nobodyReportsInTheNameOfSomebodyWhoHasAnAccount(@TempDir Path other) {
    var settings = TestServer.settings("127.0.0.1", 0, null, "kari", AccessMode.REPORTS);
    try (TestServer server = TestServer.copyOf("letters", other, settings)) {
      server.tokenOf("Kari", Role.KEEPER);
      server.signedOut();
      String path = "/s/" + server.section("2015/brev", "Styret må gå").section().id() + "/report";
      assertThat(server.post(path, "words=x&flaw=other&name=KARI").statusCode()).isEqualTo(400);
      assertThat(server.post(path, "words=x&flaw=other&name=Karin").statusCode()).isEqualTo(303);
    }
  }
}
