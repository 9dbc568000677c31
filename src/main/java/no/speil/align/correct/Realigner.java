package no.speil.align.correct;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import no.speil.align.dp.Aligner;
import no.speil.align.dp.Pairing;
import no.speil.align.identity.CurrentBlock;
import no.speil.align.identity.LayoutEditor;
import no.speil.align.identity.MutableSection;
import no.speil.align.identity.NewBlockPlacer;
import no.speil.corpus.Alignment;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;

/**
 * Aligns anew what nobody has looked at, between the pairs that stay. A section's id follows the
 * first block of its original; where it has none, of its translation.
 */
public final class Realigner {
  private final List<MutableSection> mutableSections;
  private final Aligner aligner;
  private final Map<CurrentBlock, MutableSection> byFirst = new HashMap<>();

  /**
   * @param mutableSections all of the document, to be changed
   */
  public Realigner(List<MutableSection> mutableSections, Aligner aligner) {
    this.mutableSections = mutableSections;
    this.aligner = aligner;
  }

  public void realign(Set<SectionId> kept) {
    List<MutableSection> open =
        mutableSections.stream()
            .filter(mutableSection -> !LayoutEditor.isTitle(mutableSection))
            .filter(mutableSection -> !kept.contains(LayoutEditor.recorded(mutableSection).id()))
            .toList();
    mutableSections.removeAll(open);
    open.forEach(mutableSection -> byFirst.put(first(mutableSection), mutableSection));
    List<CurrentBlock> left = blocks(open, Side.ORIGINAL);
    List<CurrentBlock> right = blocks(open, Side.TRANSLATION);
    int i = 0;
    int j = 0;
    for (MutableSection anchor : NewBlockPlacer.anchors(mutableSections)) {
      int nextI = before(left, i, anchor.first(Side.ORIGINAL));
      int nextJ = before(right, j, anchor.first(Side.TRANSLATION));
      align(left.subList(i, nextI), right.subList(j, nextJ));
      i = nextI;
      j = nextJ;
    }
    align(left.subList(i, left.size()), right.subList(j, right.size()));
  }

  private static CurrentBlock first(MutableSection mutableSection) {
    return mutableSection
        .side(mutableSection.has(Side.ORIGINAL) ? Side.ORIGINAL : Side.TRANSLATION)
        .getFirst();
  }

  private static List<CurrentBlock> blocks(List<MutableSection> mutableSections, Side side) {
    return mutableSections.stream()
        .flatMap(mutableSection -> mutableSection.side(side).stream())
        .sorted(Comparator.comparingInt(CurrentBlock::place))
        .toList();
  }

  /** The first from there on that does not stand before the place. */
  private static int before(List<CurrentBlock> blocks, int from, int place) {
    int next = from;
    while (next < blocks.size() && blocks.get(next).place() < place) {
      next++;
    }
    return next;
  }

  private void align(List<CurrentBlock> originals, List<CurrentBlock> translations) {
    for (Pairing pairing :
        aligner.align(NewBlockPlacer.blocks(originals), NewBlockPlacer.blocks(translations))) {
      List<CurrentBlock> left = NewBlockPlacer.part(originals, pairing.original());
      List<CurrentBlock> right = NewBlockPlacer.part(translations, pairing.translation());
      var alignment = new Alignment(Alignment.Method.AUTOMATIC, pairing.confidence());
      if (isRun(left) && isRun(right)) {
        add(left, right, alignment);
      } else { // a section that stays stands in between
        left.forEach(block -> add(List.of(block), List.of(), alignment));
        right.forEach(block -> add(List.of(), List.of(block), alignment));
      }
    }
  }

  private void add(List<CurrentBlock> left, List<CurrentBlock> right, Alignment alignment) {
    MutableSection heir =
        Stream.of(left, right)
            .flatMap(List::stream)
            .map(byFirst::get)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    var mutableSection = new MutableSection(heir == null ? null : heir.recorded(), alignment);
    mutableSection.put(Side.ORIGINAL, left);
    mutableSection.put(Side.TRANSLATION, right);
    if (heir != null
        && isTheSame(heir, mutableSection)
        && isDoubtful(heir) == isDoubtful(mutableSection)) {
      mutableSection.align(heir.alignment());
    }
    mutableSections.add(mutableSection);
  }

  private static boolean isTheSame(MutableSection one, MutableSection other) {
    return Stream.of(Side.values()).allMatch(side -> one.side(side).equals(other.side(side)));
  }

  private static boolean isDoubtful(MutableSection mutableSection) {
    return new Section(
            LayoutEditor.recorded(mutableSection).id(),
            NewBlockPlacer.blocks(mutableSection.side(Side.ORIGINAL)),
            NewBlockPlacer.blocks(mutableSection.side(Side.TRANSLATION)),
            mutableSection.alignment())
        .isDoubtful();
  }

  private static boolean isRun(List<CurrentBlock> blocks) {
    return blocks.isEmpty()
        || blocks.getLast().place() - blocks.getFirst().place() == blocks.size() - 1;
  }
}
