package no.speil.library;

import java.util.List;
import java.util.Optional;
import no.speil.archive.RecordFile;
import no.speil.corpus.TextHash;
import no.speil.tracking.EditEvent;
import no.speil.tracking.Event;
import no.speil.tracking.LayoutEvent;
import no.speil.tracking.TrackedSection;
import org.jspecify.annotations.Nullable;

/**
 * An edit whose event is in the record and whose text is not in the file, because the process ended
 * between the two. An edit is written with the layout that it leads to, as the record's last two
 * events.
 */
final class UnfinishedEdit {
  private static final int EVENTS = 2;

  private UnfinishedEdit() {}

  /**
   * The edit that a record ends with, if the translation's file has not been touched since; a file
   * touched later is somebody's wish.
   *
   * @param translation the file; null where there is none
   */
  static Optional<EditEvent> in(List<Event> events, @Nullable FileState translation) {
    int size = events.size();
    return size >= EVENTS
            && events.get(size - EVENTS) instanceof EditEvent edit
            && events.get(size - 1) instanceof LayoutEvent layoutEvent
            && layoutEvent.signature().equals(edit.signature())
            && !edit.after().equals(edit.before())
            && isOlder(translation, edit)
        ? Optional.of(edit)
        : Optional.empty();
  }

  /** The record as it was before the edit. */
  static RecordFile without(RecordFile record) {
    return record.withEvents(record.events().subList(0, record.events().size() - EVENTS));
  }

  /**
   * The file's text with the edit carried out; empty where the section has another text than the
   * edit was made on.
   *
   * @param before the document as it is without the edit
   */
  static Optional<String> textAfter(EditEvent edit, LiveDocument before) {
    String typed = edit.after().text();
    if (typed == null) {
      return Optional.empty();
    }
    return before
        .section(edit.section())
        .map(TrackedSection::section)
        .filter(section -> TextHash.of(section.translation()).equals(edit.before().hash()))
        .map(section -> SplicedTranslation.of(before, section, typed).source());
  }

  /**
   * Whether the text has arrived after all. The file's time alone does not tell: file systems stamp
   * by a clock that may be some milliseconds behind.
   *
   * @param now the document as it is with the edit
   */
  static boolean isDone(EditEvent edit, LiveDocument now) {
    return now.section(edit.section())
        .map(TrackedSection::section)
        .filter(section -> TextHash.of(section.translation()).equals(edit.after().hash()))
        .isPresent();
  }

  private static boolean isOlder(@Nullable FileState translation, EditEvent edit) {
    return translation == null
        || translation.stamp().modifiedMillis() <= edit.signature().at().toEpochMilli();
  }
}
