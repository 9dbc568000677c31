package no.speil.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Words in their contexts.
 *
 * @param sections how many have all that was asked for; lines are of the first of them
 * @param total lines on all pages together
 * @param exact whether every section found was read, and to its end
 * @param lines this page of them
 */
public record Concordance(
    long sections,
    int total,
    boolean exact,
    List<ConcordanceLine> lines,
    List<SearchNotice> notices) {
  public Concordance {
    lines = List.copyOf(lines);
    notices = List.copyOf(notices);
  }

  /** The same of an index that holds only some of the archive, as the notice says. */
  public Concordance ofSome(SearchNotice notice) {
    var told = new ArrayList<>(notices);
    told.add(notice);
    return new Concordance(sections, total, false, lines, told);
  }
}
