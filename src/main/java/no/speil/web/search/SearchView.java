package no.speil.web.search;

import java.util.List;
import no.speil.web.page.DownloadLinks;
import no.speil.web.page.LinkChoice;
import no.speil.web.page.PageShell;
import no.speil.web.page.Paging;
import no.speil.web.page.StatusBadge;
import no.speil.web.page.TaggedText;

/**
 * Results of a search.
 *
 * @param summary how many there are, in words
 * @param notices what to know about how the query was read
 * @param instead other searches, where this one finds nothing; else empty
 */
public record SearchView(
    PageShell shell,
    String summary,
    List<String> notices,
    Options options,
    List<ResultGroup> found,
    List<LinkChoice> instead,
    DownloadLinks downloadLinks,
    MarkForm markForm,
    Paging paging) {
  public SearchView {
    notices = List.copyOf(notices);
    found = List.copyOf(found);
    instead = List.copyOf(instead);
  }

  /** The page without a query. */
  public static SearchView unasked(PageShell shell) {
    var options = new Options(List.of(), List.of(), List.of(), Suggestions.NONE, List.of());
    return new SearchView(
        shell,
        "",
        List.of(),
        options,
        List.of(),
        List.of(),
        DownloadLinks.NOTHING,
        MarkForm.NONE,
        Paging.NONE);
  }

  /**
   * Options beside the query.
   *
   * @param kept parameters to keep when the query changes
   */
  public record Options(
      List<LinkChoice> sorts,
      List<LinkChoice> groups,
      List<Facet> facets,
      Suggestions words,
      List<Field> kept) {}

  /**
   * The form that marks the sections of this page.
   *
   * @param sections ids and versions, as the form sends them back
   * @param mayReview whether the person may review any of them
   * @param back address of this page
   * @param more address of the page with as many results as possible; may be empty
   */
  public record MarkForm(String sections, int count, boolean mayReview, String back, String more) {
    public static final MarkForm NONE = new MarkForm("", 0, false, "", "");
  }

  /** Values of one facet, with counts. */
  public record Facet(String name, List<Value> values) {}

  /** A facet's value. */
  public record Value(String label, String count, String href, boolean chosen) {}

  /**
   * Suggestions for the query.
   *
   * @param meant query that finds more ("did you mean"); may be empty
   * @param termExpansions words that are also searched by their translations
   * @param all switches all translations off or on; may be empty
   * @param about the page of the word, if the query is one word; may be empty
   */
  public record Suggestions(
      LinkChoice meant, List<TermExpansion> termExpansions, LinkChoice all, LinkChoice about) {
    private static final LinkChoice NOTHING = new LinkChoice("", "", false);

    public static final Suggestions NONE = new Suggestions(NOTHING, List.of(), NOTHING, NOTHING);
  }

  /**
   * A word and its translations.
   *
   * @param href of the word's page; empty for several words
   * @param translations sure ones, each of which can be switched off and on
   * @param unsure searches for the word or one of its less certain translations; without an address
   *     where the query has other words
   */
  public record TermExpansion(
      String word, String href, List<LinkChoice> translations, List<LinkChoice> unsure) {}

  /** A hidden field of the search form. */
  public record Field(String name, String value) {}

  /**
   * Results that match in the same way.
   *
   * @param heading empty where there is only one group
   * @param guesses whether they are not counted, and folded
   * @param notes what is said about them
   */
  public record ResultGroup(
      String heading, boolean guesses, List<String> notes, List<Result> results) {}

  /** Results of one document. */
  public record Result(
      String href, TaggedText original, TaggedText translation, String detail, List<Pair> pairs) {}

  /**
   * A section that matches.
   *
   * @param original HTML that is safe as it is
   * @param translation HTML that is safe as it is
   * @param absence words for a missing side
   */
  public record Pair(
      String href,
      TaggedText heading,
      TaggedText original,
      TaggedText translation,
      String absence,
      StatusBadge statusBadge) {}
}
