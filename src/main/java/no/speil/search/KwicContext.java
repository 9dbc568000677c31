package no.speil.search;

/**
 * A place in a text with the words around it, on one line.
 *
 * @param before as far as {@link #LENGTH} characters, cut between words
 * @param match as it is written there
 * @param after likewise
 */
public record KwicContext(String before, String match, String after) {
  public static final int LENGTH = 100;
}
