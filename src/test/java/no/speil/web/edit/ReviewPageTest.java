package no.speil.web.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import no.speil.corpus.Role;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.library.actions.Actor;
import no.speil.library.actions.EditActions.SaveOptions;
import no.speil.library.actions.EditBase;
import no.speil.status.SectionStatus;
import no.speil.status.TrackedSection;
import no.speil.web.FormSubmission;
import no.speil.web.Served;
import no.speil.web.TestServer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a reviewer has beside a text that somebody else has translated. */
class ReviewPageTest {
  private static final Actor OLA = new Actor("ola", "web");

  @Served private TestServer testServer;
  private SectionId id;

  @BeforeEach
  void translate() {
    testServer.tokenOf("ola", Role.TRANSLATOR);
    TrackedSection section = testServer.section("2015/brev", "Styret må gå");
    id = section.section().id();
    var translated = new SaveOptions(State.TRANSLATED, List.of());
    String text = "Out with those in charge! They owe us some reply before 14 days have gone.";
    testServer.library().edits().edit(id, text, EditBase.of(section), translated, OLA);
  }

  private Element form() {
    Document page = FormSubmission.page(testServer, "/s/" + id + "/edit");
    return page.select("form.editing").getFirst();
  }

  private SectionStatus status() {
    return testServer.library().ids().section(id).sectionStatus();
  }

  private String translator() {
    return Objects.requireNonNull(status().attribution().translated()).by();
  }

  @Test
  void savingOnlyAsksForNoMarkAndKeepsStateAndTranslator() {
    Element form = form();
    assertThat(form.select(".editing > .buttons button").eachText())
        .containsExactly("Approve Alt ↵", "Save only", "Save as suggestion");
    assertThat(form.select("[type=checkbox]")).isEmpty();
    String text = "Out with those in charge! They owe us a reply before 14 days have gone.";
    FormSubmission.form(testServer, form, "markdown", text, "do", "save");
    assertThat(status().state()).isEqualTo(State.TRANSLATED);
    assertThat(translator()).isEqualTo("ola");
  }
}
