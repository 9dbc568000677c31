package no.speil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import no.speil.corpus.Role;
import no.speil.people.Account;
import no.speil.people.People;
import no.speil.people.UserAgent;
import no.speil.web.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;

/** Signing in with a passkey, in a browser with an authenticator. */
@NeedsBrowser
class PasskeyTest {
  private static final String PASSWORD = "en lang setning";
  private static final String BUTTON = "form[action='/sign-in/passkey'] button";
  private static final UserAgent AGENT = new UserAgent("Firefox", "192.0.2.1", "192.0.2", "");

  @TempDir Path root;
  @AutoClose private TestServer testServer;
  @AutoClose private Browser browser;
  private VirtualAuthenticator authenticator;

  @BeforeEach
  void serve() {
    testServer = TestServer.copyOf("letters", root);
    people().accept(people().add("kari", Role.KEEPER), PASSWORD, AGENT);
    // an address of digits has no passkeys
    browser = Browser.open().at(URI.create("http://localhost:" + testServer.port()));
    authenticator = browser.addAuthenticator();
    signInByPassword();
    addPasskey("Telefonen");
  }

  @AfterEach
  void forget() {
    browser.remove(authenticator);
  }

  private People people() {
    return People.of(root, Clock.systemUTC());
  }

  private Account kari() {
    return people().find("kari").orElseThrow();
  }

  private void signInByPassword() {
    browser.visit("/sign-in");
    browser.find("#name").sendKeys("kari");
    browser.find("#password").sendKeys(PASSWORD, Keys.ENTER);
  }

  private void addPasskey(String label) {
    browser.find(".top a[href='/account']");
    browser.visit("/account");
    browser.find("#passkey-label").sendKeys(label);
    browser.find("#passkey-password").sendKeys(PASSWORD, Keys.ENTER);
    browser.find("form[action^='/account/passkeys/']");
  }

  private void signOut() {
    browser.visit("/account");
    browser.find("form[action='/sign-out'] button").click();
    browser.find(".top a[href^='/sign-in']");
  }

  @Test
  void aPasskeySignsInWithoutNameAndPasswordAndCounts() {
    assertThat(browser.find("form[action^='/account/passkeys/'] span").getText())
        .isEqualTo("Telefonen");
    assertThat(browser.barriers()).isEmpty();
    long before = kari().preferences().passkeys().getFirst().count();
    signOut();
    browser.visit("/sign-in?back=%2Fbrowse");
    assertThat(browser.barriers()).isEmpty();
    browser.find(BUTTON).click();
    browser.find(".top a[href='/account']");
    assertThat(browser.address()).endsWith("/browse");
    assertThat(kari().preferences().passkeys().getFirst().count()).isGreaterThan(before);
  }

  @Test
  void thePasswordAloneIsNotEnoughWhereSomebodyHasSaidSo() {
    browser.find("input[name=only]").click();
    browser.find("#only-password").sendKeys(PASSWORD, Keys.ENTER);
    browser.find("input[name=only][checked]");
    signOut();
    signInByPassword();
    assertThat(browser.shows("[role=alert]", "kari signs in with a passkey only.")).isTrue();
    browser.find(BUTTON).click();
    browser.find(".top a[href='/account']");
    signOut();
    people().invite("kari"); // as a keeper does for somebody who has lost it
    signInByPassword();
    browser.find(".top a[href='/account']");
  }

  @Test
  void aPasskeyThatWasRemovedSignsNobodyIn() {
    browser.find("form[action^='/account/passkeys/'] button").click();
    browser.find( // the page without any
        "form[action='/account/passkey']:not(:has(~ form[action='/account/passkey/only']))");
    signOut();
    browser.visit("/sign-in");
    browser.find(BUTTON).click();
    assertThat(
            browser.shows(
                "[role=alert]",
                "That passkey does not sign anybody in here. Use another, or your password."))
        .isTrue();
  }

  @Test
  void whereTheAuthenticatorAnswersNothingItIsSaid() {
    signOut();
    authenticator.setUserVerified(false); // the wrong finger
    browser.visit("/sign-in");
    browser.find(BUTTON).click();
    assertThat(browser.shows("form [role=status]", "Nothing came of it. Try again.")).isTrue();
  }
}
