package no.speil.web.view;

import java.util.List;

/**
 * The first page.
 *
 * @param counts how many documents and sections there are, in words
 * @param indexing how far the index is, in words; empty when it is whole
 */
public record HomeView(
    Shell shell, String counts, String indexing, Meter meter, List<DocumentLine> latest) {
  public HomeView {
    latest = List.copyOf(latest);
  }
}
