package no.speil.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import no.speil.corpus.DocumentId;

/**
 * The edits that are between record and translation at this moment, as a process beside the one
 * that writes them sees them.
 */
public final class EditsUnderway {
  private final EditJournal journal;

  /**
   * @param root the folder that holds {@code archive/}
   */
  public EditsUnderway(Path root) {
    this.journal = new EditJournal(EditJournal.folder(root));
  }

  /**
   * An edit on its way.
   *
   * @param path of the translation, below {@code translations/}
   * @param entry what the journal holds of it
   */
  public record Edit(DocumentId document, String path, String entry) {}

  /**
   * Every edit whose event may be in its record and whose text may not be in its translation.
   *
   * @throws UncheckedIOException if the journal cannot be read
   */
  public List<Edit> now() {
    try {
      return journal.left().stream()
          .map(edit -> new Edit(edit.document(), edit.path(), edit.asText()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("reading the edits that are under way", e);
    }
  }

  /** Where an archive that is opened finds the entry of that number, below its root. */
  public static String file(int number) {
    return EditJournal.FOLDER + "/" + number;
  }
}
