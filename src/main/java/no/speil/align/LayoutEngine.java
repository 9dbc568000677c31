package no.speil.align;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.speil.align.correct.Correction;
import no.speil.align.correct.Corrector;
import no.speil.align.correct.Realigner;
import no.speil.align.dp.Aligner;
import no.speil.align.identity.CurrentBlock;
import no.speil.align.identity.DocumentLayout;
import no.speil.align.identity.LayoutEditor;
import no.speil.align.identity.LayoutUpdater;
import no.speil.align.identity.RecordedLayout;
import no.speil.align.identity.Revision;
import no.speil.align.identity.UnchangedLayout;
import no.speil.corpus.DocumentId;
import no.speil.corpus.DocumentText;
import no.speil.corpus.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * Divides a document into sections and keeps their ids over revisions: every translation stays with
 * its original, or becomes unpaired. The same input always gives the same result. Thread-safe.
 */
public final class LayoutEngine {
  private final Aligner aligner;

  public LayoutEngine(Aligner aligner) {
    this.aligner = aligner;
  }

  /**
   * The sections of a document as its files are now.
   *
   * @param recorded {@link RecordedLayout#NOTHING} for a document seen for the first time
   * @throws IllegalArgumentException if both texts are absent
   */
  public Revision revise(
      DocumentId document,
      RecordedLayout recorded,
      @Nullable DocumentText original,
      @Nullable DocumentText translation) {
    if (original == null && translation == null) {
      throw new IllegalArgumentException("neither original nor translation of " + document);
    }
    List<CurrentBlock> left = CurrentBlock.of(original);
    List<CurrentBlock> right = CurrentBlock.of(translation);
    return UnchangedLayout.revision(recorded.sections(), left, right)
        .orElseGet(() -> new LayoutUpdater(document, recorded, aligner).revise(left, right));
  }

  /**
   * The sections of a document after a person's correction.
   *
   * @param document before it
   * @param held every id that the record has ever held
   * @return empty if the correction is impossible, for example because the blocks that it puts
   *     together do not follow each other
   * @throws IllegalArgumentException if the document has no section with an id in the correction
   */
  public static Optional<Revision> correct(
      DocumentLayout document, Set<SectionId> held, Correction correction) {
    return new Corrector(new LayoutEditor(document, held)).revise(correction);
  }

  /**
   * The sections of a document, all aligned anew except those to be kept. Ids stay with the text
   * that they had.
   *
   * @param held every id that the record has ever held
   * @param kept sections that stay as they are
   */
  public Revision realign(DocumentLayout document, Set<SectionId> held, Set<SectionId> kept) {
    var editor = new LayoutEditor(document, held);
    new Realigner(editor, aligner).realign(kept);
    return editor
        .revision()
        .orElseThrow(() -> new IllegalStateException("blocks apart in " + document.id()));
  }
}
