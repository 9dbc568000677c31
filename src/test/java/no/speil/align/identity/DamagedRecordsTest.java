package no.speil.align.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import no.speil.align.LayoutEngine;
import no.speil.align.correct.Correction;
import no.speil.align.dp.TestAligners;
import no.speil.align.identity.RandomDocument.Piece;
import no.speil.corpus.Block;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.BlockKind;
import no.speil.corpus.DocumentId;
import no.speil.corpus.DocumentText;
import no.speil.corpus.RemovedSection;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.SectionPlacement;
import no.speil.corpus.Side;
import no.speil.record.Event;
import no.speil.record.EventSignature;
import no.speil.record.LayoutEvent;
import no.speil.record.LayoutEvent.Cause;
import no.speil.record.RecordState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is left of a record, each block of both texts is in exactly one section, and the written
 * layout is the current one.
 */
@Tag("slow")
class DamagedRecordsTest {
  private static final DocumentId DOCUMENT = new DocumentId("brev");
  private static final Instant BEGINNING = Instant.parse("2026-11-24T20:15:03.120Z");
  private static final int REVISIONS = 40;
  private static final int SEQUENCES = Integer.getInteger("speil.sequences", 8);
  private static final long FIRST = Long.getLong("speil.seed", 1);

  private int events;
  private final LayoutEngine layoutEngine = new LayoutEngine(TestAligners.none());

  static LongStream seeds() {
    return LongStream.range(FIRST, FIRST + SEQUENCES);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void sectionsAreValidWhateverLinesTheRecordHasLost(long seed) {
    var random = new Random(seed);
    var paragraphs = new RandomParagraphs(random);
    var document = new RandomDocument(random, paragraphs);
    for (int k = random.nextInt(10); k > 0; k--) {
      List<String> pair = paragraphs.paragraph();
      document.add(pair.get(0), pair.get(1));
    }
    List<Event> record = new ArrayList<>();
    for (int revision = 0; revision < REVISIONS; revision++) {
      document.revise();
      for (int edits = random.nextInt(3); edits > 0; edits--) {
        document.edit();
      }
      if (random.nextInt(2) == 0) {
        damage(record, random);
      }
      DocumentText original = random.nextInt(12) == 0 ? null : text("Brev", document.original());
      DocumentText translation =
          original != null && random.nextInt(8) == 0
              ? null
              : text(
                  original != null && random.nextInt(4) == 0 ? "" : "Letter",
                  document.translation());
      Revision revised = revise(record, original, translation, "revision " + revision);
      correct(record, revised, original, translation, random);
      revise(record, original, translation, "corrected " + revision);
    }
  }

  private Revision revise(
      List<Event> record,
      @Nullable DocumentText original,
      @Nullable DocumentText translation,
      String where) {
    Revision revision = fit(record, original, translation);
    checkWhole(revision, original, translation, where);
    if (!revision.changed().isEmpty() || !revision.removed().isEmpty()) {
      record.add(new LayoutEvent(signature(), revision.changed(), revision.removed()));
    }
    assertThat(shown(RecordState.fold(record).layout()))
        .as(where)
        .isEqualTo(shown(revision.sections().stream().map(SectionLayout::of).toList()));
    Revision again = fit(record, original, translation);
    assertThat(words(again)).as(where).isEqualTo(words(revision));
    return revision;
  }

  private static List<String> shown(List<SectionLayout> layout) {
    return layout.stream()
        .map(
            section ->
                "%s %s %s %s"
                    .formatted(
                        section.id(),
                        section.alignment(),
                        section.original().stream().map(DamagedRecordsTest::shown).toList(),
                        section.translation().stream().map(DamagedRecordsTest::shown).toList()))
        .toList();
  }

  /**
   * The words without rules, which have no words to recognise them by and may leave their sections.
   */
  private static List<String> words(Revision revision) {
    return revision.sections().stream()
        .map(
            section ->
                section.id() + " " + words(section.original()) + words(section.translation()))
        .filter(section -> !section.endsWith(" [][]"))
        .toList();
  }

  private static List<String> words(List<Block> run) {
    return run.stream()
        .filter(block -> block.kind() != BlockKind.RULE)
        .map(Block::markdown)
        .toList();
  }

  private EventSignature signature() {
    return new EventSignature(BEGINNING.plusMillis(events++), "speil", "file");
  }

  private static String shown(BlockFingerprint print) {
    return print.kind() + " " + print.hash().hex().substring(0, 6);
  }

  private Revision fit(
      List<Event> record, @Nullable DocumentText original, @Nullable DocumentText translation) {
    RecordState state = RecordState.fold(record);
    var recorded = new RecordedLayout(state.layout(), state.held(), state.orphaned(), state.lost());
    return layoutEngine.revise(DOCUMENT, recorded, original, translation);
  }

  private static void checkWhole(
      Revision revision,
      @Nullable DocumentText original,
      @Nullable DocumentText translation,
      String where) {
    Set<SectionId> ids = new HashSet<>();
    for (Section section : revision.sections()) {
      assertThat(ids.add(section.id())).as(where).isTrue();
      assertThat(section.isTitle())
          .as(where)
          .isEqualTo(section.equals(revision.sections().getFirst()));
    }
    for (Side side : Side.values()) {
      DocumentText text = side == Side.ORIGINAL ? original : translation;
      List<Block> blocks = text == null ? List.of() : text.blocks();
      List<Block> all = new ArrayList<>();
      for (Section section : revision.sections()) {
        List<Block> run = section.side(side);
        all.addAll(run);
        if (!run.isEmpty()) {
          int from = blocks.indexOf(run.getFirst());
          assertThat(run).as(where).isEqualTo(blocks.subList(from, from + run.size()));
        }
      }
      assertThat(all)
          .as(where + " " + side)
          .containsExactlyInAnyOrderElementsOf(
              blocks.stream().filter(block -> !block.markdown().isEmpty()).toList());
    }
  }

  /** Makes a random correction of the alignment, if it is possible. */
  private void correct(
      List<Event> record,
      Revision now,
      @Nullable DocumentText original,
      @Nullable DocumentText translation,
      Random random) {
    RecordState state = RecordState.fold(record);
    var layout =
        new DocumentLayout(DOCUMENT, original, translation, now.sections(), state.layout());
    if (random.nextInt(6) == 0) {
      Revision again = layoutEngine.realign(layout, state.held(), Set.of());
      record.add(
          new LayoutEvent(signature(), again.changed(), again.removed(), Cause.REALIGNMENT, 0));
      return;
    }
    SectionId id = any(now, random).id();
    SectionId other = any(now, random).id();
    Correction correction =
        switch (random.nextInt(5)) {
          case 0 -> new Correction.Join(id, other);
          case 1 -> new Correction.Split(id, random.nextInt(3), random.nextInt(3));
          case 2 ->
              new Correction.Move(
                  id,
                  random.nextBoolean() ? Side.ORIGINAL : Side.TRANSLATION,
                  1 + random.nextInt(2),
                  other);
          case 3 -> new Correction.Unlink(id);
          default -> new Correction.Confirm(new HashSet<>(List.of(id, other)));
        };
    Optional<Revision> corrected = LayoutEngine.correct(layout, state.held(), correction);
    corrected.ifPresent(
        revision ->
            record.add(
                new LayoutEvent(
                    signature(), revision.changed(), revision.removed(), Cause.CORRECTION, 0)));
  }

  private static Section any(Revision revision, Random random) {
    return revision.sections().get(random.nextInt(revision.sections().size()));
  }

  /** Drops, duplicates or swaps lines, or adds one about other sections. */
  private void damage(List<Event> record, Random random) {
    if (record.isEmpty()) {
      return;
    }
    int at = random.nextInt(record.size());
    switch (random.nextInt(6)) {
      case 0 -> record.remove(at);
      case 1 -> record.add(random.nextInt(record.size() + 1), record.get(at));
      case 2 -> Collections.swap(record, at, random.nextInt(record.size()));
      case 3 -> record.subList(at, record.size()).clear();
      case 4 -> record.add(elsewhere(record.get(at), random));
      default -> record.add(gone(record.get(at), random));
    }
  }

  /** The same blocks with other ids, as from another history. */
  private Event elsewhere(Event event, Random random) {
    List<SectionPlacement> sections = new ArrayList<>();
    for (SectionPlacement each : sections(event)) {
      SectionLayout section = each.section();
      SectionId id = SectionId.derive(DOCUMENT, section.id().value(), random.nextInt(3), 1);
      sections.add(
          new SectionPlacement(
              new SectionLayout(id, section.alignment(), section.original(), section.translation()),
              id.equals(each.after()) ? null : each.after()));
    }
    return new LayoutEvent(signature(), sections, List.of());
  }

  private Event gone(Event event, Random random) {
    List<SectionPlacement> sections = sections(event);
    if (sections.isEmpty()) {
      return event;
    }
    SectionId id = sections.get(random.nextInt(sections.size())).section().id();
    return new LayoutEvent(signature(), List.of(), List.of(new RemovedSection(id, null)));
  }

  private static List<SectionPlacement> sections(Event event) {
    return event instanceof LayoutEvent layout ? layout.sections() : List.of();
  }

  private static DocumentText text(String title, List<Piece> pieces) {
    return TestTexts.text(title, pieces.stream().map(Piece::text).toList());
  }
}
