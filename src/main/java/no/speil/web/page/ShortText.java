package no.speil.web.page;

import java.util.List;
import java.util.stream.Stream;
import no.speil.corpus.text.Normalization;

/** Cuts texts, and joins short ones. */
public final class ShortText {
  private ShortText() {}

  /** The text, cut to at most {@code most} characters with an ellipsis after them. */
  public static String of(String text, int most) {
    return isCut(text, most) ? beginning(text, most) + "…" : text;
  }

  /** The text, cut to at most {@code most} UTF-16 units, never within a surrogate pair. */
  public static String beginning(String text, int most) {
    return text.substring(0, Normalization.onCharacter(text, Math.min(most, text.length())));
  }

  /** Joins the parts that are not empty. */
  public static String joined(String between, String... parts) {
    return String.join(between, present(parts));
  }

  /** The parts that are not empty, in order. */
  public static List<String> present(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).toList();
  }

  public static boolean isCut(String text, int most) {
    return text.length() > most;
  }
}
