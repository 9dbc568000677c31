package no.speil.search.analysis;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import no.speil.corpus.Side;
import no.speil.lexicon.WordCounts;
import no.speil.search.schema.FieldGroup;

/**
 * Counts words of texts before they are indexed, tokenised as in the index. Holds every word once
 * in memory.
 */
public final class TextWordCounts implements WordCounts {
  private final FieldTerms terms = new FieldTerms(new FieldAnalyzer());
  private final Map<String, Long> counts = new HashMap<>();
  private final String field;

  public TextWordCounts(Side side) {
    field = FieldGroup.of(side).exact();
  }

  public void add(String text) {
    terms.of(field, text).forEach(term -> counts.merge(term.text(), 1L, Long::sum));
  }

  @Override
  public void each(ObjLongConsumer<String> sink) {
    counts.forEach(sink::accept);
  }
}
