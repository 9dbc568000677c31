package no.speil.web.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.speil.status.grading.DiffPart;
import no.speil.status.grading.DiffPart.Op;

/** A diff with the words next to each difference only. */
public final class DiffExcerpt {
  /** Words that are kept on each side of a difference. */
  private static final int AROUND = 6;

  private static final String SOMETHING = "…";

  private DiffExcerpt() {}

  public static List<DiffPart> of(List<DiffPart> diff) {
    var parts = new ArrayList<DiffPart>();
    for (int i = 0; i < diff.size(); i++) {
      DiffPart part = diff.get(i);
      parts.add(
          part.op() == Op.EQUAL
              ? new DiffPart(Op.EQUAL, excerpt(part.text(), i > 0, i + 1 < diff.size()))
              : part);
    }
    return parts;
  }

  /**
   * @param follows whether a difference stands before the text
   * @param precedes whether one stands after it
   */
  private static String excerpt(String text, boolean follows, boolean precedes) {
    List<String> words = Arrays.asList(text.split("(?<=\\s)(?=\\S)", -1));
    int head = follows ? AROUND : 0;
    int tail = precedes ? AROUND : 0;
    if (words.size() <= head + tail + 1) {
      return text;
    }
    String first = String.join("", words.subList(0, head));
    String last = String.join("", words.subList(words.size() - tail, words.size()));
    return first + SOMETHING + (last.isEmpty() || first.isEmpty() ? "" : " ") + last;
  }
}
