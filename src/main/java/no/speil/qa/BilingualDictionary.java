package no.speil.qa;

import java.util.Set;

/** A dictionary from Norwegian to English. Thread-safe. */
@FunctionalInterface
public interface BilingualDictionary {
  /** The English words, in lower case, for a Norwegian word in lower case; may be empty. */
  Set<String> english(String norwegian);
}
