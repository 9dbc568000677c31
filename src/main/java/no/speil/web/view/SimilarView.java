package no.speil.web.view;

import java.util.List;

/**
 * A section and those like it.
 *
 * @param href of the section in its document
 */
public record SimilarView(
    Shell shell, Wording title, String href, Row row, List<SearchView.Found> found) {
  public SimilarView {
    found = List.copyOf(found);
  }
}
