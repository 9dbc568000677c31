package no.speil.library.activity;

import java.util.List;

/**
 * What people have done, the oldest first.
 *
 * @param next from where to go on
 * @param more whether there is more to tell just now
 */
public record ActivityBatch(List<Activity> activities, ActivityCursor next, boolean more) {
  public ActivityBatch {
    activities = List.copyOf(activities);
  }
}
