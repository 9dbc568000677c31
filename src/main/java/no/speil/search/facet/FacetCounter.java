package no.speil.search.facet;

import java.io.IOException;
import java.util.List;
import no.speil.search.FacetCount;

/** How many results have each value of each facet. */
interface FacetCounter {
  /** The values that most results have, those first. */
  List<FacetCount> most(String facet, int values) throws IOException;

  /** How many have that value; 0 also where nothing has. */
  long of(String facet, String value) throws IOException;
}
