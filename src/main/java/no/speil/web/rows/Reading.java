package no.speil.web.rows;

import java.util.List;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.library.LiveDocument;
import no.speil.tracking.TrackedSection;
import no.speil.web.answer.Addresses;

/**
 * A document open at a place in one of its layouts; long ones are shown in parts.
 *
 * @param from position of the first section shown
 */
public record Reading(DocumentId document, View view, int from) {
  /** Sections on a page: enough for nearly every document, few enough to load at once. */
  public static final int SIZE = 200;

  /** The page that a section is on. */
  public static Reading at(LiveDocument document, SectionId section, View view) {
    List<TrackedSection> sections = document.sections();
    for (int i = 0; i < sections.size(); i++) {
      if (sections.get(i).section().id().equals(section)) {
        return new Reading(document.id(), view, i / SIZE * SIZE);
      }
    }
    return new Reading(document.id(), view, 0);
  }

  public String href() {
    String path = Addresses.document(document);
    String place = from == 0 ? "" : "from=" + from;
    String layout = view == View.SIDE ? "" : "view=" + view.code();
    String joint = place.isEmpty() || layout.isEmpty() ? "" : "&";
    String query = layout + joint + place;
    return query.isEmpty() ? path : path + "?" + query;
  }

  /** The row of a section of this page. */
  public String row(SectionId section) {
    return href() + "#" + Addresses.anchor(section);
  }

  public Reading in(View other) {
    return new Reading(document, other, from);
  }

  public Reading from(int other) {
    return new Reading(document, view, other);
  }
}
