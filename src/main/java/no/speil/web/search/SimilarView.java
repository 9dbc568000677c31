package no.speil.web.search;

import java.util.List;
import no.speil.web.page.PageShell;
import no.speil.web.page.SectionRow;
import no.speil.web.page.TaggedText;

/**
 * A section and those like it.
 *
 * @param href of the section in its document
 */
public record SimilarView(
    PageShell shell, TaggedText title, String href, SectionRow row, List<SearchView.Found> found) {
  public SimilarView {
    found = List.copyOf(found);
  }
}
