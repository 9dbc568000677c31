package no.speil.lexicon;

import java.util.function.ObjLongConsumer;

/** Words in lower case with how often they occur; gives the same each time, in any order. */
@FunctionalInterface
public interface WordCounts {
  void each(ObjLongConsumer<String> sink);
}
