package no.speil.web.view;

import java.util.List;

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
