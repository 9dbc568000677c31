package no.speil.align.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.speil.corpus.Block;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.Section;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;

/** The short way: both files hold just the recorded blocks in the recorded order. */
public final class UnchangedLayout {
  private UnchangedLayout() {}

  /** The remembered sections, or empty where anything differs. */
  public static Optional<Revision> revision(
      List<SectionLayout> remembered,
      List<CurrentBlock> originals,
      List<CurrentBlock> translations) {
    var sections = new ArrayList<Section>(remembered.size());
    int left = untitled(originals);
    int right = untitled(translations);
    for (SectionLayout layout : remembered) {
      boolean isSecondTitle = layout.isTitle() && !sections.isEmpty();
      if (isSecondTitle
          || !continues(layout.original(), originals, left)
          || !continues(layout.translation(), translations, right)) {
        return Optional.empty();
      }
      int leftEnd = left + layout.side(Side.ORIGINAL).size();
      int rightEnd = right + layout.side(Side.TRANSLATION).size();
      sections.add(
          new Section(
              layout.id(),
              blocks(originals.subList(left, leftEnd)),
              blocks(translations.subList(right, rightEnd)),
              layout.alignment()));
      left = leftEnd;
      right = rightEnd;
    }
    return left == originals.size() && right == translations.size()
        ? Optional.of(new Revision(sections, List.of(), List.of()))
        : Optional.empty();
  }

  /** How many blocks at the start are none. */
  private static int untitled(List<CurrentBlock> side) {
    return !side.isEmpty() && LayoutUpdater.startsUntitled(side) ? 1 : 0;
  }

  private static boolean continues(
      List<BlockFingerprint> prints, List<CurrentBlock> currentBlock, int from) {
    if (from + prints.size() > currentBlock.size()) {
      return false;
    }
    for (int k = 0; k < prints.size(); k++) {
      CurrentBlock block = currentBlock.get(from + k);
      BlockFingerprint print = prints.get(k);
      if (!print.hash().equals(block.hash()) || print.kind() != block.block().kind()) {
        return false;
      }
    }
    return true;
  }

  private static List<Block> blocks(List<CurrentBlock> currentBlock) {
    return currentBlock.stream().map(CurrentBlock::block).toList();
  }
}
