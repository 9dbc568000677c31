package no.speil.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.speil.lexicon.TermTokenizer.Token;

/** Pairs of texts as lists of term numbers. */
final class Bitext {
  /** Terms of a text that are read; the rest of a longer text is left out. */
  private static final int LONGEST = 400;

  final SideTexts original = new SideTexts();
  final SideTexts translation = new SideTexts();
  final List<Float> weights = new ArrayList<>();

  /**
   * A text.
   *
   * @param words the numbers of its terms
   * @param places the relative position of each in the text, 0 to 1
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared nor changed
  record Text(int[] words, float[] places) {
    int size() {
      return words.length;
    }
  }

  /** One side of all pairs. */
  static final class SideTexts {
    private final Map<String, Integer> numbers = new HashMap<>();
    final List<String> terms = new ArrayList<>();

    /** The form of each term where it first occurred. */
    final List<String> forms = new ArrayList<>();

    final List<Text> texts = new ArrayList<>();

    private void add(List<Token> tokens) {
      int[] words = tokens.stream().mapToInt(this::number).toArray();
      float[] places = new float[words.length];
      float length = tokens.getLast().position() + 1f;
      for (int i = 0; i < places.length; i++) {
        places[i] = (tokens.get(i).position() + .5f) / length;
      }
      texts.add(new Text(words, places));
    }

    private int number(Token token) {
      int number = numbers.computeIfAbsent(token.term(), term -> numbers.size());
      if (number == terms.size()) {
        terms.add(token.term());
        forms.add(token.form());
      } else if (forms.get(number).isEmpty()) {
        forms.set(number, token.form());
      }
      return number;
    }
  }

  int pairs() {
    return weights.size();
  }

  /** Adds a pair and returns how many pairs of words it has. */
  long add(List<Token> norwegian, List<Token> english, double weight) {
    List<Token> left = words(norwegian);
    List<Token> right = words(english);
    if (left.isEmpty() || right.isEmpty()) {
      return 0;
    }
    original.add(left);
    translation.add(right);
    weights.add((float) weight);
    return (long) left.size() * right.size();
  }

  /** The tokens without numbers, which are the same in both languages. */
  private static List<Token> words(List<Token> tokens) {
    return tokens.stream()
        .filter(token -> token.term().chars().anyMatch(Character::isLetter))
        .limit(LONGEST)
        .toList();
  }
}
