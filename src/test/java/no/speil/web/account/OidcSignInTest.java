package no.speil.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import no.speil.corpus.Role;
import no.speil.people.Account;
import no.speil.people.People;
import no.speil.people.UserAgent;
import no.speil.web.TestServer;
import no.speil.web.account.TestOrganization.Lie;
import no.speil.web.http.ServerSettings;
import no.speil.web.http.ServerSettings.Oidc;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in by an organisation (OpenID Connect). */
class OidcSignInTest {
  private static final Map<Role, String> GROUPS =
      Map.of(Role.KEEPER, "arkiv-sjefer", Role.REVIEWER, "lektorer", Role.TRANSLATOR, "alle");

  private static final String TOKEN = "speil-id-token=";

  @TempDir private Path folder;
  @AutoClose private TestOrganization organization;
  @AutoClose private TestServer testServer;

  @BeforeEach
  void tell() throws Exception {
    organization = new TestOrganization();
    organization.person.put("name", "Åse Østby");
  }

  private People serve(Map<Role, String> roles, @Nullable Role joining, boolean passwords) {
    testServer = TestServer.copyOf("letters", folder, settings(roles, joining, passwords));
    testServer.signedOut();
    People people = People.of(folder, Clock.systemUTC());
    people.add("Sjefen", Role.KEEPER);
    return people;
  }

  private ServerSettings settings(
      Map<Role, String> roles, @Nullable Role joining, boolean passwords) {
    var oidc =
        new Oidc(
            organization.issuer(),
            TestOrganization.CLIENT,
            TestOrganization.SECRET,
            "Høgskolen",
            "arkiv.grupper",
            roles,
            joining,
            passwords);
    return TestServer.signingIn(oidc);
  }

  private void restart(boolean passwords) {
    testServer.close();
    testServer =
        TestServer.again(folder, settings(Map.of(), Role.TRANSLATOR, passwords)).signedOut();
  }

  private HttpResponse<String> signIn() {
    HttpResponse<String> begun = testServer.get("/sign-in/organization?back=%2Fd%2F2015%2Fbrev");
    assertThat(begun.statusCode()).isEqualTo(302);
    URI back = organization.signIn(URI.create(location(begun)));
    return testServer.get(path(back), "Cookie", cookie(begun, "speil-attempt"));
  }

  private static String path(URI address) {
    return address.getRawPath() + "?" + address.getRawQuery();
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static String cookie(HttpResponse<String> answer, String name) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(each -> each.startsWith(name))
        .filter(each -> !each.startsWith("speil-known") && !each.contains("=;"))
        .map(each -> each.substring(0, each.indexOf(';')))
        .findFirst()
        .orElse("");
  }

  private String session(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return cookie(answer, "speil-");
  }

  private String name(String session) {
    return Jsoup.parse(testServer.get("/home", "Cookie", session).body())
        .select("header a[href=/account]")
        .text();
  }

  @Test
  void whoSignsInThereHasAnAccountFromThenOnAndIsSignedOutThereToo() {
    People people = serve(Map.of(), Role.TRANSLATOR, true);
    Document page = Jsoup.parse(testServer.get("/sign-in?back=%2Fd%2F2015%2Fbrev").body());
    assertThat(page.select(".button").text()).isEqualTo("Sign in with Høgskolen");
    assertThat(page.select(".button").attr("href"))
        .isEqualTo("/sign-in/organization?back=%2Fd%2F2015%2Fbrev");

    HttpResponse<String> answer = signIn();
    assertThat(location(answer)).isEqualTo("/d/2015/brev");
    String session = session(answer);
    assertThat(name(session)).isEqualTo("Åse Østby");
    assertThat(people.find("Åse Østby").orElseThrow().role()).isEqualTo(Role.TRANSLATOR);
    assertThat(organization.asked("scope")).contains("openid");
    assertThat(organization.asked("code_challenge_method")).isEqualTo("S256");

    organization.person.put("name", "Åse Berg"); // as after a wedding
    assertThat(name(session(signIn()))).isEqualTo("Åse Østby");
    assertThat(people.accounts()).hasSize(2);

    HttpResponse<String> out = testServer.send("POST", "/sign-out", "", "Cookie", session);
    assertThat(location(out))
        .startsWith(organization.issuer() + "/leave?")
        .contains("client_id=arkivet", "post_logout_redirect_uri=http%3A%2F%2F127.0.0.1");
    assertThat(out.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("form-action 'self' http://127.0.0.1:");
    assertThat(name(session)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"NONE", "OTHER_METADATA"})
  void whenItLiesNobodyIsLetIn(Lie lie) {
    People people = serve(Map.of(), Role.TRANSLATOR, true);
    organization.lie = lie;
    HttpResponse<String> answer = signIn();
    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.body()).contains("did not succeed").doesNotContain("Exception");
    assertThat(cookie(answer, "speil-")).isEmpty();
    assertThat(people.accounts()).hasSize(1);
  }

  @Test
  void whatSaysThatItIsAnotherOrganizationIsNotAsked() {
    serve(Map.of(), Role.TRANSLATOR, true);
    organization.lie = Lie.OTHER_METADATA;
    assertThat(testServer.get("/sign-in/organization").statusCode()).isEqualTo(502);
    organization.lie = Lie.NONE;
    assertThat(testServer.get("/sign-in/organization").statusCode()).isEqualTo(302);
    organization.close();
    assertThat(signIn().body()).contains("did not succeed");
  }

  @Test
  void anAnswerIsTakenOnceAndFromTheBrowserThatAsked() {
    serve(Map.of(), Role.TRANSLATOR, true);
    HttpResponse<String> begun = testServer.get("/sign-in/organization");
    String back = path(organization.signIn(URI.create(location(begun))));
    assertThat(testServer.get(back).statusCode()).isEqualTo(502);
    String other = cookie(testServer.get("/sign-in/organization"), "speil-attempt");
    assertThat(testServer.get(back, "Cookie", other).statusCode()).isEqualTo(502);
    assertThat(testServer.get(back, "Cookie", "speil-attempt=%ZZ~~~").statusCode()).isEqualTo(502);
    assertThat(testServer.get(back, "Cookie", "speil-attempt=a~b~c~%ZZ").statusCode())
        .isEqualTo(502);
    HttpResponse<String> done = testServer.get(back, "Cookie", cookie(begun, "speil-attempt"));
    assertThat(done.statusCode()).isEqualTo(303);
    assertThat(done.headers().allValues("Set-Cookie"))
        .anyMatch(each -> each.startsWith("speil-attempt=; Path=/; Expires=Thu, 01 Jan 1970"));
  }

  @Test
  void groupsGiveRolesEachTimeAndTheLastKeeperStaysOne() {
    People people = serve(GROUPS, null, true);
    people.add("Ola", Role.KEEPER);
    people.disable("Sjefen");
    organization.person.put("arkiv", Map.of("grupper", List.of("alle", "lektorer")));
    session(signIn());
    assertThat(role(people, "Åse Østby")).isEqualTo(Role.REVIEWER);
    organization.person.put("arkiv", Map.of("grupper", "arkiv-sjefer"));
    session(signIn());
    assertThat(role(people, "Åse Østby")).isEqualTo(Role.KEEPER);
    people.disable("Ola");
    organization.person.remove("arkiv");
    session(signIn());
    assertThat(role(people, "Åse Østby")).isEqualTo(Role.KEEPER);
    people.enable("Ola");
    session(signIn());
    assertThat(role(people, "Åse Østby")).isEqualTo(Role.READER);
    organization.subject = "another";
    organization.person.put("name", "Per");
    assertThat(signIn().statusCode()).isEqualTo(401);
    assertThat(people.find("Per")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "PS512"})
  void whatItTellsOfThePersonMayBeASignedToken(String algorithm) {
    People people = serve(GROUPS, null, true);
    organization.personAlgorithm = algorithm;
    organization.person.put("arkiv", Map.of("grupper", List.of("alle", "lektorer")));
    assertThat(name(session(signIn()))).isEqualTo("Åse Østby");
    assertThat(role(people, "Åse Østby")).isEqualTo(Role.REVIEWER);
  }

  @Test
  void aSignatureOfAnotherKindThanItSaysThatItMakesIsRefused() {
    People people = serve(Map.of(), Role.TRANSLATOR, true);
    organization.personAlgorithm = "PS512";
    assertThat(testServer.get("/sign-in/organization").statusCode()).isEqualTo(302);
    organization.personAlgorithm = "RS384";
    assertThat(signIn().statusCode()).isEqualTo(502);
    assertThat(people.accounts()).hasSize(1);
  }

  private static Role role(People people, String name) {
    return people.find(name).map(Account::role).orElseThrow();
  }

  @Test
  void anAccountIsTakenByTheAddressThatItsKeeperHasGivenAndOnlyOnce() {
    People people = serve(Map.of(), null, true);
    people.add("Åse", Role.REVIEWER);
    people.changeEmail("Åse", "aase@example.org");
    organization.person.put("email", "Aase@example.org");
    HttpResponse<String> unverified = signIn();
    assertThat(unverified.statusCode()).isEqualTo(401);
    assertThat(unverified.body())
        .contains("Åse Østby has no account here. Ask an administrator for one.");

    organization.person.put("email_verified", true);
    assertThat(name(session(signIn()))).isEqualTo("Åse");
    organization.person.remove("email");
    assertThat(name(session(signIn()))).isEqualTo("Åse");

    organization.person.put("email", "aase@example.org");
    organization.subject = "another";
    assertThat(signIn().statusCode()).isEqualTo(401);
  }

  @Test
  void nobodyComesUnderANameThatIsSomebodyElsesOrWithAClosedAccount() {
    People people = serve(Map.of(), Role.TRANSLATOR, true);
    organization.person.put("name", "sjefen");
    Document refused = Jsoup.parse(signIn().body());
    assertThat(refused.text()).contains("already an account named Sjefen");
    assertThat(refused.select("header a[lang=nb]").attr("href"))
        .isEqualTo("/sign-in?back=%2Fd%2F2015%2Fbrev&lang=nb");
    organization.person.put("name", "Per\u202egnal");
    assertThat(signIn().statusCode()).isEqualTo(401);
    organization.person.put("name", "Per");
    String session = session(signIn());
    people.disable("Per");
    assertThat(name(session)).isEmpty();
    assertThat(signIn().statusCode()).isEqualTo(401);
    assertThat(people.find("Per").orElseThrow().isOpen()).isFalse();
  }

  @Test
  void withoutPasswordsTheOrganizationIsTheOnlyWay() {
    People people = serve(Map.of(), Role.TRANSLATOR, false);
    Document page = Jsoup.parse(testServer.get("/sign-in").body());
    assertThat(page.select(".button")).hasSize(1);
    assertThat(page.select("input[type=password]")).isEmpty();
    assertThat(name(session(signIn()))).isEqualTo("Åse Østby");
    assertThat(people.find("Åse Østby")).isPresent();
  }

  @Test
  void aSessionThatAPasswordBeganForLongEndsWherePasswordsAreTakenNoMore() {
    People people = serve(Map.of(), Role.TRANSLATOR, true);
    String password = "en god lang setning";
    var browser = new UserAgent("Firefox", "127.0.0.1", "127.0.0.1", "");
    people.accept(people.add("Åse", Role.REVIEWER), password, browser);
    people.changeEmail("Åse", "aase@example.org");
    organization.person.putAll(Map.of("email", "aase@example.org", "email_verified", true));
    String ofOrganization = session(signIn());
    HttpResponse<String> signedIn =
        testServer.send(
            "POST",
            "/sign-in",
            "name=%C3%85se&stay=yes&password=" + password.replace(' ', '+'),
            "Content-Type",
            "application/x-www-form-urlencoded");
    String ofPassword = session(signedIn);
    assertThat(List.of(name(ofPassword), name(ofOrganization))).containsOnly("Åse");

    restart(false);
    assertThat(name(ofPassword)).isEmpty();
    assertThat(name(ofOrganization)).isEqualTo("Åse");
  }

  @Test
  void whoSignsOutAfterARestartIsSignedOutThereTooIfItAnswers() throws Exception {
    serve(Map.of(), Role.TRANSLATOR, true);
    String first = session(signIn());
    String second = session(signIn());
    restart(true);
    assertThat(location(testServer.send("POST", "/sign-out", "", "Cookie", first)))
        .startsWith(organization.issuer() + "/leave?");
    organization.close();
    restart(true);
    assertThat(location(testServer.send("POST", "/sign-out", "", "Cookie", second))).isEqualTo("/");
    assertThat(name(second)).isEmpty();
  }

  @Test
  void whoSignsOutIsNamedThereByTheTokenThatTheySignedInWith() {
    serve(Map.of(), Role.TRANSLATOR, true);
    HttpResponse<String> signedIn = signIn();
    assertThat(signedIn.headers().allValues("Set-Cookie"))
        .anyMatch(each -> each.startsWith(TOKEN) && each.contains("; Path=/sign-out;"));
    String token = cookie(signedIn, TOKEN);
    HttpResponse<String> out = signOut(session(signedIn), token);
    assertThat(location(out))
        .startsWith(organization.issuer() + "/leave?")
        .contains(token.replace(TOKEN, "id_token_hint="));
    assertThat(out.headers().allValues("Set-Cookie"))
        .anyMatch(each -> each.startsWith(TOKEN + "; Path=/sign-out; Expires=Thu, 01 Jan 1970"));
  }

  @Test
  void nobodyIsNamedThereBySomebodyElsesTokenOrABrokenOne() {
    serve(Map.of(), Role.TRANSLATOR, true);
    String others = cookie(signIn(), TOKEN);
    organization.subject = "another";
    organization.person.put("name", "Per");
    for (String token : List.of(others, TOKEN, TOKEN + "a.b.c", TOKEN + "e30.e30.e30")) {
      assertThat(location(signOut(session(signIn()), token)))
          .startsWith(organization.issuer() + "/leave?")
          .doesNotContain("id_token_hint");
    }
  }

  /** The headers of an answer have to go through proxies. */
  @Test
  void aTokenThatIsTooLongIsNotKept() {
    serve(Map.of(), Role.TRANSLATOR, true);
    organization.subject = "7".repeat(2000);
    HttpResponse<String> signedIn = signIn();
    assertThat(cookie(signedIn, TOKEN)).isEmpty();
    assertThat(location(signOut(session(signedIn), "")))
        .startsWith(organization.issuer() + "/leave?");
  }

  private HttpResponse<String> signOut(String session, String token) {
    return testServer.send("POST", "/sign-out", "", "Cookie", session + "; " + token);
  }

  @Test
  void aFormOfWhoWasSignedOutIsSentAgainAfterwards() {
    serve(Map.of(), Role.TRANSLATOR, true);
    String id = testServer.section("2015/brev", "Styret må gå").section().id().value();
    String form = "/s/" + id + "/comments";
    HttpResponse<String> asked =
        testServer.send(
            "POST",
            form,
            "text=Stemmer+%C3%A5rstallet%3F&next=%2F",
            "Content-Type",
            "application/x-www-form-urlencoded");
    assertThat(asked.statusCode()).isEqualTo(401);
    Document page = Jsoup.parse(asked.body());
    assertThat(page.select(".button").attr("target")).isEqualTo("_blank");
    assertThat(page.select("form[action=" + form + "] input[name=text]").attr("value"))
        .isEqualTo("Stemmer årstallet?");
  }

  @Test
  void withoutAnOrganizationThereIsNoSuchPage() {
    testServer = TestServer.copyOf("letters", folder);
    assertThat(testServer.get("/sign-in/organization").statusCode()).isEqualTo(404);
    assertThat(testServer.get("/sign-in/organization/back?code=x&state=y").statusCode())
        .isEqualTo(404);
  }
}
