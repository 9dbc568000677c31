package no.speil.web.section;

import java.util.List;
import no.speil.corpus.SectionId;
import no.speil.library.documents.LiveDocument;
import no.speil.messages.Messages;
import no.speil.status.TrackedSection;
import no.speil.web.page.PageShell;
import no.speil.web.page.SiteContext;
import no.speil.web.page.TaggedText;

/** A section with its document, for a page about this section. */
public record SectionInDocument(LiveDocument document, TrackedSection section) {

  /** The section as it is now. */
  public static SectionInDocument of(SiteContext site, SectionId id) {
    return of(site.document(site.library().ids().documentOf(id)), id);
  }

  /** The same for a document that is already read. */
  public static SectionInDocument of(LiveDocument document, SectionId id) {
    return new SectionInDocument(document, document.require(id));
  }

  public SectionId id() {
    return section.section().id();
  }

  /** Its row on the document's page. */
  public String href() {
    return ReadingPosition.at(document, id(), ViewMode.SIDE).row(id());
  }

  /** The document's title in the language of the page. */
  public TaggedText title(Messages t) {
    return TaggedText.title(document, t.lang());
  }

  /** Both texts and the note beside them. */
  public SectionRow row(SiteContext site, PageShell shell) {
    return SectionRows.of(
            site, shell.t(), document, ViewMode.SIDE, List.of(section), shell.visitor().writer())
        .getFirst();
  }
}
