package no.speil.search.analysis;

import no.speil.lexicon.Dictionary;

/** The dictionary that comes with the program, read once. */
public final class BuiltInDictionary {
  private static final Dictionary DICTIONARY = Dictionary.builtIn(new IndexTokenizer());

  private BuiltInDictionary() {}

  public static Dictionary get() {
    return DICTIONARY;
  }
}
