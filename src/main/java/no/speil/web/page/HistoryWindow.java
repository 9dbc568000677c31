package no.speil.web.page;

import java.util.List;
import no.speil.record.Event;

/**
 * A stretch of a history that is short enough to be sent at once: so many events, and fewer where
 * they are long, but always one.
 *
 * @param events the oldest first
 * @param from how many there are before it
 * @param total how many there are in all
 */
public record HistoryWindow<E extends Event>(List<E> events, int from, int total) {
  public HistoryWindow {
    events = List.copyOf(events);
  }

  /**
   * How much is sent at once.
   *
   * @param events so many
   * @param text so many characters of one text, beyond which it is cut
   * @param all about so many characters in all
   */
  public record Limits(int events, int text, int all) {
    /** On a page. */
    static final Limits PAGE = new Limits(50, 10_000, 200_000);

    /** For programs. */
    static final Limits JSON = new Limits(50, 100_000, 500_000);

    /** Of what must not be cut. */
    public static final Limits WHOLE = new Limits(20, Integer.MAX_VALUE, 200_000);

    /** Beside a section's texts. */
    static final Limits NOTE = new Limits(10, 1_000, 10_000);

    private long taken(Event event) {
      return Math.min(event.characters(), 3L * text); // an event has three texts at most
    }
  }

  /** The latest. */
  public static <E extends Event> HistoryWindow<E> latest(List<E> history, Limits limits) {
    return before(history, history.size(), limits);
  }

  /**
   * The latest of those before a place.
   *
   * @param place how many events are before it
   */
  public static <E extends Event> HistoryWindow<E> before(
      List<E> history, int place, Limits limits) {
    int end = Math.clamp(place, 0, history.size());
    int begin = end;
    long length = 0;
    while (begin > 0 && end - begin < limits.events()) {
      length += limits.taken(history.get(begin - 1));
      if (begin < end && length > limits.all()) {
        break;
      }
      begin--;
    }
    return new HistoryWindow<>(history.subList(begin, end), begin, history.size());
  }

  /** One event by itself; none where there is no such place. */
  public static <E extends Event> HistoryWindow<E> only(List<E> history, int place) {
    int begin = Math.clamp(place, 0, history.size());
    int end = Math.min(begin + 1, history.size());
    return new HistoryWindow<>(history.subList(begin, end), begin, history.size());
  }

  /** How many events there are before its end. */
  public int end() {
    return from + events.size();
  }

  /** The end of the stretch of that history that follows this one. */
  int endOfLater(List<E> history, Limits limits) {
    int end = end();
    long length = 0;
    while (end < history.size() && end - end() < limits.events()) {
      length += limits.taken(history.get(end));
      if (end > end() && length > limits.all()) {
        break;
      }
      end++;
    }
    return end;
  }
}
