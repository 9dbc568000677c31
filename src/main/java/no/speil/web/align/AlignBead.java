package no.speil.web.align;

import no.speil.corpus.Alignment;
import no.speil.corpus.Block;
import no.speil.corpus.Section;
import no.speil.library.documents.LiveDocument;
import no.speil.record.Event;
import no.speil.record.LayoutEvent;
import no.speil.record.LayoutEvent.Cause;
import no.speil.status.TrackedSection;
import no.speil.web.section.ExpectedVersions;

/**
 * A section of an alignment page, by its position in the document: a run of blocks of either side.
 */
public record AlignBead(LiveDocument document, int position) {
  public Section section() {
    return tracked().section();
  }

  public TrackedSection tracked() {
    return document.sections().get(position);
  }

  /** How it is linked: {@code confirmed}, {@code sure}, {@code doubtful} or {@code alone}. */
  public String link() {
    if (!isPair(section())) {
      return "alone";
    }
    if (isConfirmed(section())) {
      return "confirmed";
    }
    return section().isDoubtful() ? "doubtful" : "sure";
  }

  /** The text of a block; its Markdown if it has no text. */
  public static String text(Block block) {
    return block.text().isBlank() ? block.markdown() : block.text();
  }

  public static boolean isPair(Section section) {
    return !section.original().isEmpty() && !section.translation().isEmpty();
  }

  public static boolean isConfirmed(Section section) {
    return section.alignment().method() == Alignment.Method.CONFIRMED;
  }

  /** Whether there is a correction to undo. */
  public boolean canBeUndone() {
    return Event.all(tracked().history(), LayoutEvent.class)
        .anyMatch(layout -> layout.cause() != Cause.REALIGNMENT);
  }

  /** Id and version of the section {@code step} further on; empty if it cannot be joined. */
  public String neighbour(int step) {
    int other = position + step;
    if (section().isTitle() || other < 0 || other >= document.sections().size()) {
      return "";
    }
    TrackedSection tracked = document.sections().get(other);
    return tracked.section().isTitle() ? "" : ExpectedVersions.format(tracked);
  }
}
