package no.speil.web.search;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.speil.corpus.Freshness;
import no.speil.corpus.Task;
import no.speil.search.FacetCount;
import no.speil.search.StateFacet;
import no.speil.web.page.Messages;

/** Facets as links that add a value to the search or remove it. */
public final class FacetLinks {
  public static final Set<String> NAMED =
      Set.of(
          "kind",
          "author",
          "year",
          "language",
          "state",
          "freshness",
          "subject",
          "translator",
          "publisher",
          "rights",
          "task");
  public static final Set<String> LANGUAGES = Set.of("nb", "nn", "no", "en");

  private FacetLinks() {}

  static List<SearchView.Facet> of(
      Messages t, SearchUrl address, Map<String, List<FacetCount>> facets) {
    var links = new ArrayList<SearchView.Facet>();
    facets.forEach(
        (name, counts) -> {
          List<SearchView.Value> values =
              counts.stream().map(count -> value(t, address, name, count)).toList();
          if (!values.isEmpty()) {
            links.add(
                new SearchView.Facet(NAMED.contains(name) ? t.of("facet." + name) : name, values));
          }
        });
    return links;
  }

  private static SearchView.Value value(
      Messages t, SearchUrl address, String name, FacetCount count) {
    return new SearchView.Value(
        label(t, name, count.value()),
        NumberFormat.getIntegerInstance(Locale.forLanguageTag(t.lang())).format(count.count()),
        address.toggled(name, count.value()).href(),
        address.filters().has(name, count.value()));
  }

  /** A value may be anything that is in an address. */
  private static String label(Messages t, String facet, String value) {
    boolean hasWords =
        switch (facet) {
          case "state" -> StateFacet.parse(value).isPresent();
          case "freshness" ->
              Arrays.stream(Freshness.values()).anyMatch(each -> each.code().equals(value));
          case "task" -> Task.parse(value).isPresent();
          case "language" -> LANGUAGES.contains(value);
          default -> false;
        };
    return hasWords ? t.of(facet + "." + value) : value;
  }
}
