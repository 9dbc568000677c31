package no.speil.search;

import java.util.List;

/**
 * What waits at a section for somebody's answer, apart from its translation and from reports.
 *
 * @param suggestion whether a suggestion is neither accepted nor dismissed
 * @param comment whether a comment is not resolved
 * @param checks codes of the failed checks that nobody has dismissed
 * @param waiting for whom it waits
 */
public record OpenItems(
    boolean suggestion, boolean comment, List<String> checks, List<Waiting> waiting) {
  public static final OpenItems NONE = new OpenItems(false, false, List.of(), List.of());
}
