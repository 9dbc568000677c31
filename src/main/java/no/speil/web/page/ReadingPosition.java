package no.speil.web.page;

import java.util.List;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.library.documents.LiveDocument;
import no.speil.status.TrackedSection;

/**
 * A page of a document in one of its layouts; long documents have several pages.
 *
 * @param from position of the first section shown
 */
public record ReadingPosition(DocumentId document, ViewMode view, int from) {
  /** Sections on a page: enough for nearly every document, few enough to load at once. */
  public static final int SIZE = 200;

  /** The page that a section is on. */
  public static ReadingPosition at(LiveDocument document, SectionId section, ViewMode view) {
    List<TrackedSection> sections = document.sections();
    for (int i = 0; i < sections.size(); i++) {
      if (sections.get(i).section().id().equals(section)) {
        return new ReadingPosition(document.id(), view, i / SIZE * SIZE);
      }
    }
    return new ReadingPosition(document.id(), view, 0);
  }

  public String href() {
    String path = SiteUrls.document(document);
    String place = from == 0 ? "" : "from=" + from;
    String layout = view == ViewMode.SIDE ? "" : "view=" + view.code();
    String joint = place.isEmpty() || layout.isEmpty() ? "" : "&";
    String query = layout + joint + place;
    return query.isEmpty() ? path : path + "?" + query;
  }

  /** The row of a section of this page. */
  public String row(SectionId section) {
    return href() + "#" + SiteUrls.anchor(section);
  }

  public ReadingPosition in(ViewMode other) {
    return new ReadingPosition(document, other, from);
  }

  public ReadingPosition from(int other) {
    return new ReadingPosition(document, view, other);
  }
}
