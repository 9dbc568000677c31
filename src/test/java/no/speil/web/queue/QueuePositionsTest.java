package no.speil.web.queue;

import static no.speil.web.FormSubmission.form;
import static no.speil.web.FormSubmission.location;
import static no.speil.web.FormSubmission.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Role;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.library.actions.Actor;
import no.speil.status.TrackedSection;
import no.speil.web.Served;
import no.speil.web.TestServer;
import no.speil.web.queue.QueuePositions.Place;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Whoever walks through the queue goes on where they were. */
class QueuePositionsTest {
  private static final String QUEUE = "/queue?q=doc%3A2015%2Fbrev";
  private static final Actor KARI = new Actor("kari", "web", Role.TRANSLATOR);
  private static final Actor INGRID = new Actor("ingrid", "web", Role.REVIEWER);

  @Served private TestServer testServer;

  @Test
  void aSuggestionAndACommentKeepThePlaceThoughTheyMoveTheSection() {
    List<SectionId> rows = rows();
    String onward = QUEUE + "#s-" + rows.get(4);
    SectionId here = rows.get(3);
    Place before = place(onward, here, KARI);
    assertThat(before.position()).isEqualTo(4);
    assertThat(before.next()).startsWith("/s/" + rows.get(4) + "/edit");

    testServer.library().edits().suggest(here, "Another text.", KARI);
    testServer.library().marks().comment(here, "Why so?", KARI);

    assertThat(rows()).as("it waits above now").startsWith(here);
    Place after = place(onward, here, KARI);
    assertThat(after.next()).isEqualTo(before.next());
    assertThat(after.previous()).startsWith("/s/" + rows.get(2) + "/edit");
  }

  @Test
  void whatAPersonMayNotReviewIsLeftOutAndWhatOthersTranslatedIsNot() {
    List<SectionId> rows = rows();
    mark(rows.get(2), KARI);
    mark(rows.get(3), INGRID);
    List<SectionId> now = rows();
    SectionId last = now.get(now.size() - 3); // the two reviews come last
    String onward = QUEUE + "#s-" + now.get(now.size() - 2);

    assertThat(place(onward, last, KARI).next()).as("a translator reviews nothing").isEmpty();
    assertThat(place(onward, last, KARI).count().toReview()).isZero();
    assertThat(place(onward, last, INGRID).next()).startsWith("/s/" + rows.get(2) + "/edit");
    assertThat(place(onward, rows.get(2), KARI).count().toReview()).as("not there").isZero();
    String end = QUEUE + QueuePositions.END;
    assertThat(place(end, rows.get(3), INGRID).next()).isEmpty();
  }

  @Test
  void theEndOfTheQueueAndOfTheTextLeadsToWhatIsNext() {
    List<SectionId> rows = rows();
    rows.stream().skip(1).forEach(each -> mark(each, KARI));
    Element form =
        page(
                testServer,
                "/s/" + rows.getFirst() + "/edit?next=" + QUEUE.replace("%", "%25") + "%23end")
            .select("form.editing")
            .getFirst();
    String next =
        location(form(testServer, form, "markdown", "A text.", "do", "next", "mark", "on"));
    assertThat(next).isEqualTo("/work?finished=2015%2Fbrev");
  }

  private void mark(SectionId id, Actor person) {
    TrackedSection section = testServer.library().ids().section(id);
    if (section.section().translation().isEmpty()) {
      testServer.library().edits().edit(id, "A text.", section.version(), person);
    }
    testServer
        .library()
        .marks()
        .mark(id, State.TRANSLATED, testServer.library().ids().section(id).version(), person);
  }

  private Place place(String onward, SectionId id, Actor person) {
    Place place = QueuePositions.of(testServer.library(), person, onward, id);
    assertThat(place.isThere()).isTrue();
    return place;
  }

  private List<SectionId> rows() {
    assertThat(testServer.library().documents().find(new DocumentId("2015/brev"))).isPresent();
    return page(testServer, QUEUE).select("article").stream()
        .map(row -> new SectionId(row.id().substring("s-".length())))
        .toList();
  }
}
