package no.speil.record;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;

/**
 * One line of a document's record: something done to its sections, never changed afterwards. The
 * names and the order of its components, and of the records in them, are the members of its line of
 * JSON: renaming one changes the format.
 */
public sealed interface Event permits SectionEvent, LayoutEvent, RenameEvent, UnknownEvent {

  EventSignature signature();

  /** When it was done. */
  default Instant at() {
    return signature().at();
  }

  /** Who has done it. */
  default String by() {
    return signature().by();
  }

  /** The events of that kind. */
  static <E extends Event> Stream<E> all(Collection<? extends Event> events, Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** The last event of a history that is of that kind, and as wanted. */
  static <E extends Event> Optional<E> last(
      List<Event> history, Class<E> kind, Predicate<E> wanted) {
    return all(history.reversed(), kind).filter(wanted).findFirst();
  }

  /** The sections that the event concerns. */
  List<SectionId> concerns();

  /** The texts of its section that it tells of, of one side, the older first. */
  default List<TextSnapshot> texts(Side side) {
    return List.of();
  }

  /** The same of both sides. */
  default Stream<TextSnapshot> texts() {
    return Stream.of(Side.values()).flatMap(side -> texts(side).stream());
  }

  /** The number of characters of text in the event. */
  default int characters() {
    return texts().mapToInt(TextSnapshot::characters).sum();
  }
}
