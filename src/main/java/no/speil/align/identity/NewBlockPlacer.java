package no.speil.align.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import no.speil.align.dp.Aligner;
import no.speil.align.dp.Pairing;
import no.speil.corpus.Alignment;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;
import org.jspecify.annotations.Nullable;

/**
 * Places the blocks that belong to no recorded section: those between two neighbouring pairs are
 * aligned with each other, and with sections that have waited for a counterpart. A pair that the
 * aligner proposes becomes a new section, or the counterpart for one that waited, or, if either
 * text may belong to another section, no pair.
 */
final class NewBlockPlacer {
  private static final double LEAST_CONFIDENCE = 0.5;

  /** Of a translation that may be part of another section: it is never paired automatically. */
  static final Alignment DOUBTFUL = new Alignment(Alignment.Method.AUTOMATIC, 0);

  private final MatchContext context;
  private final Aligner aligner;
  private final WeakMatches originals;
  private final WeakMatches translations;
  private final Map<CurrentBlock, MutableSection> owners = new HashMap<>();

  /** Takes the blocks that no section has so far for new ones. */
  NewBlockPlacer(MatchContext context, Aligner aligner) {
    this.context = context;
    this.aligner = aligner;
    this.originals = new WeakMatches(context.original());
    this.translations = new WeakMatches(context.translation());
    for (MutableSection section : context.sections()) {
      for (Side side : Side.values()) {
        section.side(side).forEach(block -> owners.put(block, section));
      }
    }
  }

  void place() {
    SectionOrder.forEachGap(
        context.sections(),
        context.original().current.stream().filter(this::isFree).toList(),
        context.translation().current.stream().filter(this::isFree).toList(),
        this::place);
  }

  private void place(List<CurrentBlock> left, List<CurrentBlock> right) {
    if (Stream.of(left, right).flatMap(List::stream).noneMatch(this::isNew)) {
      return;
    }
    for (Pairing pairing : aligner.align(CurrentBlock.blocks(left), CurrentBlock.blocks(right))) {
      apply(
          pairing.original().of(left),
          pairing.translation().of(right),
          new Alignment(Alignment.Method.AUTOMATIC, pairing.confidence()));
    }
  }

  private boolean isNew(CurrentBlock block) {
    return !owners.containsKey(block);
  }

  /** Whether the block is new or its section waits for a counterpart. */
  private boolean isFree(CurrentBlock block) {
    MutableSection owner = owners.get(block);
    return owner == null || isWaiting(owner);
  }

  /** Enters the proposed pair, or its texts apart, into the layout. */
  private void apply(List<CurrentBlock> left, List<CurrentBlock> right, Alignment alignment) {
    List<MutableSection> waiting =
        Stream.of(left, right)
            .flatMap(List::stream)
            .map(owners::get)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    if (left.isEmpty()
        || right.isEmpty()
        || mayBelongElsewhere(left, right, waiting)
        || !CurrentBlock.isRun(left)
        || !CurrentBlock.isRun(right)
        || !(waiting.isEmpty() || fits(left, right, waiting, alignment))) {
      addApart(left, right, alignment);
    } else if (waiting.isEmpty()) {
      var section = new MutableSection(null, alignment);
      section.put(left, right);
      context.added().add(section);
    } else {
      MutableSection first = waiting.getFirst();
      waiting.subList(1, waiting.size()).forEach(section -> section.mergeInto(first));
      first.put(left, right);
      first.align(alignment);
    }
  }

  /** Whether the section never had a counterpart and no person has said that there is none. */
  private boolean isWaiting(MutableSection section) {
    SectionLayout recorded = section.recorded();
    if (recorded == null || section.isPair() || section.isConfirmed()) {
      return false;
    }
    return section.has(Side.ORIGINAL)
        || (recorded.original().isEmpty()
            && !context.recorded().orphaned().contains(recorded.id())
            && !recorded.alignment().equals(DOUBTFUL));
  }

  private boolean mayBelongElsewhere(
      List<CurrentBlock> left, List<CurrentBlock> right, List<MutableSection> waiting) {
    return right.stream().anyMatch(block -> resemblesOther(translations, block, waiting))
        || (!waiting.isEmpty()
            && left.stream().anyMatch(block -> resemblesOther(originals, block, waiting)));
  }

  /** Whether the block is new and may be a part of a section other than these. */
  private boolean resemblesOther(
      WeakMatches weakMatches, CurrentBlock block, List<MutableSection> waiting) {
    @Nullable MutableSection from =
        isNew(block) ? weakMatches.section(block).map(context::survivor).orElse(null) : null;
    return from != null && !from.isEmpty() && !waiting.contains(from);
  }

  private static boolean fits(
      List<CurrentBlock> left,
      List<CurrentBlock> right,
      List<MutableSection> waiting,
      Alignment alignment) {
    return alignment.confidence() >= LEAST_CONFIDENCE
        && waiting.stream().map(section -> section.has(Side.ORIGINAL)).distinct().count() == 1
        && waiting.stream()
            .allMatch(
                section ->
                    left.containsAll(section.side(Side.ORIGINAL))
                        && right.containsAll(section.side(Side.TRANSLATION)));
  }

  private void addApart(List<CurrentBlock> left, List<CurrentBlock> right, Alignment alignment) {
    left.stream().filter(this::isNew).forEach(block -> add(Side.ORIGINAL, block, alignment));
    for (CurrentBlock block : right) {
      if (isNew(block)) {
        boolean doubtful = resemblesOther(translations, block, List.of());
        add(Side.TRANSLATION, block, doubtful ? DOUBTFUL : alignment);
      }
    }
  }

  private void add(Side side, CurrentBlock block, Alignment alignment) {
    var section = new MutableSection(null, alignment);
    section.put(side, List.of(block));
    context.added().add(section);
  }
}
