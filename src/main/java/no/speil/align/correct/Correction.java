package no.speil.align.correct;

import java.util.List;
import java.util.Set;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;

/** What a person puts right in the alignment of a document. */
public sealed interface Correction {

  /**
   * Two sections become one. The one with an original lives on, of two such the first; the other's
   * id leads to it.
   */
  record Join(SectionId section, SectionId other) implements Correction {}

  /**
   * One section becomes two; the first part keeps the id.
   *
   * @param original how many blocks of the original the first part keeps
   * @param translation how many of the translation
   */
  record Split(SectionId section, int original, int translation) implements Correction {}

  /** Blocks of one side, those nearest to the other section, go to it. */
  record Move(SectionId section, Side side, int blocks, SectionId to) implements Correction {}

  /** The two texts do not belong together; the original keeps the id. */
  record Unlink(SectionId section) implements Correction {}

  /** The sections are right as they are. */
  record Confirm(Set<SectionId> sections) implements Correction {
    public Confirm {
      sections = Set.copyOf(sections);
    }
  }

  /**
   * The blocks of these sections are divided as they were before.
   *
   * @param sections that a correction made or changed
   * @param before the layout of these blocks before it
   */
  record Restore(Set<SectionId> sections, List<SectionLayout> before) implements Correction {
    public Restore {
      sections = Set.copyOf(sections);
      before = List.copyOf(before);
    }
  }
}
