package no.speil.web.page;

import java.util.List;
import no.speil.status.grading.DiffPart;

/**
 * A text that somebody would have in the place of the section's.
 *
 * @param said who suggested it and when, in words
 * @param why in words
 * @param diff against the text as it is now
 * @param next where to go when it is dealt with
 */
public record SuggestionLine(
    String id, String said, String why, List<DiffPart> diff, String text, String next) {
  public SuggestionLine {
    diff = List.copyOf(diff);
  }
}
