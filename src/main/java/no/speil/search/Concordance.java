package no.speil.search;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a concordance: matches with the words around them.
 *
 * @param sections how many sections match; lines are made of the first of them only
 * @param total lines on all pages together
 * @param exact whether all lines of all matching sections were counted
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

  /** A copy that says that only part of the archive is indexed. */
  public Concordance ofPartialIndex(SearchNotice notice) {
    var all = new ArrayList<>(notices);
    all.add(notice);
    return new Concordance(sections, total, false, lines, all);
  }
}
