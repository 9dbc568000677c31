package no.speil.web.search;

import java.util.List;
import no.speil.search.KwicContext;
import no.speil.web.page.LinkChoice;
import no.speil.web.page.PageShell;
import no.speil.web.page.Paging;
import no.speil.web.page.TaggedText;

/**
 * A page of a concordance.
 *
 * @param summary number of lines, in words
 * @param notices about how the query was read
 * @param printed where and when a printed page was made, in words
 */
public record KwicView(
    PageShell shell,
    String summary,
    List<String> notices,
    Options options,
    List<Line> lines,
    Paging paging,
    String printed) {
  public KwicView {
    notices = List.copyOf(notices);
    lines = List.copyOf(lines);
  }

  /**
   * Options beside the query.
   *
   * @param views other views of the same results
   * @param kept parameters to keep when the query changes
   */
  public record Options(
      List<LinkChoice> sorts, List<LinkChoice> views, List<SearchView.Field> kept) {}

  /**
   * One line.
   *
   * @param href of its section
   * @param lang of its text
   */
  public record Line(
      String href, String lang, KwicContext context, Counterpart counterpart, Source source) {}

  /**
   * The section's text in the other language.
   *
   * @param text safe HTML
   * @param absence words for a missing text
   */
  public record Counterpart(TaggedText text, String absence) {}

  /**
   * Its source.
   *
   * @param year may be empty
   * @param warning what is wrong with the translation; usually empty
   */
  public record Source(TaggedText title, String year, String warning) {}
}
