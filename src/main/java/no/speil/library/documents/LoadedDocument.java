package no.speil.library.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.speil.archive.RecordFile;
import no.speil.library.catalogue.FileState;
import no.speil.library.catalogue.FileStates;
import no.speil.record.Event;
import no.speil.record.LayoutEvent;
import no.speil.record.RecordState;
import no.speil.record.RenameEvent;
import no.speil.record.UnknownEvent;
import org.jspecify.annotations.Nullable;

/**
 * A document with all that was read to show it.
 *
 * @param translationPath below {@code translations/}
 * @param record as read, with a layout that fits the texts
 * @param unwritten the layout, where it has not been written down yet because a file is so young
 *     that it may be half written, or that of new sections while a side is missing; null where
 *     there is nothing to write
 */
public record LoadedDocument(
    LiveDocument live,
    FileStates fileStates,
    String translationPath,
    RecordFile record,
    @Nullable LayoutEvent unwritten) {

  /** What the record comes to. */
  public RecordState recordState() {
    return record.state();
  }

  /** The same with these events, which change nothing of what is shown. */
  LoadedDocument with(List<Event> events, FileState written) {
    return new LoadedDocument(
        live,
        fileStates.with(written),
        translationPath,
        record.withEvents(events),
        unwritten);
  }

  /** Whether its record fits its texts and may be appended to. */
  boolean isWritable() {
    return record.isWhole() && !live.isInConflict() && unwritten == null;
  }

  /** When one of the files was last changed; the layout that we write ourselves does not count. */
  long changedMillis() {
    return Math.max(millis(fileStates.original()), millis(fileStates.translation()));
  }

  private static long millis(@Nullable FileState state) {
    return state == null ? 0 : state.stamp().modifiedMillis();
  }

  /** What people did that everybody may know, and which sections came back, in order of lines. */
  public Stream<Event> deeds() {
    return record.events().stream()
        .filter(recordState()::isPublic)
        .filter(
            event ->
                event instanceof UnknownEvent
                    || event instanceof RenameEvent
                    || !recordState().told(event).isEmpty());
  }

  /** About how much memory it takes, in characters. */
  long weight() {
    return weight(live.original())
        + weight(live.translation())
        + 500L * (live.sections().size() + record.events().size());
  }

  private static long weight(@Nullable SideFile sideFile) {
    return sideFile == null ? 0 : 3L * sideFile.source().length();
  }

  /**
   * What to write down so that these events follow: the sections that they name come first. None is
   * written off, since the file may be half written.
   */
  List<Event> withLayout(List<Event> events) {
    var all = new ArrayList<Event>();
    if (unwritten != null && !unwritten.sections().isEmpty()) {
      all.add(
          new LayoutEvent(unwritten.signature(), unwritten.sections(), List.of())
              .at(unwritten.clock()));
    }
    events.forEach(event -> all.add(recordState().following(event)));
    return all;
  }
}
