package no.speil.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.speil.corpus.Side;
import no.speil.lexicon.TermTokenizer.Token;

/**
 * Pairs of texts as lists of term numbers, each term with its relative position in the text, 0 to
 * 1.
 */
final class Bitext {
  /** Terms of a text that are read; the rest of a longer text is left out. */
  private static final int LONGEST = 400;

  private final SideTexts original = new SideTexts();
  private final SideTexts translation = new SideTexts();
  private float[] weights = new float[1024];
  private int pairs;

  /** One side of all pairs. */
  static final class SideTexts {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> terms = new ArrayList<>();
    private final List<String> forms = new ArrayList<>();
    private int pairs;
    private int[] starts = new int[1024];
    private int[] words = new int[16_384];
    private float[] places = new float[16_384];

    int size() {
      return terms.size();
    }

    /** The terms so far, with the number of times that each stands there. */
    Map<String, Integer> counts() {
      var times = new int[terms.size()];
      int end = starts[pairs];
      for (int at = 0; at < end; at++) {
        times[words[at]]++;
      }
      var counts = HashMap.<String, Integer>newHashMap(times.length);
      for (int number = 0; number < times.length; number++) {
        counts.put(terms.get(number), times[number]);
      }
      return counts;
    }

    String term(int number) {
      return terms.get(number);
    }

    /** The form of the term where it first occurred. */
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
      pairs = pair + 1;
    }

    private int number(Token token) {
      Integer number = numbers.get(token.term());
      if (number == null) {
        number = terms.size();
        numbers.put(token.term(), number);
        terms.add(token.term());
        forms.add(token.form());
      } else if (forms.get(number).isEmpty()) {
        forms.set(number, token.form());
      }
      return number;
    }
  }

  SideTexts original() {
    return original;
  }

  SideTexts translation() {
    return translation;
  }

  SideTexts side(Side side) {
    return side == Side.ORIGINAL ? original : translation;
  }

  int pairs() {
    return pairs;
  }

  /** The weight of the pair. */
  float weight(int pair) {
    return weights[pair];
  }

  /** Adds a pair and returns how many pairs of words it has. */
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

  /** The tokens without numbers, which are the same in both languages. */
  private static List<Token> words(List<Token> tokens) {
    var words = new ArrayList<Token>(Math.min(LONGEST, tokens.size()));
    for (Token token : tokens) {
      if (words.size() == LONGEST) {
        break;
      }
      if (hasLetter(token.term())) {
        words.add(token);
      }
    }
    return words;
  }

  private static boolean hasLetter(String term) {
    for (int i = 0; i < term.length(); i++) {
      if (Character.isLetter(term.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
