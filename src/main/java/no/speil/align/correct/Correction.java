package no.speil.align.correct;

import java.util.List;
import java.util.Set;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;
import org.jspecify.annotations.Nullable;

/** A person's correction of the alignment of a document. */
public sealed interface Correction {

  /**
   * Two sections become one. If only one has an original, it keeps its id, else the first of them;
   * the other's id leads to it.
   */
  record Join(SectionId section, SectionId other) implements Correction {}

  /**
   * One section becomes two; the first part keeps the id.
   *
   * @param original how many blocks of the original the first part keeps
   * @param translation how many of the translation
   */
  record Split(SectionId section, int original, int translation) implements Correction {}

  /**
   * Blocks of one side, those nearest to the other section, go to it.
   *
   * @param blocks how many, at least 1
   */
  record Move(SectionId section, Side side, int blocks, SectionId to) implements Correction {}

  /** The two texts do not belong together: each becomes a section; the original keeps the id. */
  record Unlink(SectionId section) implements Correction {}

  /**
   * The text is another's than the section's, whose id goes.
   *
   * @param other the section that had the text before, or null for a new one
   */
  record Renew(SectionId section, @Nullable SectionLayout other) implements Correction {}

  /** The sections are right as they are. */
  record Confirm(Set<SectionId> sections) implements Correction {}

  /**
   * The blocks of these sections are divided as they were before an earlier correction.
   *
   * @param sections that the earlier correction made or changed
   * @param before the layout of their blocks before it
   */
  record Undo(Set<SectionId> sections, List<SectionLayout> before) implements Correction {}
}
