package no.speil.align.correct;

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
import no.speil.align.identity.SectionOrder;
import no.speil.corpus.Alignment;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;

/**
 * Aligns all sections anew except those to be kept. A section's id follows the first block of its
 * original; if it has none, of its translation.
 */
public final class Realigner {
  private final LayoutEditor editor;
  private final Aligner aligner;
  private final Map<CurrentBlock, MutableSection> byFirst = new HashMap<>();

  public Realigner(LayoutEditor editor, Aligner aligner) {
    this.editor = editor;
    this.aligner = aligner;
  }

  /**
   * Aligns all sections anew except some.
   *
   * @param kept sections that stay as they are
   */
  public void realign(Set<SectionId> kept) {
    List<MutableSection> open =
        editor.sections().stream()
            .filter(section -> !section.isTitle() && !kept.contains(section.recordedId()))
            .toList();
    editor.remove(open);
    open.forEach(section -> byFirst.put(section.leadingSide().getFirst(), section));
    SectionOrder.forEachGap(
        editor.sections(),
        LayoutEditor.blocks(open, Side.ORIGINAL),
        LayoutEditor.blocks(open, Side.TRANSLATION),
        this::align);
  }

  private void align(List<CurrentBlock> originals, List<CurrentBlock> translations) {
    for (Pairing pairing :
        aligner.align(CurrentBlock.blocks(originals), CurrentBlock.blocks(translations))) {
      List<CurrentBlock> left = pairing.original().of(originals);
      List<CurrentBlock> right = pairing.translation().of(translations);
      var alignment = new Alignment(Alignment.Method.AUTOMATIC, pairing.confidence());
      if (CurrentBlock.isRun(left) && CurrentBlock.isRun(right)) {
        add(left, right, alignment);
      } else { // a kept section stands in between
        left.forEach(block -> add(List.of(block), List.of(), alignment));
        right.forEach(block -> add(List.of(), List.of(block), alignment));
      }
    }
  }

  private void add(List<CurrentBlock> left, List<CurrentBlock> right, Alignment alignment) {
    MutableSection former =
        Stream.of(left, right)
            .flatMap(List::stream)
            .map(byFirst::get)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    var section = new MutableSection(former == null ? null : former.recorded(), alignment);
    section.put(left, right);
    if (former != null
        && hasSameBlocks(former, section)
        && isDoubtful(former) == isDoubtful(section)) {
      section.align(former.alignment());
    }
    editor.add(section);
  }

  private static boolean hasSameBlocks(MutableSection one, MutableSection other) {
    return Stream.of(Side.values()).allMatch(side -> one.side(side).equals(other.side(side)));
  }

  private static boolean isDoubtful(MutableSection section) {
    return section.section(section.recordedId()).isDoubtful();
  }
}
