package no.speil.lexicon;

import java.util.ArrayList;
import java.util.List;

/**
 * A way to split a Norwegian compound.
 *
 * @param filler the linking element between the parts: "s", "e" or none
 */
public record CompoundSplit(String first, String filler, String second) {
  static final List<String> FILLERS = List.of("", "s", "e");

  /** All splits into parts of at least so many letters. */
  public static List<CompoundSplit> of(String word, int shortest) {
    var splits = new ArrayList<CompoundSplit>();
    for (int at = shortest; at <= word.length() - shortest; at++) {
      for (String filler : FILLERS) {
        int second = at + filler.length();
        if (word.startsWith(filler, at) && second <= word.length() - shortest) {
          splits.add(new CompoundSplit(word.substring(0, at), filler, word.substring(second)));
        }
      }
    }
    return splits;
  }

  /** Whether the second part is an ending, or one without its first letter: "ring" of "-ering". */
  public boolean hasEnding() {
    String before = first + filler;
    return CompoundSplitter.isEnding(second)
        || CompoundSplitter.isEnding(before.charAt(before.length() - 1) + second);
  }
}
