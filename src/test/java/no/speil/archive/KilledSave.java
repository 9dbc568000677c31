package no.speil.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import no.speil.corpus.DocumentId;
import no.speil.record.EditEvent;
import org.jspecify.annotations.Nullable;

/** Makes of an archive whose last action was a save what a kill during that save leaves of it. */
public final class KilledSave {
  /** When the process was killed. */
  public enum Moment {
    WHILE_THE_EDIT_IS_WRITTEN_DOWN,
    BEFORE_THE_RECORD,
    BETWEEN_RECORD_AND_TEXT,
    AFTER_THE_TEXT
  }

  private KilledSave() {}

  /**
   * Leaves the files as a process leaves them that is killed at that moment of a save.
   *
   * @param root of an archive that is closed
   * @param before the translation's text before the save; null where there was no file
   */
  public static void leave(Path root, DocumentId id, @Nullable String before, Moment moment) {
    Path translation = root.resolve("translations/" + id + ".md");
    Path record = root.resolve("translations/" + id + ".jsonl");
    try {
      String after = Files.readString(translation);
      EditEvent edit = lastEdit(root, id);
      put(translation, before);
      String hash = UnfinishedEdit.hash(translation);
      if (moment == Moment.AFTER_THE_TEXT) {
        put(translation, after);
      }
      var entry = new UnfinishedEdit(id, edit, id + ".md", hash, after);
      Path journal = root.resolve(".speil/edits");
      new EditJournal(root).begin(entry);
      if (moment == Moment.WHILE_THE_EDIT_IS_WRITTEN_DOWN) {
        byte[] whole = entry.toBytes();
        Files.write(journal.resolve("0"), Arrays.copyOf(whole, whole.length / 2));
      }
      if (moment.compareTo(Moment.BETWEEN_RECORD_AND_TEXT) < 0) {
        List<String> lines = Files.readAllLines(record);
        Files.write(record, lines.subList(0, lines.size() - 2));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EditEvent lastEdit(Path root, DocumentId id) {
    try (Archive archive = Archive.openReadOnly(root, Clock.systemUTC())) {
      return archive.record(id).events().stream()
          .filter(EditEvent.class::isInstance)
          .map(EditEvent.class::cast)
          .reduce((first, second) -> second)
          .orElseThrow();
    }
  }

  private static void put(Path file, @Nullable String text) throws IOException {
    if (text == null) {
      Files.deleteIfExists(file);
    } else {
      Files.writeString(file, text);
    }
  }
}
