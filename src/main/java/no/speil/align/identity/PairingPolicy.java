package no.speil.align.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import no.speil.corpus.Alignment;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of a pair that the aligner proposes: a new section, a counterpart for a
 * section that waited for one, or, where either might belong to another section, nothing.
 */
final class PairingPolicy {
  private static final double SURE_ENOUGH = 0.5;

  /** Of a translation that may be torn off another section's: never to be paired unasked. */
  static final Alignment DOUBTFUL = new Alignment(Alignment.Method.AUTOMATIC, 0);

  private final List<MutableSection> mutableSections;
  private final Set<SectionId> orphaned;
  private final WeakMatches originals;
  private final WeakMatches translations;
  private final CarriedSections carriedSections;
  private final Map<CurrentBlock, MutableSection> owners = new HashMap<>();

  PairingPolicy(
      CarriedSections carriedSections,
      MatchedSide original,
      MatchedSide translation,
      Set<SectionId> orphaned) {
    this.carriedSections = carriedSections;
    this.mutableSections = carriedSections.groups();
    this.orphaned = orphaned;
    this.originals = new WeakMatches(original);
    this.translations = new WeakMatches(translation);
    for (MutableSection mutableSection : mutableSections) {
      for (Side side : Side.values()) {
        mutableSection.side(side).forEach(block -> owners.put(block, mutableSection));
      }
    }
  }

  boolean isNew(CurrentBlock block) {
    return !owners.containsKey(block);
  }

  /** Whether the block is new or its section waits for a counterpart. */
  boolean isFree(CurrentBlock block) {
    MutableSection owner = owners.get(block);
    return owner == null || waits(owner);
  }

  void settle(List<CurrentBlock> left, List<CurrentBlock> right, Alignment alignment) {
    List<MutableSection> waiting =
        Stream.of(left, right)
            .flatMap(List::stream)
            .map(owners::get)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    if (left.isEmpty() || right.isEmpty() || mayBelongElsewhere(left, right, waiting)) {
      apart(left, right, alignment);
    } else if (!isRun(left) || !isRun(right)) {
      apart(left, right, alignment);
    } else if (waiting.isEmpty()) {
      var mutableSection = new MutableSection(null, alignment);
      mutableSections.add(mutableSection);
      fill(mutableSection, left, right, alignment);
    } else if (fits(left, right, waiting, alignment)) {
      MutableSection first = waiting.getFirst();
      waiting.subList(1, waiting.size()).forEach(mutableSection -> mutableSection.become(first));
      fill(first, left, right, alignment);
    } else {
      apart(left, right, alignment);
    }
  }

  /** Whether the section never had a counterpart and nobody has said that there is none. */
  private boolean waits(MutableSection mutableSection) {
    SectionLayout recorded = mutableSection.recorded();
    if (recorded == null || mutableSection.isPair() || mutableSection.isConfirmed()) {
      return false;
    }
    return mutableSection.has(Side.ORIGINAL)
        || (recorded.original().isEmpty()
            && !orphaned.contains(recorded.id())
            && !recorded.alignment().equals(DOUBTFUL));
  }

  private boolean mayBelongElsewhere(
      List<CurrentBlock> left, List<CurrentBlock> right, List<MutableSection> waiting) {
    return right.stream().anyMatch(block -> isTraced(translations, block, waiting))
        || (!waiting.isEmpty()
            && left.stream().anyMatch(block -> isTraced(originals, block, waiting)));
  }

  /** Whether the block, new by itself, may be a piece of a section other than these. */
  private boolean isTraced(
      WeakMatches weakMatches, CurrentBlock block, List<MutableSection> waiting) {
    MutableSection from = isNew(block) ? from(weakMatches, block) : null;
    return from != null && !from.isEmpty() && !waiting.contains(from);
  }

  private @Nullable MutableSection from(WeakMatches weakMatches, CurrentBlock block) {
    return weakMatches.section(block).map(carriedSections::group).orElse(null);
  }

  private static boolean fits(
      List<CurrentBlock> left,
      List<CurrentBlock> right,
      List<MutableSection> waiting,
      Alignment alignment) {
    return alignment.confidence() >= SURE_ENOUGH
        && waiting.stream()
                .map(mutableSection -> mutableSection.has(Side.ORIGINAL))
                .distinct()
                .count()
            == 1
        && waiting.stream()
            .allMatch(
                mutableSection ->
                    left.containsAll(mutableSection.side(Side.ORIGINAL))
                        && right.containsAll(mutableSection.side(Side.TRANSLATION)));
  }

  private static void fill(
      MutableSection mutableSection,
      List<CurrentBlock> left,
      List<CurrentBlock> right,
      Alignment alignment) {
    mutableSection.put(Side.ORIGINAL, left);
    mutableSection.put(Side.TRANSLATION, right);
    mutableSection.align(alignment);
  }

  private void apart(List<CurrentBlock> left, List<CurrentBlock> right, Alignment alignment) {
    left.stream().filter(this::isNew).forEach(block -> alone(Side.ORIGINAL, block, alignment));
    for (CurrentBlock block : right) {
      if (isNew(block)) {
        alone(
            Side.TRANSLATION,
            block,
            isTraced(translations, block, List.of()) ? DOUBTFUL : alignment);
      }
    }
  }

  private void alone(Side side, CurrentBlock block, Alignment alignment) {
    var mutableSection = new MutableSection(null, alignment);
    mutableSection.put(side, List.of(block));
    mutableSections.add(mutableSection);
  }

  private static boolean isRun(List<CurrentBlock> blocks) {
    return blocks.isEmpty()
        || blocks.getLast().place() - blocks.getFirst().place() == blocks.size() - 1;
  }
}
