package no.speil.align.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import no.speil.corpus.Block;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.Section;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;

/** The fast way: both files hold exactly the recorded blocks in the recorded order. */
public final class UnchangedLayout {
  private UnchangedLayout() {}

  /** The recorded sections, or empty if anything differs. */
  public static Optional<Revision> revision(
      List<SectionLayout> recorded, List<CurrentBlock> originals, List<CurrentBlock> translations) {
    var sections = new ArrayList<Section>(recorded.size());
    int left = emptyTitles(originals);
    int right = emptyTitles(translations);
    for (SectionLayout layout : recorded) {
      boolean isSecondTitle = layout.isTitle() && !sections.isEmpty();
      if (isSecondTitle
          || !continues(layout.original(), originals, left)
          || !continues(layout.translation(), translations, right)) {
        return Optional.empty();
      }
      int leftEnd = left + layout.side(Side.ORIGINAL).size();
      int rightEnd = right + layout.side(Side.TRANSLATION).size();
      List<Block> original = CurrentBlock.blocks(originals.subList(left, leftEnd));
      List<Block> translation = CurrentBlock.blocks(translations.subList(right, rightEnd));
      sections.add(new Section(layout.id(), original, translation, layout.alignment()));
      left = leftEnd;
      right = rightEnd;
    }
    return left == originals.size() && right == translations.size()
        ? Optional.of(new Revision(sections, List.of(), List.of()))
        : Optional.empty();
  }

  /** How many blocks at the start do not count: 1 for an empty title. */
  private static int emptyTitles(List<CurrentBlock> side) {
    return !side.isEmpty() && LayoutUpdater.startsUntitled(side) ? 1 : 0;
  }

  private static boolean continues(
      List<BlockFingerprint> recorded, List<CurrentBlock> current, int from) {
    return from + recorded.size() <= current.size()
        && IntStream.range(0, recorded.size())
            .allMatch(k -> isUnchanged(recorded.get(k), current.get(from + k)));
  }

  private static boolean isUnchanged(BlockFingerprint recorded, CurrentBlock current) {
    return recorded.hash().equals(current.hash()) && recorded.kind() == current.block().kind();
  }
}
