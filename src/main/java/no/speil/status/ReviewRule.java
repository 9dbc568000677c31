package no.speil.status;

import java.util.Set;
import no.speil.record.EventSignature;
import org.jspecify.annotations.Nullable;

/** The four-eyes rule: a person other than the translator reviews. */
public final class ReviewRule {
  private ReviewRule() {}

  /**
   * Whether a person may mark a section reviewed. Names that differ only in case are one person.
   *
   * @param translated who translated ({@link Attribution#translated}); null if unknown
   */
  public static boolean mayReview(String by, @Nullable EventSignature translated) {
    return translated == null || !translated.by().equalsIgnoreCase(by);
  }

  /**
   * The same where nobody has an account: who works alone may review what they translated.
   *
   * @param people everybody known to work here, with or without the person who asks
   */
  public static boolean mayReviewAlone(
      String by, @Nullable EventSignature translated, Set<String> people) {
    return mayReview(by, translated) || people.stream().allMatch(by::equalsIgnoreCase);
  }
}
