package no.speil.web.section;

import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.library.documents.LiveDocument;
import no.speil.web.page.PageUrl;
import no.speil.web.page.SiteUrls;

/**
 * A page of a document in one of its layouts; long documents have several pages.
 *
 * @param from position of the first section shown
 * @param search parameters of the search that led here, for links; usually empty
 */
public record ReadingPosition(DocumentId document, ViewMode view, int from, String search) {
  /** Sections on a page: enough for nearly every document, few enough to load at once. */
  public static final int SIZE = 200;

  public ReadingPosition(DocumentId document, ViewMode view, int from) {
    this(document, view, from, "");
  }

  /** The page that a section is on. */
  public static ReadingPosition at(LiveDocument document, SectionId section, ViewMode view) {
    int number = Math.max(0, document.number(section));
    return new ReadingPosition(document.id(), view, number / SIZE * SIZE);
  }

  /** The row of a section on its page, both sides beside each other. */
  public static String row(LiveDocument document, SectionId section) {
    return at(document, section, ViewMode.SIDE).row(section);
  }

  public String href() {
    String own =
        PageUrl.at(SiteUrls.document(document))
            .with("view", view == ViewMode.SIDE ? "" : view.code())
            .with("from", from == 0 ? "" : from)
            .href();
    return SiteUrls.with(own, search);
  }

  /** The row of a section of this page. */
  public String row(SectionId section) {
    return href() + "#" + SiteUrls.anchor(section);
  }

  /** The same page for links that carry a search along. */
  public ReadingPosition with(String other) {
    return new ReadingPosition(document, view, from, other);
  }

  public ReadingPosition in(ViewMode other) {
    return new ReadingPosition(document, other, from, search);
  }

  public ReadingPosition from(int other) {
    return new ReadingPosition(document, view, other, search);
  }
}
