package no.speil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.speil.corpus.Role;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.library.actions.Actor;
import no.speil.library.actions.EditActions.SaveOptions;
import no.speil.library.actions.EditBase;
import no.speil.status.TrackedSection;
import no.speil.web.Served;
import no.speil.web.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** A reviewer corrects and approves what somebody else has translated. */
@NeedsBrowser
class ReviewJourneyTest {
  private static final String TEXT =
      "Out with those in charge! They owe us some reply before 14 days have gone.";

  @Served private TestServer testServer;
  @AutoClose private Browser browser;
  private SectionId id;

  @BeforeEach
  void serve() throws IOException {
    Path file = testServer.root().resolve("archive/2018/lang.md");
    Files.createDirectories(file.getParent());
    String text = "Avsnitt nummer %d er her.\n\n";
    Files.writeString(
        file, IntStream.rangeClosed(1, 25).mapToObj(text::formatted).collect(Collectors.joining()));
    testServer.library().sync().look();
    browser = Browser.open().signedIn(testServer);
    browser.wide();
    id = translate("2015/brev", "Styret må gå", TEXT);
  }

  private SectionId translate(String document, String original, String text) {
    TrackedSection section = testServer.section(document, original);
    SectionId translated = section.section().id();
    var options = new SaveOptions(State.TRANSLATED, List.of());
    var ola = new Actor("ola", "web", Role.TRANSLATOR);
    testServer.library().edits().edit(translated, text, EditBase.of(section), options, ola);
    return translated;
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

  @Test
  void onATelephoneNothingStandsBesideThePageWhateverIsShown() {
    for (int number = 10; number <= 25; number++) {
      translate("2018/lang", "nummer " + number, "Paragraph number " + number + " is here.");
    }
    browser.narrow();
    for (String lang : List.of("nb", "en")) {
      browser.visit("/?lang=" + lang);
      for (String show : List.of("", "to-review", "with-checks", "yours")) {
        browser.visit("/edit/2018/lang?show=" + show);
        assertThat(browser.overhang()).as(lang + " " + show).isZero();
      }
    }
    browser.find(".narrow-menu summary").click();
    browser.find(".narrow-menu .is-to-review").click();
    assertThat(browser.waitsAt("/edit/2018/lang?show=to-review")).isTrue();
    browser.press(Keys.chord(Keys.CONTROL, Keys.END), " Now.");
    browser.find(".to-aids").click();
    assertThat(browser.says("#mine ins", " Now.")).isTrue();
    assertThat(browser.overhang()).isZero();
    assertThat(browser.barriers()).isEmpty();
  }
}
