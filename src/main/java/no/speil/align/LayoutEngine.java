package no.speil.align;

import java.util.ArrayList;
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
import no.speil.corpus.Block;
import no.speil.corpus.DocumentId;
import no.speil.corpus.DocumentText;
import no.speil.corpus.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a document into its sections and keeps their identity over revisions: every translation
 * stays with the text it translates, or with nothing. The same input always gives the same answer.
 * Thread-safe.
 */
public final class LayoutEngine {
  private final Aligner aligner;

  public LayoutEngine(Aligner aligner) {
    this.aligner = aligner;
  }

  /**
   * The sections of a document as its files have it.
   *
   * @param recordedLayout {@link RecordedLayout#NOTHING} for a document seen for the first time
   * @throws IllegalArgumentException if both texts are absent
   */
  public Revision revise(
      DocumentId document,
      RecordedLayout recordedLayout,
      @Nullable DocumentText original,
      @Nullable DocumentText translation) {
    if (original == null && translation == null) {
      throw new IllegalArgumentException("neither original nor translation of " + document);
    }
    List<CurrentBlock> left = found(original);
    List<CurrentBlock> right = found(translation);
    return UnchangedLayout.revision(recordedLayout.sections(), left, right)
        .orElseGet(() -> new LayoutUpdater(document, recordedLayout, aligner).revise(left, right));
  }

  /**
   * The sections of a document as a person wants them.
   *
   * @param document as it is
   * @param held every id that the record has ever held
   * @return empty where that cannot be: what is put together must stand together
   * @throws IllegalArgumentException if a section is named that is not there
   */
  public static Optional<Revision> correct(
      DocumentLayout document, Set<SectionId> held, Correction correction) {
    return new Corrector(document, division(document, held)).revise(correction);
  }

  /**
   * The sections of a document with all aligned anew but what is to be kept. Ids stay with the text
   * that they had.
   *
   * @param held every id that the record has ever held
   * @param kept sections that stay as they are
   */
  public Revision again(DocumentLayout document, Set<SectionId> held, Set<SectionId> kept) {
    LayoutEditor layoutEditor = division(document, held);
    new Realigner(layoutEditor.groups(), aligner).realign(kept);
    return layoutEditor
        .revision()
        .orElseThrow(() -> new IllegalStateException("blocks apart in " + document.id()));
  }

  private static LayoutEditor division(DocumentLayout document, Set<SectionId> held) {
    return new LayoutEditor(
        document, held, found(document.original()), found(document.translation()));
  }

  private static List<CurrentBlock> found(@Nullable DocumentText text) {
    var currentBlock = new ArrayList<CurrentBlock>();
    for (Block block : text == null ? List.<Block>of() : text.blocks()) {
      currentBlock.add(new CurrentBlock(block, currentBlock.size()));
    }
    return currentBlock;
  }
}
