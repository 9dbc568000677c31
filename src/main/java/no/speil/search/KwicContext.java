package no.speil.search;

/**
 * A match with the words around it (keyword in context), on one line.
 *
 * @param before up to {@link #LENGTH} characters, cut between words
 * @param match as it is written in the text
 * @param after up to {@link #LENGTH} characters, cut between words
 */
public record KwicContext(String before, String match, String after) {
  public static final int LENGTH = 100;
}
