package no.speil.search;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.speil.search.Notice.Kind;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/** The facets' values that were chosen, and the counts of those that could be. */
final class Narrowing {
  private final Map<String, Query> chosen;

  private Narrowing(Map<String, Query> chosen) {
    this.chosen = chosen;
  }

  static Narrowing of(Map<String, List<String>> filters, Notices notices) {
    var chosen = new LinkedHashMap<String, Query>();
    filters.forEach(
        (name, values) -> {
          if (!Facets.isFacet(name)) {
            notices.add(Kind.UNKNOWN_FILTER, name);
          } else if (!values.isEmpty()) {
            chosen.put(name, Facets.filter(name, values));
          }
        });
    return new Narrowing(chosen);
  }

  boolean isEmpty() {
    return chosen.isEmpty();
  }

  /** Of those sections the ones that have a chosen value of every facet. */
  Query all(Query match) {
    return allBut("", match);
  }

  /**
   * The counts of every facet that is shown and of those chosen: of these as if nothing were chosen
   * there, so that another value can be seen and taken instead.
   */
  Map<String, List<FacetCount>> facets(Session session, Query match, FacetsCollector found)
      throws IOException {
    var state = session.ordinals().facets();
    var counts = new LinkedHashMap<>(Facets.count(state, found, Facets.SHOWN));
    for (String name : chosen.keySet()) {
      FacetsCollector wider =
          session.searcher().search(allBut(name, match), new FacetsCollectorManager());
      counts.putAll(Facets.count(state, wider, List.of(name)));
    }
    return counts;
  }

  private Query allBut(String name, Query match) {
    var all = new BooleanQuery.Builder().add(match, Occur.FILTER);
    chosen.forEach(
        (each, filter) -> {
          if (!each.equals(name)) {
            all.add(filter, Occur.FILTER);
          }
        });
    return all.build();
  }
}
