package no.speil.web.page;

import java.util.List;
import no.speil.status.grading.DiffPart;

/**
 * A suggestion.
 *
 * @param said author and time, in words
 * @param why in words
 * @param diff from the current text
 * @param next where to go when it is resolved
 */
public record SuggestionLine(
    String id, String said, String why, List<DiffPart> diff, String text, String next) {
  public SuggestionLine {
    diff = List.copyOf(diff);
  }

  /** The same with only the words around each difference. */
  public SuggestionLine excerpt() {
    return new SuggestionLine(id, said, why, DiffExcerpt.of(diff), text, next);
  }
}
