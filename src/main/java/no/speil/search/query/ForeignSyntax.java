package no.speil.search.query;

import java.util.regex.Pattern;

/**
 * Signs that other query languages have and this one does not, in which people ask all the same.
 */
final class ForeignSyntax {
  private static final Pattern SIGN =
      Pattern.compile(
          "&&?|\\|\\|?" // AND and OR
              + "|!\\p{L}.*" // NOT
              + "|.*\\p{L}\\?\\p{L}.*" // any one letter
              + "|.*\\p{L}\\^\\d.*" // weight
              + "|/.+/" // regular expression
              + "|[\\[{].*"); // range

  private ForeignSyntax() {}

  static boolean isIn(String word) {
    return SIGN.matcher(word).matches();
  }
}
