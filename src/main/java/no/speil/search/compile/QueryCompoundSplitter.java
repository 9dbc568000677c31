package no.speil.search.compile;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import no.speil.lexicon.CompoundSplit;

/**
 * Splits Norwegian compounds that are in no text and have no translation, so that "bevaringsnivå"
 * finds texts with "bevaring" and "nivå". Of several splits the one with the most frequent parts is
 * chosen (Koehn and Knight 2003), among those with the fewest parts.
 */
final class QueryCompoundSplitter {
  private static final int SHORTEST_OF_TWO = 3;
  private static final int SHORTEST_OF_THREE = 4;
  private static final int LONGEST = 40;
  private static final int MOST_WORDS = 8;

  private final TermTranslator words;
  private int left = MOST_WORDS;

  QueryCompoundSplitter(TermTranslator words) {
    this.words = words;
  }

  private record Part(String word, long count) {}

  /**
   * Two or three parts; empty if the word cannot be split, or too many have been.
   *
   * @param word in lower case
   */
  List<String> of(String word) throws IOException {
    if (left == 0 || word.length() > LONGEST || !word.chars().allMatch(Character::isLetter)) {
      return List.of();
    }
    left--;
    List<Part> parts = two(word, SHORTEST_OF_TWO);
    return (parts.isEmpty() ? three(word) : parts).stream().map(Part::word).toList();
  }

  private List<Part> two(String word, int shortest) throws IOException {
    List<Part> best = List.of();
    double most = 0;
    for (CompoundSplit split : CompoundSplit.of(word, shortest)) {
      List<Part> parts = parts(split);
      double weight = product(parts) * weight(split.filler());
      if (weight > most) {
        most = weight;
        best = parts;
      }
    }
    return best;
  }

  /** A linking s mostly joins two parts; an e mostly belongs to the first. */
  private static double weight(String filler) {
    return switch (filler) {
      case "s" -> 1.2;
      case "e" -> .8;
      default -> 1;
    };
  }

  private List<Part> parts(CompoundSplit split) throws IOException {
    if (split.hasEnding()) {
      return List.of();
    }
    Part second = part(split.second());
    Part first = second.count() == 0 ? second : part(split.first());
    return first.count() == 0 ? List.of() : List.of(first, second);
  }

  private List<Part> three(String word) throws IOException {
    List<Part> best = List.of();
    for (CompoundSplit split : CompoundSplit.of(word, SHORTEST_OF_THREE)) {
      Part first = part(split.first());
      List<Part> rest = first.count() == 0 ? List.of() : two(split.second(), SHORTEST_OF_THREE);
      if (!rest.isEmpty()) {
        List<Part> parts = Stream.concat(Stream.of(first), rest.stream()).toList();
        best = product(parts) > product(best) ? parts : best;
      }
    }
    return best;
  }

  private Part part(String word) throws IOException {
    return new Part(word, words.isWholeWord(word) ? words.count(word) : 0);
  }

  private static double product(List<Part> parts) {
    return parts.isEmpty()
        ? 0
        : parts.stream().mapToDouble(Part::count).reduce(1, (all, count) -> all * count);
  }
}
