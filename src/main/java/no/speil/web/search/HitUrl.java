package no.speil.web.search;

import io.javalin.http.Context;
import java.util.Optional;
import no.speil.library.search.ArchiveSearch;
import no.speil.messages.Messages;
import no.speil.search.Hit;
import no.speil.search.HitPosition;
import no.speil.search.SearchRequest;
import no.speil.web.document.DocumentView.SearchLinks;
import no.speil.web.http.QueryParams;
import no.speil.web.page.SiteUrls;
import org.jspecify.annotations.Nullable;

/**
 * A hit's place in its document, with the search that found it: a document's address that carries
 * {@code q}, the filters, the sort order, the choice of translations, and {@code hit}.
 *
 * @param number of the hit from 0, guesses last; {@link #NO_NUMBER} if the search goes along only
 *     so that its words are marked
 */
public record HitUrl(SearchUrl search, int number) {
  private static final String HIT = "hit";
  private static final int NO_NUMBER = -1;

  /** A hit on a page of results. */
  static HitUrl of(SearchUrl search, int onPage) {
    int before = (search.page() - 1) * search.size();
    return new HitUrl(search.carried(), before + onPage);
  }

  /** The search without one of its hits. */
  static HitUrl marksOnly(SearchUrl search) {
    return new HitUrl(search.carried(), NO_NUMBER);
  }

  /** The hit in the address of a document; empty if no search led there. */
  public static Optional<HitUrl> of(Context document) {
    return SearchUrl.ledTo(document)
        .map(
            search ->
                new HitUrl(
                    search,
                    QueryParams.number(
                        document, HIT, NO_NUMBER, NO_NUMBER, SearchRequest.FURTHEST - 1)));
  }

  public boolean hasNumber() {
    return number != NO_NUMBER;
  }

  /** The same search at another of its hits. */
  public HitUrl at(int other) {
    return new HitUrl(search, other);
  }

  /**
   * The search at a place in a document.
   *
   * @param page path of the document's page; may have parameters and a fragment
   */
  public String href(String page) {
    int hash = page.indexOf('#');
    String path = hash < 0 ? page : page.substring(0, hash);
    String fragment = hash < 0 ? "" : page.substring(hash);
    return path + (path.contains("?") ? "&" : "?") + parameters() + fragment;
  }

  /** The query part, for links that stay within the document. */
  public String parameters() {
    return search.parameters() + (hasNumber() ? "&" + HIT + "=" + number : "");
  }

  /** The page of results that has the hit; the first page for guesses and without a number. */
  public String resultsHref(long total) {
    boolean counts = hasNumber() && number < total;
    return search.onPage(counts ? number / search.size() + 1 : 1).href();
  }

  /** Links back to the results, and to the hits before and after this one. */
  public SearchLinks links(ArchiveSearch search, Messages t) {
    Optional<HitPosition> position =
        hasNumber() ? search.position(this.search.request(), number) : Optional.empty();
    return position
        .map(found -> links(found, t))
        .orElseGet(
            () ->
                new SearchLinks(
                    resultsHref(0), t.of("found.back", this.search.query()), "", "", ""));
  }

  private SearchLinks links(HitPosition position, Messages t) {
    boolean counts = position.number() < position.total();
    return new SearchLinks(
        resultsHref(position.total()),
        t.of("found.results", position.total(), search.query()),
        counts ? t.of("found.place", position.number() + 1, position.total()) : "",
        at(position.number() - 1).href(position.previous()),
        at(position.number() + 1).href(position.next()));
  }

  private String href(@Nullable Hit hit) {
    return hit == null ? "" : href(SiteUrls.section(hit.section()));
  }
}
