package no.speil.alignment;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.speil.alignment.Pairing.Span;
import no.speil.corpus.Alignment;
import no.speil.corpus.Block;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;

/**
 * Makes sections of the blocks that no remembered section holds: between two neighbours that have
 * both sides, the new blocks are aligned with each other, and with sections that have waited for a
 * counterpart. What has lost its counterpart waits for none.
 */
final class Newcomers {
  private static final double SURE_ENOUGH = 0.5;

  private final Half original;
  private final Half translation;
  private final List<Group> groups;
  private final Aligner aligner;
  private final Set<SectionId> orphaned;
  private final Map<Found, Group> owners = new HashMap<>();

  Newcomers(
      Half original,
      Half translation,
      List<Group> groups,
      Aligner aligner,
      Set<SectionId> orphaned) {
    this.original = original;
    this.translation = translation;
    this.groups = groups;
    this.aligner = aligner;
    this.orphaned = orphaned;
    for (Group group : groups) {
      for (Side side : Side.values()) {
        group.side(side).forEach(block -> owners.put(block, group));
      }
    }
  }

  /** Adds the new sections to the groups, and counterparts to those that waited. */
  void settle() {
    int left = 0;
    int right = 0;
    for (Group anchor : anchors()) {
      fill(
          original.between(left, anchor.first(Side.ORIGINAL)),
          translation.between(right, anchor.first(Side.TRANSLATION)));
      left = anchor.last(Side.ORIGINAL);
      right = anchor.last(Side.TRANSLATION);
    }
    fill(original.after(left), translation.after(right));
    groups.removeIf(Group::isEmpty);
  }

  /** Sections with both sides that stand in the same order on both. */
  private List<Group> anchors() {
    List<Group> pairs =
        groups.stream()
            .filter(Group::isPair)
            .sorted(Comparator.comparingInt(group -> group.first(Side.ORIGINAL)))
            .toList();
    int[] places = pairs.stream().mapToInt(group -> group.first(Side.TRANSLATION)).toArray();
    return Arrays.stream(RisingChain.longest(places)).mapToObj(pairs::get).toList();
  }

  private void fill(List<Found> originals, List<Found> translations) {
    if (Stream.of(originals, translations).flatMap(List::stream).allMatch(owners::containsKey)) {
      return;
    }
    List<Found> left = originals.stream().filter(this::isOpen).toList();
    List<Found> right = translations.stream().filter(this::isOpen).toList();
    for (Pairing pairing : aligner.align(blocks(left), blocks(right))) {
      settle(
          part(left, pairing.original()),
          part(right, pairing.translation()),
          new Alignment(Alignment.Method.AUTOMATIC, pairing.confidence()));
    }
  }

  private boolean isOpen(Found block) {
    Group owner = owners.get(block);
    return owner == null || waits(owner);
  }

  /** Whether the section never had a counterpart and nobody has said that there is none. */
  private boolean waits(Group group) {
    SectionLayout recorded = group.recorded();
    if (recorded == null || group.isPair() || group.isConfirmed()) {
      return false;
    }
    return group.has(Side.ORIGINAL)
        || (recorded.original().isEmpty() && !orphaned.contains(recorded.id()));
  }

  private void settle(List<Found> left, List<Found> right, Alignment alignment) {
    List<Group> waiting =
        Stream.of(left, right)
            .flatMap(List::stream)
            .map(owners::get)
            .filter(g -> g != null)
            .distinct()
            .toList();
    if (waiting.isEmpty() && isRun(left) && isRun(right)) {
      fillIn(new Group(null, alignment), left, right, alignment);
    } else if (fits(left, right, waiting, alignment)) {
      fillIn(waiting.getFirst(), left, right, alignment);
    } else {
      left.forEach(block -> alone(Side.ORIGINAL, block, alignment));
      right.forEach(block -> alone(Side.TRANSLATION, block, alignment));
    }
  }

  private boolean fits(
      List<Found> left, List<Found> right, List<Group> waiting, Alignment alignment) {
    if (waiting.size() != 1 || left.isEmpty() || right.isEmpty()) {
      return false;
    }
    Group group = waiting.getFirst();
    return alignment.confidence() >= SURE_ENOUGH
        && isRun(left)
        && isRun(right)
        && left.containsAll(group.side(Side.ORIGINAL))
        && right.containsAll(group.side(Side.TRANSLATION));
  }

  private void fillIn(Group group, List<Found> left, List<Found> right, Alignment alignment) {
    if (group.isEmpty()) {
      groups.add(group);
    }
    group.put(Side.ORIGINAL, left);
    group.put(Side.TRANSLATION, right);
    group.align(alignment);
  }

  private void alone(Side side, Found block, Alignment alignment) {
    if (!owners.containsKey(block)) {
      var group = new Group(null, alignment);
      group.put(side, List.of(block));
      groups.add(group);
    }
  }

  private static boolean isRun(List<Found> blocks) {
    return blocks.isEmpty()
        || blocks.getLast().place() - blocks.getFirst().place() == blocks.size() - 1;
  }

  private static List<Found> part(List<Found> blocks, Span span) {
    return blocks.subList(span.from(), span.to());
  }

  private static List<Block> blocks(List<Found> found) {
    return found.stream().map(Found::block).toList();
  }
}
