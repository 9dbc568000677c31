package no.speil.align.correct;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.speil.align.identity.CurrentBlock;
import no.speil.align.identity.MutableSection;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.BlockKind;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;

/** Divides blocks as they were divided before, if they are the same to the letter. */
final class LayoutRestorer {
  private final List<MutableSection> mutableSections;

  LayoutRestorer(List<MutableSection> mutableSections) {
    this.mutableSections = mutableSections;
  }

  /** Whether that could be done; if not, the groups are of no use any more. */
  boolean restore(Correction.Restore restore) {
    List<MutableSection> changed =
        mutableSections.stream()
            .filter(
                mutableSection -> {
                  SectionLayout recorded = mutableSection.recorded();
                  return recorded != null && restore.sections().contains(recorded.id());
                })
            .toList();
    mutableSections.removeAll(changed);
    var left = new ArrayList<CurrentBlock>();
    var right = new ArrayList<CurrentBlock>();
    changed.forEach(mutableSection -> left.addAll(mutableSection.side(Side.ORIGINAL)));
    changed.forEach(mutableSection -> right.addAll(mutableSection.side(Side.TRANSLATION)));
    for (SectionLayout layout : restore.before()) {
      var mutableSection = new MutableSection(layout, layout.alignment());
      Optional<List<CurrentBlock>> original = take(layout.original(), left);
      Optional<List<CurrentBlock>> translation = take(layout.translation(), right);
      if (original.isEmpty() || translation.isEmpty()) {
        return false;
      }
      mutableSection.put(Side.ORIGINAL, original.get());
      mutableSection.put(Side.TRANSLATION, translation.get());
      mutableSections.add(mutableSection);
    }
    return left.isEmpty() && right.isEmpty() && !restore.before().isEmpty();
  }

  private static Optional<List<CurrentBlock>> take(
      List<BlockFingerprint> wanted, List<CurrentBlock> from) {
    var run = new ArrayList<CurrentBlock>();
    for (BlockFingerprint print : wanted) {
      Optional<CurrentBlock> block = from.stream().filter(each -> isSame(print, each)).findFirst();
      if (block.isEmpty()) {
        return Optional.empty();
      }
      from.remove(block.get());
      run.add(block.get());
    }
    return Optional.of(run);
  }

  /** A paragraph may say what the title says; it is not the title for that. */
  private static boolean isSame(BlockFingerprint print, CurrentBlock block) {
    return block.hash().equals(print.hash())
        && (block.block().kind() == BlockKind.TITLE) == (print.kind() == BlockKind.TITLE);
  }
}
