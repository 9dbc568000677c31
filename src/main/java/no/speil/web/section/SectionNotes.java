package no.speil.web.section;

import no.speil.library.Library;
import no.speil.library.actions.Actor;
import no.speil.library.documents.DocumentChecks;
import no.speil.library.documents.LiveDocument;
import no.speil.messages.Messages;
import no.speil.status.TrackedSection;
import org.jspecify.annotations.Nullable;

/**
 * What the notes beside the sections of a page share.
 *
 * @param writer the user as one who acts; null if they may not write
 * @param reports whether users who may not write may report errors
 */
record SectionNotes(
    Messages t,
    ReadingPosition reading,
    LiveDocument document,
    @Nullable Actor writer,
    Library library,
    boolean reports,
    ClaimLines claims,
    DocumentChecks checks,
    OverallState overall) {

  static SectionNotes of(
      Messages t,
      ReadingPosition reading,
      LiveDocument document,
      @Nullable Actor writer,
      Library library,
      boolean reports) {
    return new SectionNotes(
        t,
        reading,
        document,
        writer,
        library,
        reports,
        new ClaimLines(t, library.claims(), document, writer),
        library.documents().checks().in(document),
        new OverallState(document));
  }

  SectionNote of(TrackedSection tracked) {
    return new SectionNote(this, tracked);
  }
}
