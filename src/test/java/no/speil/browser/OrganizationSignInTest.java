package no.speil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import no.speil.NeedsPrograms;
import no.speil.corpus.Role;
import no.speil.people.Account;
import no.speil.people.People;
import no.speil.web.TestServer;
import no.speil.web.http.ServerSettings.Oidc;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Signing in and out by OpenID Connect, on the pages of a provider that others have written. */
@NeedsBrowser
@NeedsPrograms({"glewlwyd", "sqlite3"})
class OrganizationSignInTest {
  private static final Map<Role, String> GROUPS =
      Map.of(Role.REVIEWER, "lektorer", Role.TRANSLATOR, "alle");
  private static final String CLIENT = "arkivet";
  private static final String SECRET = "s3kret";
  private static final String PASSWORD = "hemmelig1";
  private static final String SIGNED_OUT = ".top a[href^='/sign-in']";

  @TempDir private Path root;
  @AutoClose private GlewlwydServer glewlwyd;
  @AutoClose private TestServer testServer;
  @AutoClose private Browser browser;

  @BeforeEach
  void start() throws Exception {
    glewlwyd = new GlewlwydServer();
  }

  private void serve(Map<Role, String> roles, @Nullable Role joining, String secret)
      throws Exception {
    var oidc =
        new Oidc(glewlwyd.issuer(), CLIENT, SECRET, "Høgskolen", "groups", roles, joining, true);
    var settings = TestServer.signingIn(oidc);
    testServer = TestServer.copyOf("letters", root, settings);
    people().add("Sjefen", Role.KEEPER);
    URI archive = testServer.address();
    glewlwyd.addClient(
        CLIENT, secret, URI.create(archive.getScheme() + "://" + archive.getAuthority()));
    browser = Browser.open().at(archive);
  }

  private void know(String username, String name, String more) throws Exception {
    glewlwyd.putUser(username, PASSWORD, name, more);
  }

  private People people() {
    return People.of(root, Clock.systemUTC());
  }

  private Account account(String name) {
    return people().find(name).orElseThrow();
  }

  private void goThere() {
    browser.visit("/sign-in?back=%2Fbrowse");
    browser.find("a.button[href^='/sign-in/organization']").click();
  }

  private void enter(String username, String password) {
    browser.find("#username").sendKeys(username);
    browser.find("#password").sendKeys(password, Keys.ENTER);
  }

  /** The first time they say there what the archive may know of them. */
  private void consent() {
    for (String scope : List.of("profile", "email")) {
      browser.find("#grant-" + scope).click();
    }
    browser.find("#carouselBody button.btn-primary").click();
    assertThat(browser.lacks("#carouselBody")).isTrue();
  }

  private void goOn() {
    browser.find("button.btn-success").click();
  }

  private void signInFirst(String username) {
    goThere();
    enter(username, PASSWORD);
    consent();
    goOn();
  }

  private void signInAgain(String username) {
    goThere();
    enter(username, PASSWORD);
    goOn();
  }

  private String signedIn() {
    return browser.find(".top a[href='/account']").getText();
  }

  /** Here, and on the page there that asks whether they mean it. */
  private void signOut() {
    browser.visit("/account");
    browser.find("form[action='/sign-out'] button").click();
    assertThat(
            browser.shows(
                ".card-body h4", "The client Arkivet wishes you to close the current session"))
        .isTrue();
    browser.find(".card-body button.btn-danger").click();
    assertThat(browser.shows(".card-body h3", "Session closed")).isTrue();
  }

  @Test
  void whoSignsInThereHasAnAccountAndIsSignedOutThereToo() throws Exception {
    serve(Map.of(), Role.TRANSLATOR, SECRET);
    know("aase", "Åse Østby", "'email': 'aase@example.org'");
    signInFirst("aase");
    assertThat(signedIn()).isEqualTo("Åse Østby");
    assertThat(browser.address()).isEqualTo("/browse");
    assertThat(account("Åse Østby").role()).isEqualTo(Role.TRANSLATOR);

    signOut();
    browser.visit("/");
    browser.find(SIGNED_OUT);
    signInAgain("aase"); // they ask for the password again
    assertThat(signedIn()).isEqualTo("Åse Østby");
    assertThat(people().accounts()).hasSize(2);
  }

  @Test
  void anAccountIsTakenByTheAddressThatIsVerifiedThereAndThenByItsOwner() throws Exception {
    serve(Map.of(), null, SECRET);
    people().add("Åse", Role.REVIEWER);
    people().changeEmail("Åse", "aase@example.org");
    know("aase", "Åse Østby", "'email': 'aase@example.org', 'email_verified': 'no'");
    signInFirst("aase");
    assertThat(
            browser.shows(
                "[role=alert]", "Åse Østby has no account here. Ask an administrator for one."))
        .isTrue();

    know("aase", "Åse Østby", "'email': 'aase@example.org', 'email_verified': 'yes'");
    goThere(); // where they are still signed in
    goOn();
    assertThat(signedIn()).isEqualTo("Åse");
    signOut();
    know("aase", "Åse Berg", "'email': 'berg@example.org', 'email_verified': 'yes'");
    signInAgain("aase");
    assertThat(signedIn()).isEqualTo("Åse");
    assertThat(people().accounts()).extracting(Account::name).containsExactly("Sjefen", "Åse");
  }

  @Test
  void groupsThereGiveTheRoleEachTime() throws Exception {
    serve(GROUPS, null, SECRET);
    know("aase", "Åse Østby", "'groups': ['alle', 'lektorer']");
    signInFirst("aase");
    assertThat(signedIn()).isEqualTo("Åse Østby");
    assertThat(account("Åse Østby").role()).isEqualTo(Role.REVIEWER);
    signOut();
    know("aase", "Åse Østby", "'groups': ['alle']");
    signInAgain("aase");
    assertThat(signedIn()).isEqualTo("Åse Østby");
    assertThat(account("Åse Østby").role()).isEqualTo(Role.TRANSLATOR);
  }

  @Test
  void aWrongPasswordThereLetsNobodyIn() throws Exception {
    serve(Map.of(), Role.TRANSLATOR, SECRET);
    know("aase", "Åse Østby", "'email': 'aase@example.org'");
    goThere();
    enter("aase", "feil");
    browser.find(".toast, .alert-danger");
    browser.visit("/");
    browser.find(SIGNED_OUT);
    assertThat(people().accounts()).hasSize(1);
  }

  @Test
  void anArchiveThatHasAnotherSecretThanItKnowsThereLetsNobodyIn() throws Exception {
    serve(Map.of(), Role.TRANSLATOR, "another");
    know("aase", "Åse Østby", "'email': 'aase@example.org'");
    signInFirst("aase");
    assertThat(
            browser.shows(
                "[role=alert]",
                "Signing in there did not succeed. Try again; if it goes on, ask who runs the"
                    + " archive to look into its log."))
        .isTrue();
    browser.find(SIGNED_OUT);
    assertThat(people().accounts()).hasSize(1);
  }
}
