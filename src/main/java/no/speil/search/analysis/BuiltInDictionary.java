package no.speil.search.analysis;

import no.speil.lexicon.Dictionary;

/** The dictionary that comes with the program, one for all archives of a process. */
public final class BuiltInDictionary {
  private static final Dictionary DICTIONARY = Dictionary.builtIn(new IndexTokenizer());
  private static final String HASH = Dictionary.builtInHash();

  private BuiltInDictionary() {}

  public static Dictionary get() {
    return DICTIONARY;
  }

  /** Differs between dictionaries with other entries. */
  public static String hash() {
    return HASH;
  }
}
