package no.speil.search.facet;

import java.io.IOException;
import java.util.List;
import no.speil.search.FacetCount;

/** Counts how many results have each value of each facet. */
interface FacetCounter {
  /** The most frequent values. */
  List<FacetCount> most(String facet, int values) throws IOException;

  /** The number of results with that value. */
  long of(String facet, String value) throws IOException;
}
