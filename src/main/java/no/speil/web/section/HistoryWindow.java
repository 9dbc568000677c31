package no.speil.web.section;

import java.util.List;
import no.speil.record.Event;

/**
 * A page of a history: a limited number of events, fewer if they are long, but at least one.
 *
 * @param events the oldest first
 * @param from number of events before it
 * @param total number of events in all
 */
public record HistoryWindow<E extends Event>(List<E> events, int from, int total) {
  /**
   * How much a page holds.
   *
   * @param events at most
   * @param text characters of one text, beyond which it is cut
   * @param all characters in all, approximately
   */
  public record Limits(int events, int text, int all) {
    /** On a page. */
    static final Limits PAGE = new Limits(50, 10_000, 200_000);

    /** For programs. */
    static final Limits JSON = new Limits(50, 100_000, 500_000);

    /** For texts that must not be cut. */
    public static final Limits WHOLE = new Limits(20, Integer.MAX_VALUE, 200_000);

    /** Beside a section's texts. */
    public static final Limits NOTE = new Limits(10, 1_000, 10_000);

    /** How many of the first of them a page holds. */
    private int fit(List<? extends Event> inOrder) {
      int count = 0;
      long length = 0;
      for (Event event : inOrder) {
        length += Math.min(event.characters(), 3L * text); // an event has three texts at most
        if (count == events || (count > 0 && length > all)) {
          break;
        }
        count++;
      }
      return count;
    }
  }

  /** The latest. */
  public static <E extends Event> HistoryWindow<E> latest(List<E> history, Limits limits) {
    return before(history, history.size(), limits);
  }

  /**
   * The latest events before a place.
   *
   * @param place number of events before it
   */
  public static <E extends Event> HistoryWindow<E> before(
      List<E> history, int place, Limits limits) {
    int end = Math.clamp(place, 0, history.size());
    int begin = end - limits.fit(history.subList(0, end).reversed());
    return new HistoryWindow<>(history.subList(begin, end), begin, history.size());
  }

  /** One event by itself; none where there is no such place. */
  public static <E extends Event> HistoryWindow<E> only(List<E> history, int place) {
    int begin = Math.clamp(place, 0, history.size());
    int end = Math.min(begin + 1, history.size());
    return new HistoryWindow<>(history.subList(begin, end), begin, history.size());
  }

  /** Number of events before its end. */
  public int end() {
    return from + events.size();
  }

  /** The end of the page after this one. */
  int endOfLater(List<E> history, Limits limits) {
    return end() + limits.fit(history.subList(end(), history.size()));
  }
}
