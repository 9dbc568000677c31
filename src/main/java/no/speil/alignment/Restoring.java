package no.speil.alignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.speil.corpus.BlockPrint;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;

/** Divides blocks as they were divided before, if they are the same to the letter. */
final class Restoring {
  private final List<Group> groups;

  Restoring(List<Group> groups) {
    this.groups = groups;
  }

  /** Whether that could be done; if not, the groups are of no use any more. */
  boolean restore(Correction.Restore restore) {
    List<Group> changed =
        groups.stream()
            .filter(
                group -> {
                  SectionLayout recorded = group.recorded();
                  return recorded != null && restore.sections().contains(recorded.id());
                })
            .toList();
    groups.removeAll(changed);
    var left = new ArrayList<Found>();
    var right = new ArrayList<Found>();
    changed.forEach(group -> left.addAll(group.side(Side.ORIGINAL)));
    changed.forEach(group -> right.addAll(group.side(Side.TRANSLATION)));
    for (SectionLayout layout : restore.before()) {
      var group = new Group(layout, layout.alignment());
      Optional<List<Found>> original = take(layout.original(), left);
      Optional<List<Found>> translation = take(layout.translation(), right);
      if (original.isEmpty() || translation.isEmpty()) {
        return false;
      }
      group.put(Side.ORIGINAL, original.get());
      group.put(Side.TRANSLATION, translation.get());
      groups.add(group);
    }
    return left.isEmpty() && right.isEmpty() && !restore.before().isEmpty();
  }

  private static Optional<List<Found>> take(List<BlockPrint> wanted, List<Found> from) {
    var run = new ArrayList<Found>();
    for (BlockPrint print : wanted) {
      Optional<Found> block =
          from.stream().filter(each -> each.hash().equals(print.hash())).findFirst();
      if (block.isEmpty()) {
        return Optional.empty();
      }
      from.remove(block.get());
      run.add(block.get());
    }
    return Optional.of(run);
  }
}
