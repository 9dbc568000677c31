package no.speil.web.page;

import no.speil.corpus.SectionId;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.LiveDocument;
import no.speil.status.TrackedSection;

/** A section where it stands in its document, for a page about it alone. */
public record SectionInDocument(
    LiveDocument document, TrackedSection section, ReadingPosition reading) {

  /** The section as it is now. */
  public static SectionInDocument of(SiteContext site, SectionId id) {
    return of(site.document(site.library().ids().documentOf(id)), id);
  }

  /** The same of a document that has been read already. */
  public static SectionInDocument of(LiveDocument document, SectionId id) {
    TrackedSection section =
        document.section(id).orElseThrow(() -> new ActionRefusedException.UnknownSection(id));
    return new SectionInDocument(
        document, section, ReadingPosition.at(document, id, ViewMode.SIDE));
  }

  public SectionId id() {
    return section.section().id();
  }

  /** Its row on the document's page. */
  public String href() {
    return reading.row(id());
  }

  /** What its document is called in the language of the page. */
  public TaggedText title(Messages t) {
    return TaggedTexts.title(document, t.lang());
  }

  /** Both texts and the note beside them. */
  public SectionRow row(SectionRows rows, PageShell shell) {
    return rows.of(shell.t(), document, reading, section, shell.visitor().writer());
  }
}
