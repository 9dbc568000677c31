package no.speil.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.speil.corpus.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The edits whose process ended between record and translation, looked at once, when the archive is
 * opened. One is carried out if the record tells of it and the translation is, byte for byte, the
 * file that it was made on; any other file is somebody's wish.
 */
final class CutOffEdits {
  private static final Logger LOG = LoggerFactory.getLogger(CutOffEdits.class);

  private final Archive archive;
  private final EditJournal journal;

  CutOffEdits(Archive archive, EditJournal journal) {
    this.archive = archive;
    this.journal = journal;
  }

  /** Carries them out, and says of each in which file to look. */
  List<Problem> finish() {
    var problems = new ArrayList<Problem>();
    try {
      for (UnfinishedEdit edit : journal.left()) {
        finish(edit).ifPresent(problems::add);
      }
      journal.clear();
    } catch (IOException e) {
      throw new UncheckedIOException("reading below .speil/", e);
    }
    return List.copyOf(problems);
  }

  private Optional<Problem> finish(UnfinishedEdit edit) {
    String name = "translations/" + edit.path();
    try {
      if (!archive.record(edit.document()).events().contains(edit.event())) {
        return Optional.empty(); // cut off before the record: nobody was told of it
      }
      Path file = archive.translationFile(edit.path());
      String hash = UnfinishedEdit.hash(file);
      if (edit.isIn(hash)) {
        return Optional.empty();
      }
      if (hash.equals(edit.before())) {
        AtomicFile.write(file, edit.text());
        return Optional.of(told(edit, name, Problem.Kind.EDIT_CARRIED_OUT));
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("{} could not be written: {}", name, e.getMessage());
    }
    return Optional.of(told(edit, name, Problem.Kind.EDIT_NOT_CARRIED_OUT));
  }

  private static Problem told(UnfinishedEdit edit, String file, Problem.Kind kind) {
    String section = edit.event().section().value();
    LOG.warn(
        "Saving section {} was cut off when the last Speil ended; {}",
        section,
        kind == Problem.Kind.EDIT_CARRIED_OUT
            ? "its text is in " + file + " now"
            : file + " is left as it is, and the text is in the section's history");
    return Problem.of(file, 0, kind, section);
  }
}
