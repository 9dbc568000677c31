package no.speil.web.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.speil.corpus.Coded;
import no.speil.corpus.Freshness;
import no.speil.corpus.Task;
import no.speil.messages.Messages;
import no.speil.search.Facet;
import no.speil.search.FacetCount;
import no.speil.search.StateFacet;
import no.speil.web.document.KindLabels;
import no.speil.web.page.LinkChoice;

/** Facets as links that add a value to the search or remove it. */
public final class FacetLinks {
  public static final Set<String> LANGUAGES = Set.of("nb", "nn", "no", "en");

  private static final Comparator<FacetCount> LATEST_FIRST =
      Comparator.comparing(FacetCount::value).reversed();

  /** More values than this are folded. */
  private static final int MOST_SHOWN = 6;

  private FacetLinks() {}

  /**
   * The facets that divide the results: those with at least two values, of which one is not in all
   * results.
   *
   * @param total the number of results
   */
  static List<SearchView.Facet> of(
      Messages t, SearchUrl address, Map<String, List<FacetCount>> facets, long total) {
    var links = new ArrayList<SearchView.Facet>();
    facets.forEach(
        (name, counts) -> {
          if (counts.size() > 1 && counts.stream().anyMatch(each -> each.count() != total)) {
            List<SearchView.Value> values =
                (name.equals("year") ? counts.stream().sorted(LATEST_FIRST) : counts.stream())
                    .map(count -> value(t, address, name, count))
                    .toList();
            int shown = values.size() <= MOST_SHOWN + 1 ? values.size() : MOST_SHOWN;
            links.add(
                new SearchView.Facet(
                    name(t, name), values.subList(0, shown), values.subList(shown, values.size())));
          }
        });
    return links;
  }

  /** The values that are chosen, as links that remove them. */
  static List<LinkChoice> chosen(Messages t, SearchUrl address) {
    var chosen = new ArrayList<LinkChoice>();
    address
        .filters()
        .values()
        .forEach(
            (name, values) ->
                values.forEach(
                    value ->
                        chosen.add(
                            new LinkChoice(
                                t.of("facet.chosen", name(t, name), label(t, name, value)),
                                address.toggled(name, value).href(),
                                true))));
    return chosen;
  }

  private static String name(Messages t, String facet) {
    return Facet.named(facet).isPresent() ? t.of("facet." + facet) : facet;
  }

  private static SearchView.Value value(
      Messages t, SearchUrl address, String name, FacetCount count) {
    return new SearchView.Value(
        label(t, name, count.value()),
        t.number(count.count()),
        address.toggled(name, count.value()).href(),
        address.filters().has(name, count.value()));
  }

  /** A value may be anything that is in an address. */
  private static String label(Messages t, String facet, String value) {
    boolean hasWords =
        switch (facet) {
          case "state" -> StateFacet.parse(value).isPresent();
          case "freshness" -> Coded.parse(Freshness.values(), value).isPresent();
          case "task" -> Task.parse(value).isPresent();
          case "language" -> LANGUAGES.contains(value);
          default -> false;
        };
    if (facet.equals("kind")) {
      return KindLabels.of(t, value);
    }
    return hasWords ? t.of(facet + "." + value) : value;
  }
}
