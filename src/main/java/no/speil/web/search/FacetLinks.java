package no.speil.web.search;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.speil.corpus.Coded;
import no.speil.corpus.Freshness;
import no.speil.corpus.Task;
import no.speil.messages.Messages;
import no.speil.search.Facet;
import no.speil.search.FacetCount;
import no.speil.search.SearchResult;
import no.speil.search.StateFacet;
import no.speil.web.document.KindLabels;

/** The facets that a search can be narrowed by, and their words. */
public final class FacetLinks {
  public static final Set<String> LANGUAGES = Set.of("nb", "nn", "no", "en");

  private static final Comparator<FacetCount> LATEST_FIRST =
      Comparator.comparing(FacetCount::value).reversed();

  /** More values than this are folded. */
  public static final int MOST_SHOWN = 6;

  private FacetLinks() {}

  /**
   * The facets that divide the results, in order: those with at least two values, of which one is
   * not in all results.
   */
  public static Map<String, List<FacetCount>> dividing(SearchResult result) {
    var dividing = new LinkedHashMap<>(result.facets());
    dividing
        .values()
        .removeIf(
            counts ->
                counts.size() < 2
                    || counts.stream().allMatch(each -> each.count() == result.total()));
    dividing.computeIfPresent(
        "year", (name, counts) -> counts.stream().sorted(LATEST_FIRST).toList());
    return dividing;
  }

  public static String name(Messages t, String facet) {
    return Facet.named(facet).isPresent() ? t.of("facet." + facet) : facet;
  }

  /** A value may be anything that is in an address. */
  public static String label(Messages t, String facet, String value) {
    boolean hasWords =
        switch (facet) {
          case "state" -> Coded.parse(StateFacet.values(), value).isPresent();
          case "freshness" -> Coded.parse(Freshness.values(), value).isPresent();
          case "task" -> Coded.parse(Task.values(), value).isPresent();
          case "language" -> LANGUAGES.contains(value);
          default -> false;
        };
    if (facet.equals("kind")) {
      return KindLabels.of(t, value);
    }
    return hasWords ? t.of(facet + "." + value) : value;
  }
}
