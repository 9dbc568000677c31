package no.speil.status.grading;

/** Finds words that mean the opposite of the word inside them. */
public final class NegatedWords {
  private static final int SHORTEST_WORD = 3;

  private NegatedWords() {}

  /** Whether the word looks like a negation: "ulovlig", "misnøye", "røykfri". */
  public static boolean isNegated(String word) {
    if (word.length() < SHORTEST_WORD + 1) {
      return false;
    }
    boolean prefixed =
        word.startsWith("mis")
            || word.startsWith("ikke")
            || word.startsWith("ikkje")
            || (word.charAt(0) == 'u' && Character.isLetter(word.charAt(1)));
    return (prefixed && !GradingVocabulary.NORWEGIAN.is("affirming", word))
        || (word.length() > 5
            && GradingVocabulary.NORWEGIAN.all("opposing-end").stream()
                .anyMatch(end -> end.length() > 2 && word.endsWith(end)));
  }

  /** Whether one word is the other with a prefix that can reverse its meaning. */
  static boolean areOpposites(String one, String other) {
    String longer = one.length() > other.length() ? one : other;
    String shorter = one.length() > other.length() ? other : one;
    return shorter.length() >= SHORTEST_WORD
        && longer.endsWith(shorter)
        && GradingVocabulary.NORWEGIAN
            .all("opposing")
            .contains(longer.substring(0, longer.length() - shorter.length()));
  }
}
