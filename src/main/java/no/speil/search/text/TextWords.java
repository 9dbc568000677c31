package no.speil.search.text;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import no.speil.corpus.Side;
import no.speil.lexicon.WordCounts;
import no.speil.search.entry.Column;

/**
 * Counts words of texts that are not indexed yet, cut as the index will cut them. Holds every word
 * once.
 */
public final class TextWords implements WordCounts {
  private final Terms terms = new Terms(new Analysis());
  private final Map<String, Long> counts = new HashMap<>();
  private final String field;

  public TextWords(Side side) {
    field = Column.of(side).exact();
  }

  public void add(String text) {
    terms.of(field, text).forEach(term -> counts.merge(term.text(), 1L, Long::sum));
  }

  @Override
  public void each(ObjLongConsumer<String> sink) {
    counts.forEach(sink::accept);
  }
}
