package no.speil.status.grading;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.speil.corpus.text.Normalization;

/**
 * A change of an original.
 *
 * @param diff equal and deleted parts in sequence give the older text, equal and inserted ones the
 *     newer; empty if the older text was not kept, and then the class is the most serious
 */
public record Change(ChangeClass grade, List<DiffPart> diff) {

  private static final Pattern BLANK_LINES = Pattern.compile("\\R\\s*\\R");

  /** The word diff of two Markdown texts, white space folded. */
  public static List<DiffPart> diff(String older, String newer) {
    return WordDiff.between(folded(older), folded(newer));
  }

  /** A change from a text that the record did not keep. */
  public static Change fromUnknown() {
    return new Change(ChangeClass.FACTS, List.of());
  }

  /** Joins the lines of each paragraph. */
  private static String folded(String markdown) {
    return BLANK_LINES
        .splitAsStream(markdown)
        .map(Normalization::normalize)
        .filter(paragraph -> !paragraph.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  /** The older text, white space folded; empty if it is not known. */
  public String older() {
    return diff.stream()
        .filter(part -> part.op() != DiffPart.Op.INSERT)
        .map(DiffPart::text)
        .collect(Collectors.joining());
  }

  /** Whether the older text is known, so that there is a diff. */
  public boolean olderTextIsKnown() {
    return !diff.isEmpty();
  }
}
