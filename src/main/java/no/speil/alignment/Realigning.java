package no.speil.alignment;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import no.speil.corpus.Alignment;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;

/**
 * Aligns anew what nobody has looked at, between the pairs that stay. A section's id follows the
 * first block of its original; where it has none, of its translation.
 */
final class Realigning {
  private final List<Group> groups;
  private final Aligner aligner;
  private final Map<Found, Group> byFirst = new HashMap<>();

  /**
   * @param groups all of the document, to be changed
   */
  Realigning(List<Group> groups, Aligner aligner) {
    this.groups = groups;
    this.aligner = aligner;
  }

  void realign(Set<SectionId> kept) {
    List<Group> open =
        groups.stream()
            .filter(group -> !Division.isTitle(group))
            .filter(group -> !kept.contains(Division.recorded(group).id()))
            .toList();
    groups.removeAll(open);
    open.forEach(group -> byFirst.put(first(group), group));
    List<Found> left = blocks(open, Side.ORIGINAL);
    List<Found> right = blocks(open, Side.TRANSLATION);
    int i = 0;
    int j = 0;
    for (Group anchor : Newcomers.anchors(groups)) {
      int nextI = before(left, i, anchor.first(Side.ORIGINAL));
      int nextJ = before(right, j, anchor.first(Side.TRANSLATION));
      align(left.subList(i, nextI), right.subList(j, nextJ));
      i = nextI;
      j = nextJ;
    }
    align(left.subList(i, left.size()), right.subList(j, right.size()));
  }

  private static Found first(Group group) {
    return group.side(group.has(Side.ORIGINAL) ? Side.ORIGINAL : Side.TRANSLATION).getFirst();
  }

  private static List<Found> blocks(List<Group> groups, Side side) {
    return groups.stream()
        .flatMap(group -> group.side(side).stream())
        .sorted(Comparator.comparingInt(Found::place))
        .toList();
  }

  /** The first from there on that does not stand before the place. */
  private static int before(List<Found> blocks, int from, int place) {
    int next = from;
    while (next < blocks.size() && blocks.get(next).place() < place) {
      next++;
    }
    return next;
  }

  private void align(List<Found> originals, List<Found> translations) {
    for (Pairing pairing :
        aligner.align(Newcomers.blocks(originals), Newcomers.blocks(translations))) {
      List<Found> left = Newcomers.part(originals, pairing.original());
      List<Found> right = Newcomers.part(translations, pairing.translation());
      var alignment = new Alignment(Alignment.Method.AUTOMATIC, pairing.confidence());
      if (isRun(left) && isRun(right)) {
        add(left, right, alignment);
      } else { // a section that stays stands in between
        left.forEach(block -> add(List.of(block), List.of(), alignment));
        right.forEach(block -> add(List.of(), List.of(block), alignment));
      }
    }
  }

  private void add(List<Found> left, List<Found> right, Alignment alignment) {
    Group heir =
        Stream.of(left, right)
            .flatMap(List::stream)
            .map(byFirst::get)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    var group = new Group(heir == null ? null : heir.recorded(), alignment);
    group.put(Side.ORIGINAL, left);
    group.put(Side.TRANSLATION, right);
    if (heir != null && isTheSame(heir, group) && isDoubtful(heir) == isDoubtful(group)) {
      group.align(heir.alignment());
    }
    groups.add(group);
  }

  private static boolean isTheSame(Group one, Group other) {
    return Stream.of(Side.values()).allMatch(side -> one.side(side).equals(other.side(side)));
  }

  private static boolean isDoubtful(Group group) {
    return new Section(
            Division.recorded(group).id(),
            Newcomers.blocks(group.side(Side.ORIGINAL)),
            Newcomers.blocks(group.side(Side.TRANSLATION)),
            group.alignment())
        .isDoubtful();
  }

  private static boolean isRun(List<Found> blocks) {
    return blocks.isEmpty()
        || blocks.getLast().place() - blocks.getFirst().place() == blocks.size() - 1;
  }
}
