package no.speil.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import no.speil.align.LayoutEngine;
import no.speil.align.dp.TestAligners;
import no.speil.align.identity.RecordedLayout;
import no.speil.align.identity.Revision;
import no.speil.archive.Archive;
import no.speil.corpus.DocumentId;
import no.speil.corpus.DocumentText;
import no.speil.corpus.Section;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.markdown.parse.MarkdownReader;
import no.speil.record.Event;
import no.speil.record.EventSignature;
import no.speil.record.LayoutEvent;
import no.speil.record.MarkEvent;
import no.speil.record.TextSnapshot;

/** Records of people who once marked all of a document. */
final class GeneratedRecords {
  private static final Instant ONCE = Instant.parse("2024-03-01T09:00:00Z");

  private final MarkdownReader reader = new MarkdownReader();
  private final LayoutEngine layoutEngine = new LayoutEngine(TestAligners.none());

  /** Writes the record of a document of those texts in which every translated section is marked. */
  void record(Archive archive, DocumentId id, String original, String translation) {
    Revision revision =
        layoutEngine.revise(
            id,
            RecordedLayout.NOTHING,
            text(id, original, Side.ORIGINAL),
            text(id, translation, Side.TRANSLATION));
    var events = new ArrayList<Event>();
    events.add(
        new LayoutEvent(
            new EventSignature(ONCE, "speil", "file"), revision.changed(), revision.removed()));
    for (Section section : revision.sections()) {
      if (!section.translation().isEmpty()) {
        events.addAll(marks(section));
      }
    }
    archive.append(id, events, false);
  }

  private static List<Event> marks(Section section) {
    return List.of(
        mark(section, State.TRANSLATED, new EventSignature(ONCE.plusSeconds(60), "solveig", "web")),
        mark(section, State.REVIEWED, new EventSignature(ONCE.plusSeconds(3600), "anders", "web")));
  }

  private static MarkEvent mark(Section section, State state, EventSignature signature) {
    return new MarkEvent(
        signature,
        section.id(),
        state,
        TextSnapshot.of(section.original()),
        TextSnapshot.hashOf(section.translation()));
  }

  private DocumentText text(DocumentId id, String source, Side side) {
    return reader.read(source, id + ".md", id.name(), side).text();
  }
}
