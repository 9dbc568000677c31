package no.speil.status.grading;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.speil.corpus.text.Normalization;

/**
 * How an original has changed.
 *
 * @param diff equal and deleted parts in sequence make the older text, equal and inserted ones the
 *     newer; empty where the older text was not kept, and the class then is the gravest, in doubt
 */
public record Change(ChangeClass grade, List<DiffPart> diff) {

  private static final Pattern BLANK_LINES = Pattern.compile("\\R\\s*\\R");

  public Change {
    diff = List.copyOf(diff);
  }

  /** What two Markdown texts share and what each has alone, white space folded. */
  public static List<DiffPart> diff(String older, String newer) {
    return WordDiff.between(folded(older), folded(newer));
  }

  /** A change from a text that was not kept. */
  public static Change fromUnknown() {
    return new Change(ChangeClass.FACTS, List.of());
  }

  /** Lines that a reader does not see as such are joined; paragraphs stay apart. */
  private static String folded(String markdown) {
    return BLANK_LINES
        .splitAsStream(markdown)
        .map(Normalization::normalize)
        .filter(paragraph -> !paragraph.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  /** Whether the older text is known, so that the diff tells what has changed. */
  public boolean olderTextIsKnown() {
    return !diff.isEmpty();
  }
}
