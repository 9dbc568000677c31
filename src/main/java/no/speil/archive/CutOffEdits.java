package no.speil.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.speil.corpus.Problem;
import no.speil.record.Event;
import no.speil.record.EventSignature;
import no.speil.record.SuggestEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The edits whose process ended between record and translation, looked at once, when the archive is
 * opened. One is carried out if the record tells of it and the translation is, byte for byte, the
 * file that it was made on; any other file is somebody's wish, and the text a suggestion.
 */
final class CutOffEdits {
  private static final Logger LOG = LoggerFactory.getLogger(CutOffEdits.class);

  private CutOffEdits() {}

  /** Carries them out, and says of each in which file to look. */
  static List<Problem> finish(Archive archive, EditJournal journal, Clock clock) {
    var problems = new ArrayList<Problem>();
    try {
      for (UnfinishedEdit edit : journal.unfinished()) {
        finish(edit, archive, clock).ifPresent(problems::add);
      }
      journal.clear();
    } catch (IOException e) {
      throw new UncheckedIOException("reading below .speil/", e);
    }
    return List.copyOf(problems);
  }

  private static Optional<Problem> finish(UnfinishedEdit edit, Archive archive, Clock clock) {
    String name = "translations/" + edit.path();
    try {
      if (!archive.record(edit.document()).events().contains(edit.event())) {
        return Optional.empty(); // cut off before the record: nobody was told of it
      }
      String hash = UnfinishedEdit.hash(archive.file(name));
      if (edit.isIn(hash)) {
        return Optional.empty();
      }
      String section = edit.event().section().value();
      if (hash.equals(edit.before())) {
        archive.put(name, edit.text().getBytes(UTF_8));
        LOG.warn("The text of section {}, whose saving was cut off, is in {} now", section, name);
        return Optional.of(Problem.of(name, 0, Problem.Kind.EDIT_CARRIED_OUT, section));
      }
      LOG.warn("The text of section {}, whose saving was cut off, is a suggestion", section);
      archive.append(edit.document(), suggestion(edit, clock), true);
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("{} could not be written: {}; its text is in the record", name, e.getMessage());
    }
    return Optional.empty();
  }

  private static List<Event> suggestion(UnfinishedEdit edit, Clock clock) {
    var signature = new EventSignature(clock.instant(), EventSignature.PROGRAM, "file");
    return SuggestEvent.overwritten(signature, edit.event()).map(List::<Event>of).orElse(List.of());
  }
}
