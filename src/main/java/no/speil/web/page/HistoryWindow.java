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
  public record Room(int events, int text, int all) {
    /** On a page. */
    static final Room PAGE = new Room(50, 10_000, 200_000);

    /** For programs. */
    static final Room JSON = new Room(50, 100_000, 500_000);

    /** Of what must not be cut. */
    public static final Room WHOLE = new Room(20, Integer.MAX_VALUE, 200_000);

    /** Beside a section's texts. */
    static final Room NOTE = new Room(10, 1_000, 10_000);

    private long taken(Event event) {
      return Math.min(event.characters(), 3L * text); // an event has three texts at most
    }
  }

  /** The latest. */
  public static <E extends Event> HistoryWindow<E> latest(List<E> history, Room room) {
    return before(history, history.size(), room);
  }

  /**
   * The latest of those before a place.
   *
   * @param place how many events are before it
   */
  public static <E extends Event> HistoryWindow<E> before(List<E> history, int place, Room room) {
    int end = Math.clamp(place, 0, history.size());
    int begin = end;
    long length = 0;
    while (begin > 0 && end - begin < room.events()) {
      length += room.taken(history.get(begin - 1));
      if (begin < end && length > room.all()) {
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
  int endOfLater(List<E> history, Room room) {
    int end = end();
    long length = 0;
    while (end < history.size() && end - end() < room.events()) {
      length += room.taken(history.get(end));
      if (end > end() && length > room.all()) {
        break;
      }
      end++;
    }
    return end;
  }
}
