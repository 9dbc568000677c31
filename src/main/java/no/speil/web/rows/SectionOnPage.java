package no.speil.web.rows;

import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.library.ActionRefused;
import no.speil.library.Library;
import no.speil.library.LiveDocument;
import no.speil.tracking.TrackedSection;
import no.speil.web.answer.Wordings;
import no.speil.web.view.Messages;
import no.speil.web.view.Row;
import no.speil.web.view.Shell;
import no.speil.web.view.Wording;

/** A section where it stands in its document, for a page about it alone. */
public record SectionOnPage(LiveDocument document, TrackedSection section, Reading reading) {

  /** The section as it is now. */
  public static SectionOnPage of(Library library, SectionId id) {
    DocumentId document = library.present(id);
    return of(
        library.document(document).orElseThrow(() -> new ActionRefused.UnknownDocument(document)),
        id);
  }

  /** The same of a document that has been read already. */
  public static SectionOnPage of(LiveDocument document, SectionId id) {
    TrackedSection section =
        document.section(id).orElseThrow(() -> new ActionRefused.UnknownSection(id));
    return new SectionOnPage(document, section, Reading.at(document, id, View.SIDE));
  }

  public SectionId id() {
    return section.section().id();
  }

  /** Its row on the document's page. */
  public String href() {
    return reading.row(id());
  }

  /** What its document is called in the language of the page. */
  public Wording title(Messages t) {
    return Wordings.title(document, t.lang());
  }

  /** Both texts and the note beside them. */
  public Row row(Rows rows, Shell shell) {
    return rows.of(shell.t(), document, reading, section, shell.visitor().writer());
  }
}
