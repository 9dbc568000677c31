package no.speil.tracking;

import java.time.Instant;
import java.util.List;
import no.speil.corpus.Alignment;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;
import no.speil.corpus.Departure;
import no.speil.corpus.Placed;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.State;
import org.jspecify.annotations.Nullable;

/** Small sections and events to test with. */
final class Example {
  static final SectionId A = new SectionId("aaaaaaaaaa");
  static final SectionId B = new SectionId("bbbbbbbbbb");
  static final SectionId C = new SectionId("cccccccccc");
  static final SectionId D = new SectionId("dddddddddd");
  static final Alignment AUTOMATIC = new Alignment(Alignment.Method.AUTOMATIC, 0.9);

  private Example() {}

  static Block block(BlockKind kind, String markdown) {
    return new Block(kind, 0, new Block.Source(0, 1, markdown), markdown);
  }

  static List<Block> run(String markdown) {
    return markdown.isEmpty() ? List.of() : List.of(block(BlockKind.PARAGRAPH, markdown));
  }

  static Section section(String original, String translation) {
    return new Section(A, run(original), run(translation), AUTOMATIC);
  }

  static Signature at(int minute, String by) {
    return new Signature(
        Instant.parse("2026-11-24T20:00:00Z").plusSeconds(60L * minute), by, "web");
  }

  static Mark mark(int minute, String by, State state, String original, String translation) {
    return new Mark(at(minute, by), A, state, text(original), text(translation));
  }

  static Confirm confirm(int minute, String by, String original, String translation) {
    return new Confirm(at(minute, by), A, text(original), text(translation));
  }

  static Edit edit(int minute, String by, String original, String before, String after) {
    return new Edit(at(minute, by), A, text(original), text(before), text(after));
  }

  static Snapshot text(String markdown) {
    return Snapshot.of(run(markdown));
  }

  static SectionLayout layout(SectionId id, String original, String translation) {
    return SectionLayout.of(new Section(id, run(original), run(translation), AUTOMATIC));
  }

  static Placed placed(SectionId id, @Nullable SectionId after) {
    return new Placed(layout(id, "no " + id, "en " + id), after);
  }

  static Laid laid(int minute, List<Placed> sections, Departure... gone) {
    return new Laid(at(minute, "speil"), sections, List.of(gone));
  }
}
