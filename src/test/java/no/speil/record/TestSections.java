package no.speil.record;

import java.time.Instant;
import java.util.List;
import no.speil.corpus.Alignment;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;
import no.speil.corpus.RemovedSection;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.SectionPlacement;
import no.speil.corpus.State;
import no.speil.corpus.TextRole;
import no.speil.markdown.visible.VisibleMarkdownReader;
import no.speil.status.StatusRule;
import no.speil.status.grading.Change;
import no.speil.status.grading.ChangeGrader;
import org.jspecify.annotations.Nullable;

/** Small sections and events for tests. */
public final class TestSections {
  public static final SectionId A = new SectionId("aaaaaaaaaa");
  static final SectionId B = new SectionId("bbbbbbbbbb");
  static final SectionId C = new SectionId("cccccccccc");
  static final SectionId D = new SectionId("dddddddddd");
  public static final Alignment AUTOMATIC = new Alignment(Alignment.Method.AUTOMATIC, 0.9);

  public static final StatusRule RULE = new StatusRule(new VisibleMarkdownReader());
  private static final ChangeGrader GRADER = new ChangeGrader(new VisibleMarkdownReader());

  private TestSections() {}

  /** The change from one text to another, each by itself. */
  public static Change change(String older, String newer) {
    return GRADER.change(older, newer, TextRole.BODY);
  }

  public static Block block(BlockKind kind, String markdown) {
    return new Block(kind, 0, new Block.Source(0, 1, markdown), markdown);
  }

  public static List<Block> run(String markdown) {
    return markdown.isEmpty() ? List.of() : List.of(block(BlockKind.PARAGRAPH, markdown));
  }

  public static Section section(String original, String translation) {
    return new Section(A, run(original), run(translation), AUTOMATIC);
  }

  public static EventSignature at(int minute, String by) {
    return new EventSignature(
        Instant.parse("2026-11-24T20:00:00Z").plusSeconds(60L * minute), by, "web");
  }

  public static MarkEvent mark(
      int minute, String by, State state, String original, String translation) {
    return new MarkEvent(at(minute, by), A, state, text(original), text(translation));
  }

  public static ConfirmEvent confirm(int minute, String by, String original, String translation) {
    return new ConfirmEvent(at(minute, by), A, text(original), text(translation));
  }

  public static EditEvent edit(
      int minute, String by, String original, String before, String after) {
    return new EditEvent(at(minute, by), A, text(original), text(before), text(after));
  }

  public static TextSnapshot text(String markdown) {
    return TextSnapshot.of(run(markdown));
  }

  static SectionLayout layout(SectionId id, String original, String translation) {
    return SectionLayout.of(new Section(id, run(original), run(translation), AUTOMATIC));
  }

  static SectionPlacement placed(SectionId id, @Nullable SectionId after) {
    return new SectionPlacement(layout(id, "no " + id, "en " + id), after);
  }

  static LayoutEvent laid(int minute, List<SectionPlacement> sections, RemovedSection... gone) {
    return new LayoutEvent(at(minute, "speil"), sections, List.of(gone));
  }
}
