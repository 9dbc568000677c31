package no.speil.web.read;

import no.speil.library.Library;
import no.speil.search.Hit;
import no.speil.search.HitPosition;
import no.speil.web.page.DocumentView.Found;
import no.speil.web.page.Messages;
import no.speil.web.page.SiteUrls;
import no.speil.web.search.HitUrl;
import org.jspecify.annotations.Nullable;

/** Leads from a text that a search found back to the results, and on to the next of them. */
record SearchTrail(Library library, Messages t) {

  Found at(HitUrl hit) {
    String query = hit.search().query();
    if (!hit.hasNumber()) {
      return new Found(hit.resultsHref(0), t.of("found.back", query), "", "", "");
    }
    return library
        .search()
        .position(hit.search().request(), hit.number())
        .map(position -> found(hit, position))
        .orElse(new Found(hit.resultsHref(0), t.of("found.back", query), "", "", ""));
  }

  private Found found(HitUrl hit, HitPosition position) {
    boolean counts = position.number() < position.total();
    return new Found(
        hit.resultsHref(position.total()),
        t.of("found.results", position.total(), hit.search().query()),
        counts ? t.of("found.place", position.number() + 1, position.total()) : "",
        href(hit.at(position.number() - 1), position.previous()),
        href(hit.at(position.number() + 1), position.next()));
  }

  private static String href(HitUrl place, @Nullable Hit hit) {
    return hit == null ? "" : place.href(SiteUrls.section(hit.section()));
  }
}
