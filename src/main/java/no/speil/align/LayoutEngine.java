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
    List<CurrentBlock> left = blocks(original);
    List<CurrentBlock> right = blocks(translation);
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
    return new Corrector(editor(document, held)).revise(correction);
  }

  /**
   * The sections of a document, all aligned anew except those to be kept. Ids stay with the text
   * that they had.
   *
   * @param held every id that the record has ever held
   * @param kept sections that stay as they are
   */
  public Revision realign(DocumentLayout document, Set<SectionId> held, Set<SectionId> kept) {
    LayoutEditor editor = editor(document, held);
    new Realigner(editor, aligner).realign(kept);
    return editor
        .revision()
        .orElseThrow(() -> new IllegalStateException("blocks apart in " + document.id()));
  }

  private static LayoutEditor editor(DocumentLayout document, Set<SectionId> held) {
    return LayoutEditor.of(
        document, held, blocks(document.original()), blocks(document.translation()));
  }

  private static List<CurrentBlock> blocks(@Nullable DocumentText text) {
    var blocks = new ArrayList<CurrentBlock>();
    for (Block block : text == null ? List.<Block>of() : text.blocks()) {
      blocks.add(new CurrentBlock(block, blocks.size()));
    }
    return blocks;
  }
}
