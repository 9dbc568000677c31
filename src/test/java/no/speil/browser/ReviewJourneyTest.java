package no.speil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import no.speil.corpus.Role;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.library.actions.Actor;
import no.speil.library.actions.EditActions.SaveOptions;
import no.speil.library.actions.EditBase;
import no.speil.status.TrackedSection;
import no.speil.web.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** A reviewer corrects and approves what somebody else has translated. */
@NeedsBrowser
class ReviewJourneyTest {
  private static final String TEXT =
      "Out with those in charge! They owe us some reply before 14 days have gone.";

  @TempDir Path root;
  @AutoClose private TestServer testServer;
  @AutoClose private Browser browser;
  private SectionId id;

  @BeforeEach
  void serve() {
    testServer = TestServer.copyOf("letters", root);
    browser = Browser.open().signedIn(testServer);
    browser.wide();
    TrackedSection section = testServer.section("2015/brev", "Styret må gå");
    id = section.section().id();
    var translated = new SaveOptions(State.TRANSLATED, List.of());
    var ola = new Actor("ola", "web", Role.TRANSLATOR);
    testServer.library().edits().edit(id, TEXT, EditBase.of(section), translated, ola);
  }

  @Test
  void theChangesFollowTheTypingAreUndoneAndApproved() {
    browser.visit(testServer.editPage("2015/brev", "Styret må gå"));
    assertThat(browser.hides("#mine")).isTrue();
    browser.press(Keys.chord(Keys.CONTROL, Keys.END), " Now.");
    assertThat(browser.says("#mine ins", " Now.")).isTrue();
    assertThat(browser.find("#mine .hint").getText()).startsWith("ola remains the translator");
    assertThat(browser.find("button[value=approve]").getText()).startsWith("Approve with changes");
    assertThat(browser.barriers()).isEmpty();
    browser.find("#mine a").click();
    assertThat(browser.holds("#markdown", TEXT)).isTrue();
    assertThat(browser.hides("#mine")).isTrue();
    assertThat(browser.hasFocus("markdown")).isTrue();
    browser.press(Keys.chord(Keys.CONTROL, "z"));
    assertThat(browser.holds("#markdown", TEXT + " Now.")).isTrue();
    browser.press(Keys.chord(Keys.ALT, Keys.ENTER));
    assertThat(browser.find("#s-" + id + ".is-reviewed")).isNotNull();
    TrackedSection now = testServer.library().ids().section(id);
    assertThat(now.markdown(Side.TRANSLATION)).isEqualTo(TEXT + " Now.");
  }
}
