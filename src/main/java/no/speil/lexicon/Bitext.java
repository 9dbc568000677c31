package no.speil.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.speil.corpus.Side;
import no.speil.lexicon.TermTokenizer.Token;

/** Pairs of texts as numbers of terms, each with its place in its text between 0 and 1. */
final class Bitext {
  /** A longer text is read no further. */
  private static final int LONGEST = 400;

  private final Half original = new Half();
  private final Half translation = new Half();
  private float[] weights = new float[1024];
  private int pairs;

  /** One side of all pairs. */
  static final class Half {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> terms = new ArrayList<>();
    private final List<String> forms = new ArrayList<>();
    private int[] starts = new int[1024];
    private int[] words = new int[16_384];
    private float[] places = new float[16_384];

    int size() {
      return terms.size();
    }

    String term(int number) {
      return terms.get(number);
    }

    /** How the term was written where it first stood. */
    String form(int number) {
      return forms.get(number);
    }

    int start(int pair) {
      return starts[pair];
    }

    int word(int at) {
      return words[at];
    }

    float place(int at) {
      return places[at];
    }

    private void add(int pair, List<Token> tokens) {
      int end = starts[pair];
      if (end + tokens.size() > words.length) {
        words = Arrays.copyOf(words, 2 * (end + tokens.size()));
        places = Arrays.copyOf(places, words.length);
      }
      float length = tokens.isEmpty() ? 1 : tokens.getLast().position() + 1f;
      for (Token token : tokens) {
        words[end] = number(token);
        places[end] = (token.position() + .5f) / length;
        end++;
      }
      if (pair + 2 > starts.length) {
        starts = Arrays.copyOf(starts, 2 * starts.length);
      }
      starts[pair + 1] = end;
    }

    private int number(Token token) {
      int number =
          numbers.computeIfAbsent(
              token.term(),
              term -> {
                terms.add(term);
                forms.add(token.form());
                return terms.size() - 1;
              });
      if (forms.get(number).isEmpty()) {
        forms.set(number, token.form());
      }
      return number;
    }
  }

  Half original() {
    return original;
  }

  Half translation() {
    return translation;
  }

  Half half(Side side) {
    return side == Side.ORIGINAL ? original : translation;
  }

  int pairs() {
    return pairs;
  }

  /** How much the pair counts. */
  float weight(int pair) {
    return weights[pair];
  }

  /** Takes the pair; gives how many times a word of it meets one of the other side. */
  long add(List<Token> norwegian, List<Token> english, double weight) {
    List<Token> left = words(norwegian);
    List<Token> right = words(english);
    if (left.isEmpty() || right.isEmpty()) {
      return 0;
    }
    original.add(pairs, left);
    translation.add(pairs, right);
    if (pairs == weights.length) {
      weights = Arrays.copyOf(weights, 2 * pairs);
    }
    weights[pairs] = (float) weight;
    pairs++;
    return (long) left.size() * right.size();
  }

  /** Without numbers, which are the same in both languages. */
  private static List<Token> words(List<Token> tokens) {
    return tokens.stream()
        .filter(token -> token.term().chars().anyMatch(Character::isLetter))
        .limit(LONGEST)
        .toList();
  }
}
