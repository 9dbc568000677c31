package no.speil.qa;

import java.util.Set;

/** What Norwegian words are called in English; thread-safe. */
@FunctionalInterface
public interface BilingualDictionary {
  /** The English words, in lower case, for a Norwegian word in lower case; may be empty. */
  Set<String> english(String norwegian);
}
