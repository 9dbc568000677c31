package no.speil.lexicon;

import java.util.function.ObjLongConsumer;

/** Word counts, the words in lower case: the same each time, in any order. */
@FunctionalInterface
public interface WordCounts {
  void each(ObjLongConsumer<String> sink);
}
