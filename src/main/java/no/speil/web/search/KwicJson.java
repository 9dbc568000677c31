package no.speil.web.search;

import java.util.List;
import no.speil.search.Concordance;

/**
 * A page of a concordance for programs.
 *
 * @param total lines on all pages
 * @param sections number of matching sections
 * @param exact whether the lines are from all of them
 */
record KwicJson(
    String query,
    int total,
    long sections,
    boolean exact,
    List<LineJson> lines,
    List<String> notices) {

  static KwicJson of(String query, Concordance found, List<String> notices) {
    return new KwicJson(
        query,
        found.total(),
        found.sections(),
        found.exact(),
        found.lines().stream().map(LineJson::of).toList(),
        notices);
  }

  /**
   * One line.
   *
   * @param side {@code original} or {@code translation}
   * @param hit its section, as in search results
   */
  record LineJson(String side, String before, String match, String after, SearchJson.HitJson hit) {
    static LineJson of(Concordance.Line line) {
      return new LineJson(
          line.side().code(),
          line.context().before(),
          line.context().match(),
          line.context().after(),
          SearchJson.HitJson.of(line.hit()));
    }
  }
}
