package no.speil.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import no.speil.alignment.Aligner;
import no.speil.alignment.Layouter;
import no.speil.alignment.Remembered;
import no.speil.alignment.Revision;
import no.speil.archive.Archive;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Section;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.corpus.Text;
import no.speil.markdown.MarkdownReader;
import no.speil.tracking.Event;
import no.speil.tracking.Laid;
import no.speil.tracking.Mark;
import no.speil.tracking.Signature;
import no.speil.tracking.Snapshot;

/** Records of people who once marked all of a document. */
final class PastWork {
  private static final Instant ONCE = Instant.parse("2024-03-01T09:00:00Z");

  private final MarkdownReader reader = new MarkdownReader();
  private final Layouter layouter = new Layouter(new Aligner());

  /** Writes the record of a document of those texts in which every translated section is marked. */
  void record(Archive archive, DocumentId id, String original, String translation) {
    Revision revision =
        layouter.revise(
            id,
            Remembered.NOTHING,
            text(id, original, Side.ORIGINAL),
            text(id, translation, Side.TRANSLATION));
    var events = new ArrayList<Event>();
    events.add(new Laid(new Signature(ONCE, "speil", "file"), revision.changed(), revision.gone()));
    for (Section section : revision.sections()) {
      if (!section.translation().isEmpty()) {
        events.addAll(marks(section));
      }
    }
    archive.append(id, events, false);
  }

  private static List<Event> marks(Section section) {
    return List.of(
        mark(section, State.TRANSLATED, new Signature(ONCE.plusSeconds(60), "solveig", "web")),
        mark(section, State.REVIEWED, new Signature(ONCE.plusSeconds(3600), "anders", "web")));
  }

  private static Mark mark(Section section, State state, Signature signature) {
    return new Mark(
        signature,
        section.id(),
        state,
        Snapshot.of(section.original()),
        Snapshot.hashOf(section.translation()));
  }

  private Text text(DocumentId id, String source, Side side) {
    return reader.read(source, id + ".md", id.name(), side).text();
  }
}
