package no.speil.alignment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.speil.corpus.Alignment;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;

/**
 * Carries a person's correction out on a document's sections. What it touches is theirs from then
 * on: confirmed, with confidence 1.
 */
final class Correcting {
  private final LaidOut document;
  private final Division division;
  private final List<Group> groups;

  Correcting(LaidOut document, Division division) {
    this.document = document;
    this.division = division;
    this.groups = division.groups();
  }

  /** The sections as the person wants them; empty where that cannot be. */
  Optional<Revision> revise(Correction correction) {
    boolean done =
        switch (correction) {
          case Correction.Join join -> join(group(join.section()), group(join.other()));
          case Correction.Split split -> split(group(split.section()), split);
          case Correction.Move move -> move(group(move.section()), group(move.to()), move);
          case Correction.Unlink unlink -> unlink(group(unlink.section()));
          case Correction.Confirm confirm -> confirm(confirm.sections());
          case Correction.Restore restore -> new Restoring(groups).restore(restore);
        };
    return done ? division.revision() : Optional.empty();
  }

  private boolean join(Group one, Group two) {
    if (one.equals(two) || Division.isTitle(one) || Division.isTitle(two)) {
      return false;
    }
    boolean swap =
        one.has(Side.ORIGINAL) == two.has(Side.ORIGINAL)
            ? groups.indexOf(two) < groups.indexOf(one)
            : two.has(Side.ORIGINAL);
    Group heir = swap ? two : one;
    Group other = swap ? one : two;
    for (Side side : Side.values()) {
      heir.put(
          side, Division.inOrder(Stream.of(heir, other).flatMap(each -> each.side(side).stream())));
    }
    groups.remove(other);
    heir.align(Alignment.CONFIRMED);
    return true;
  }

  private boolean split(Group group, Correction.Split split) {
    var second = new Group(null, Alignment.CONFIRMED);
    for (Side side : Side.values()) {
      int kept = side == Side.ORIGINAL ? split.original() : split.translation();
      List<Found> run = group.side(side);
      if (kept < 0 || kept > run.size()) {
        return false;
      }
      second.put(side, run.subList(kept, run.size()));
      group.put(side, run.subList(0, kept));
    }
    groups.add(second);
    group.align(Alignment.CONFIRMED);
    return !group.isEmpty() && !second.isEmpty();
  }

  private boolean move(Group from, Group to, Correction.Move move) {
    List<Found> run = from.side(move.side());
    if (from.equals(to) || Division.isTitle(from) || Division.isTitle(to)) {
      return false;
    }
    if (move.blocks() < 1 || move.blocks() > run.size()) {
      return false;
    }
    boolean forward = stands(from, to, move.side());
    int cut = forward ? run.size() - move.blocks() : move.blocks();
    List<Found> head = run.subList(0, cut);
    List<Found> tail = run.subList(cut, run.size());
    List<Found> moved = forward ? tail : head;
    from.put(move.side(), forward ? head : tail);
    to.put(
        move.side(),
        Division.inOrder(Stream.of(to.side(move.side()), moved).flatMap(List::stream)));
    from.align(Alignment.CONFIRMED);
    to.align(Alignment.CONFIRMED);
    groups.removeIf(Group::isEmpty);
    return true;
  }

  /** Whether the other section stands after the one: on that side, else in the document. */
  private boolean stands(Group from, Group to, Side side) {
    return to.has(side)
        ? to.first(side) > from.first(side)
        : groups.indexOf(to) > groups.indexOf(from);
  }

  private boolean unlink(Group group) {
    if (!group.isPair() || Division.isTitle(group)) {
      return false;
    }
    var apart = new Group(null, Alignment.CONFIRMED);
    apart.put(Side.TRANSLATION, group.side(Side.TRANSLATION));
    group.put(Side.TRANSLATION, List.of());
    group.align(Alignment.CONFIRMED);
    groups.add(apart);
    return true;
  }

  private boolean confirm(Set<SectionId> sections) {
    groups.stream()
        .filter(group -> sections.contains(Division.recorded(group).id()))
        .forEach(group -> group.align(Alignment.CONFIRMED));
    return true;
  }

  private Group group(SectionId id) {
    return groups.stream()
        .filter(group -> Division.recorded(group).id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no section " + id + " in " + document.id()));
  }
}
