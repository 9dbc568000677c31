package no.speil.align.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes and edits paragraphs of made-up words, the same for the same seed. */
public final class RandomParagraphs {
  private static final String[] ONSETS = {
    "b", "d", "f", "fl", "g", "h", "k", "kl", "l", "m", "n", "p", "r", "s", "sk", "st", "t", "tr",
    "v"
  };
  private static final String[] VOWELS = {"a", "e", "i", "o", "u", "y", "æ", "ø", "å"};
  private static final String[] CODAS = {"", "", "n", "r", "s", "t", "g", "lt", "nd", "ng", "kk"};
  private static final int VOCABULARY = 3000;
  private static final int COGNATE = 5;

  private final Random random;
  private final List<String> norwegian = new ArrayList<>();
  private final List<String> english = new ArrayList<>();

  public RandomParagraphs(Random random) {
    this.random = random;
    for (int k = 0; k < VOCABULARY; k++) {
      norwegian.add(word());
      english.add(k % COGNATE == 0 ? norwegian.get(k) : word());
    }
  }

  /** A new paragraph and its translation. */
  public List<String> paragraph() {
    var no = new ArrayList<String>();
    var en = new ArrayList<String>();
    int words = 6 + random.nextInt(40);
    for (int k = 0; k < words; k++) {
      int word = random.nextInt(VOCABULARY);
      no.add(norwegian.get(word));
      en.add(english.get(word));
    }
    if (random.nextInt(4) == 0) {
      String number = String.valueOf(1900 + random.nextInt(130));
      no.add(number);
      en.add(number);
    }
    return List.of(String.join(" ", no) + ".", String.join(" ", en) + ".");
  }

  /** The text with a share of its words, at least one, replaced, removed or followed by another. */
  public String edit(String text, double share) {
    var words = new ArrayList<>(List.of(text.split(" ", -1)));
    int edits = Math.max(1, (int) Math.round(words.size() * share));
    for (int k = 0; k < edits; k++) {
      int at = random.nextInt(words.size());
      switch (random.nextInt(4)) {
        case 0 -> words.add(at, norwegian.get(random.nextInt(VOCABULARY)));
        case 1 -> {
          if (words.size() > 2) {
            words.remove(at);
          }
        }
        default -> words.set(at, norwegian.get(random.nextInt(VOCABULARY)));
      }
    }
    return String.join(" ", words);
  }

  private String word() {
    var word = new StringBuilder();
    int syllables = 1 + random.nextInt(3);
    for (int k = 0; k < syllables; k++) {
      word.append(one(ONSETS)).append(one(VOWELS)).append(one(CODAS));
    }
    return word.toString();
  }

  private String one(String[] choices) {
    return choices[random.nextInt(choices.length)];
  }
}
