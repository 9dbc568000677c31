package no.speil.alignment;

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
final class Matchmaking {
  private static final double SURE_ENOUGH = 0.5;

  /** Of a translation that may be torn off another section's: never to be paired unasked. */
  static final Alignment DOUBTFUL = new Alignment(Alignment.Method.AUTOMATIC, 0);

  private final List<Group> groups;
  private final Set<SectionId> orphaned;
  private final Traces originals;
  private final Traces translations;
  private final Continuation continuation;
  private final Map<Found, Group> owners = new HashMap<>();

  Matchmaking(Continuation continuation, Half original, Half translation, Set<SectionId> orphaned) {
    this.continuation = continuation;
    this.groups = continuation.groups();
    this.orphaned = orphaned;
    this.originals = new Traces(original);
    this.translations = new Traces(translation);
    for (Group group : groups) {
      for (Side side : Side.values()) {
        group.side(side).forEach(block -> owners.put(block, group));
      }
    }
  }

  boolean isNew(Found block) {
    return !owners.containsKey(block);
  }

  /** Whether the block is new or its section waits for a counterpart. */
  boolean isFree(Found block) {
    Group owner = owners.get(block);
    return owner == null || waits(owner);
  }

  void settle(List<Found> left, List<Found> right, Alignment alignment) {
    List<Group> waiting =
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
      var group = new Group(null, alignment);
      groups.add(group);
      fill(group, left, right, alignment);
    } else if (fits(left, right, waiting, alignment)) {
      Group first = waiting.getFirst();
      waiting.subList(1, waiting.size()).forEach(group -> group.become(first));
      fill(first, left, right, alignment);
    } else {
      apart(left, right, alignment);
    }
  }

  /** Whether the section never had a counterpart and nobody has said that there is none. */
  private boolean waits(Group group) {
    SectionLayout recorded = group.recorded();
    if (recorded == null || group.isPair() || group.isConfirmed()) {
      return false;
    }
    return group.has(Side.ORIGINAL)
        || (recorded.original().isEmpty()
            && !orphaned.contains(recorded.id())
            && !recorded.alignment().equals(DOUBTFUL));
  }

  private boolean mayBelongElsewhere(List<Found> left, List<Found> right, List<Group> waiting) {
    return right.stream().anyMatch(block -> isTraced(translations, block, waiting))
        || (!waiting.isEmpty()
            && left.stream().anyMatch(block -> isTraced(originals, block, waiting)));
  }

  /** Whether the block, new by itself, may be a piece of a section other than these. */
  private boolean isTraced(Traces traces, Found block, List<Group> waiting) {
    Group from = isNew(block) ? from(traces, block) : null;
    return from != null && !from.isEmpty() && !waiting.contains(from);
  }

  private @Nullable Group from(Traces traces, Found block) {
    return traces.section(block).map(continuation::group).orElse(null);
  }

  private static boolean fits(
      List<Found> left, List<Found> right, List<Group> waiting, Alignment alignment) {
    return alignment.confidence() >= SURE_ENOUGH
        && waiting.stream().map(group -> group.has(Side.ORIGINAL)).distinct().count() == 1
        && waiting.stream()
            .allMatch(
                group ->
                    left.containsAll(group.side(Side.ORIGINAL))
                        && right.containsAll(group.side(Side.TRANSLATION)));
  }

  private static void fill(Group group, List<Found> left, List<Found> right, Alignment alignment) {
    group.put(Side.ORIGINAL, left);
    group.put(Side.TRANSLATION, right);
    group.align(alignment);
  }

  private void apart(List<Found> left, List<Found> right, Alignment alignment) {
    left.stream().filter(this::isNew).forEach(block -> alone(Side.ORIGINAL, block, alignment));
    for (Found block : right) {
      if (isNew(block)) {
        alone(
            Side.TRANSLATION,
            block,
            isTraced(translations, block, List.of()) ? DOUBTFUL : alignment);
      }
    }
  }

  private void alone(Side side, Found block, Alignment alignment) {
    var group = new Group(null, alignment);
    group.put(side, List.of(block));
    groups.add(group);
  }

  private static boolean isRun(List<Found> blocks) {
    return blocks.isEmpty()
        || blocks.getLast().place() - blocks.getFirst().place() == blocks.size() - 1;
  }
}
