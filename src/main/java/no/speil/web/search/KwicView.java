package no.speil.web.search;

import java.util.List;
import no.speil.search.KwicContext;
import no.speil.web.page.LinkChoice;
import no.speil.web.page.PageShell;
import no.speil.web.page.Paging;
import no.speil.web.page.StatusBadge;
import no.speil.web.page.TaggedText;

/**
 * Words in their contexts.
 *
 * @param summary how many there are, in words
 * @param notices what to know about how the query was read
 */
public record KwicView(
    PageShell shell,
    String summary,
    List<String> notices,
    Options options,
    List<Line> lines,
    Paging paging) {
  public KwicView {
    notices = List.copyOf(notices);
    lines = List.copyOf(lines);
  }

  /**
   * What can be chosen beside the query.
   *
   * @param views other forms of the same results
   * @param kept fields of the address to keep when the query is changed
   */
  public record Options(
      List<LinkChoice> sorts, List<LinkChoice> views, List<SearchView.Field> kept) {}

  /**
   * One place.
   *
   * @param href of its section
   * @param lang of the text that it is in
   */
  public record Line(
      String href, String lang, KwicContext context, Counterpart counterpart, Source source) {}

  /**
   * What the section says in the other language.
   *
   * @param text HTML that is safe as it is
   * @param absence what to say where there is none
   */
  public record Counterpart(TaggedText text, String absence) {}

  /**
   * Where it is from.
   *
   * @param heading that it stands under; may be empty
   */
  public record Source(TaggedText title, TaggedText heading, StatusBadge statusBadge) {}
}
