package no.speil.lexicon;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A way to split a Norwegian compound.
 *
 * @param filler the linking element between the parts: "s", "e" or none
 */
public record CompoundSplit(String first, String filler, String second) {
  static final List<String> FILLERS = List.of("", "s", "e");

  /** All splits into parts of at least so many letters. */
  public static List<CompoundSplit> of(String word, int shortest) {
    return IntStream.rangeClosed(shortest, word.length() - shortest)
        .boxed()
        .flatMap(
            at ->
                FILLERS.stream()
                    .filter(filler -> word.startsWith(filler, at))
                    .map(
                        filler ->
                            new CompoundSplit(
                                word.substring(0, at),
                                filler,
                                word.substring(at + filler.length()))))
        .filter(compoundSplit -> compoundSplit.second().length() >= shortest)
        .toList();
  }

  /** Whether the second part is an ending, or one without its first letter: "ring" of "-ering". */
  public boolean hasEnding() {
    String before = first + filler;
    return CompoundSplitter.isEnding(second)
        || CompoundSplitter.isEnding(before.charAt(before.length() - 1) + second);
  }
}
