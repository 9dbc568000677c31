package no.speil.web.search;

import io.javalin.http.Context;
import java.util.Optional;
import no.speil.library.search.ArchiveSearch;
import no.speil.search.Hit;
import no.speil.search.HitPosition;
import no.speil.search.SearchRequest;
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
  public static HitUrl marksOnly(SearchUrl search) {
    return new HitUrl(search.carried(), NO_NUMBER);
  }

  /** The hit in the address of a document; empty if no search led there. */
  public static Optional<HitUrl> of(Context document) {
    int number =
        QueryParams.number(document, HIT, NO_NUMBER, NO_NUMBER, SearchRequest.FURTHEST - 1);
    return document.queryParam("q") == null
        ? Optional.empty()
        : Optional.of(new HitUrl(SearchUrl.of(document).carried(), number));
  }

  /** The search at a place in a document, whose address may have parameters and a fragment. */
  public String href(String page) {
    return SiteUrls.with(page, parameters());
  }

  /** The query part, for links that stay within the document. */
  public String parameters() {
    return search.url().with(HIT, number == NO_NUMBER ? "" : number).parameters();
  }

  /** The hit between its neighbours; null where the address names none of them. */
  public @Nullable HitPosition position(ArchiveSearch index) {
    return number == NO_NUMBER ? null : index.position(search.request(), number).orElse(null);
  }

  /** Address of another hit of the search. */
  public String href(Hit hit, int at) {
    return new HitUrl(search, at).href(SiteUrls.section(hit.section()));
  }
}
