package no.speil.search.text;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A way to take a Norwegian compound apart.
 *
 * @param filler what joins the parts; mostly empty
 */
public record Cut(String first, String filler, String second) {
  private static final List<String> FILLERS = List.of("", "s", "e");

  /** All ways, with parts of at least so many letters. */
  public static List<Cut> of(String word, int shortest) {
    return IntStream.rangeClosed(shortest, word.length() - shortest)
        .boxed()
        .flatMap(
            at ->
                FILLERS.stream()
                    .filter(filler -> word.startsWith(filler, at))
                    .map(
                        filler ->
                            new Cut(
                                word.substring(0, at),
                                filler,
                                word.substring(at + filler.length()))))
        .filter(cut -> cut.second().length() >= shortest)
        .toList();
  }
}
