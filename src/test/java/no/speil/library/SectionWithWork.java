package no.speil.library;

import static no.speil.library.TestLibrary.KARI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Freshness;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.library.actions.ExpectedVersion;
import no.speil.library.activity.Activity;
import no.speil.library.activity.ActivityCursor;
import no.speil.library.documents.SectionLocation;
import no.speil.status.TrackedSection;

/** A section that Kari has marked and asked something about, and where its work is. */
record SectionWithWork(TestLibrary archive, String beginning, SectionId id) {

  /** Of a section of the open archive whose text begins so. */
  static SectionWithWork of(TestLibrary archive, String document, String beginning) {
    TrackedSection section = archive.section(document, beginning);
    archive.mark(section, State.TRANSLATED, KARI);
    archive.library().marks().comment(section.section().id(), "Which day?", KARI);
    return new SectionWithWork(archive, beginning, section.section().id());
  }

  SectionLocation location() {
    return archive.library().ids().locate(id).orElseThrow();
  }

  /** What has its text in that document. */
  TrackedSection in(String document) {
    return archive.section(document, beginning);
  }

  void assertIsIn(String document) {
    TrackedSection section = in(document);
    assertThat(section.section().id()).isEqualTo(id);
    assertThat(section.sectionStatus().state()).isEqualTo(State.TRANSLATED);
    assertThat(section.sectionStatus().freshness()).isEqualTo(Freshness.CURRENT);
    assertThat(section.openComments()).hasSize(1);
    assertThat(location()).isEqualTo(new SectionLocation.Present(new DocumentId(document), id));
    assertThat(archive.library().problems()).isEmpty();
  }

  /** Takes back that it has come there. */
  void undo(String document) {
    archive.library().alignment().undo(new ExpectedVersion(id, in(document).version()), KARI);
  }

  /** All that was done in the archive. */
  List<Activity> activities() {
    return archive
        .library()
        .activity()
        .since(ActivityCursor.moment(Instant.EPOCH), 100)
        .activities();
  }
}
