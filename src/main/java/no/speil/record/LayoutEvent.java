package no.speil.record;

import java.util.List;
import java.util.stream.Stream;
import no.speil.corpus.RemovedSection;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionPlacement;

/**
 * "layout": which blocks form which section; "link" where a person has corrected it. A document's
 * first layout event names every section in order; later ones only new, changed and removed
 * sections.
 *
 * @param clock greater than that of every layout that it was made after (a logical clock, Lamport
 *     1978); 0 in records of older versions, where the order of lines counts
 */
public record LayoutEvent(
    EventSignature signature,
    List<SectionPlacement> sections,
    List<RemovedSection> removed,
    Cause cause,
    int clock)
    implements Event {
  /** Why it was made. */
  public enum Cause {
    /** The files have changed. */
    FILES,
    /** A person asked to realign the document, or to undo that. */
    REALIGNMENT,
    /** A person has corrected the alignment. */
    CORRECTION
  }

  /**
   * @throws no.speil.corpus.ImpossibleLayoutException if the layout cannot be
   */
  public LayoutEvent {
    sections = List.copyOf(sections);
    removed = List.copyOf(removed);
    LayoutReplay.check(sections, removed);
  }

  /** An event that follows from a change of the files. */
  public LayoutEvent(
      EventSignature signature, List<SectionPlacement> sections, List<RemovedSection> removed) {
    this(signature, sections, removed, Cause.FILES, 0);
  }

  /** Whether it is a layout that is not a person's correction of single sections. */
  public static boolean isDivision(Event event) {
    return event instanceof LayoutEvent layout && layout.cause != Cause.CORRECTION;
  }

  /** Whether it follows from a change of the files. */
  public boolean isOfFiles() {
    return cause == Cause.FILES;
  }

  /** The same event at that time. */
  public LayoutEvent at(int clock) {
    return new LayoutEvent(signature, sections, removed, cause, clock);
  }

  @Override
  public List<SectionId> concerns() {
    Stream<SectionId> gone =
        removed.stream()
            .flatMap(each -> Stream.concat(Stream.of(each.id()), Stream.ofNullable(each.became())));
    return Stream.concat(sections.stream().map(each -> each.section().id()), gone)
        .distinct()
        .toList();
  }
}
