package no.speil.status;

import java.util.Set;
import no.speil.record.EventSignature;
import org.jspecify.annotations.Nullable;

/** Four eyes: a review is by another person than the translator, where there is another. */
public final class ReviewRule {
  private ReviewRule() {}

  /**
   * Whether that person may mark the section reviewed. Names that differ only in case are one
   * person's.
   *
   * @param translated who translated ({@link Attribution#translated}); null where nobody knows
   * @param people everybody known to work here, with or without the one who asks
   */
  public static boolean mayReview(
      String by, @Nullable EventSignature translated, Set<String> people) {
    if (translated == null || !translated.by().equalsIgnoreCase(by)) {
      return true;
    }
    return people.stream().allMatch(by::equalsIgnoreCase);
  }
}
