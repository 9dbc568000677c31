package no.speil.search;

import java.util.List;

/** A word of the query and the words it was also searched by: of the other language or norm. */
public record WordExpansion(String word, List<Translation> translations) {

  public WordExpansion {
    translations = List.copyOf(translations);
  }

  /**
   * One such word.
   *
   * @param weight above 0, at most 1
   * @param on false where the reader has switched it off, so that it can be switched on again
   */
  public record Translation(String word, double weight, boolean on) {}
}
