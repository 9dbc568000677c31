package no.speil.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.speil.corpus.SectionId;

/**
 * Decides which figures, shortcodes and code come along with a translation: what has no words is
 * copied as it is when the texts around it are translated.
 */
public final class CopyRule {
  private CopyRule() {}

  /**
   * The sections without words to copy, in order: those beside a text that gets its first
   * translation, where the nearest texts on both sides have one then. What somebody has taken out
   * of a finished translation stays out.
   *
   * @param sections all of the document's
   * @param given those that get a text
   */
  public static List<TrackedSection> copied(List<TrackedSection> sections, Set<SectionId> given) {
    var copied = new ArrayList<TrackedSection>();
    var between = new ArrayList<TrackedSection>();
    boolean isTranslated = true; // what is before the first text
    boolean isNew = false;
    for (TrackedSection each : sections) {
      boolean isLacking = each.section().translation().isEmpty();
      boolean isGiven = given.contains(each.section().id());
      if (each.section().original().isEmpty()) {
        continue;
      }
      if (!each.isCounted(false)) {
        if (isLacking && !isGiven && !each.sectionStatus().isLeftOut()) {
          between.add(each);
        }
        continue;
      }
      boolean isNextTranslated = isGiven || !isLacking;
      boolean isNextNew = isGiven && isLacking;
      if (isTranslated && isNextTranslated && (isNew || isNextNew)) {
        copied.addAll(between);
      }
      between.clear();
      isTranslated = isNextTranslated;
      isNew = isNextNew;
    }
    if (isTranslated && isNew) {
      copied.addAll(between);
    }
    return copied;
  }
}
