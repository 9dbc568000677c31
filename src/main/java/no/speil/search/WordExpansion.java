package no.speil.search;

import java.util.List;

/**
 * A word or phrase of the query and what it is expanded by: translations, or forms of the other
 * written norm of Norwegian.
 */
public record WordExpansion(String word, List<Translation> translations) {

  /**
   * A word that is searched for as well.
   *
   * @param weight above 0, at most 1
   * @param sure whether a section with it counts as found; else it is a guess
   * @param on false if the user has switched it off
   */
  public record Translation(String word, double weight, boolean sure, boolean on) {}
}
