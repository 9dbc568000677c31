package no.speil.alignment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.speil.corpus.Side;

/**
 * Puts sections in the original's order; one with only a translation follows its predecessor in the
 * translation.
 */
final class Order {
  private final Map<Group, List<Group>> followers = new HashMap<>();
  private final List<Group> ordered = new ArrayList<>();

  /**
   * @param title stands first, whatever it holds
   */
  static List<Group> of(Group title, List<Group> groups) {
    var order = new Order();
    order.arrange(title, groups);
    return order.ordered;
  }

  private void arrange(Group title, List<Group> groups) {
    Group previous = title;
    for (Group group : sorted(groups, Side.TRANSLATION)) {
      if (!group.has(Side.ORIGINAL)) {
        followers.computeIfAbsent(previous, g -> new ArrayList<>()).add(group);
      }
      previous = group;
    }
    add(title);
    sorted(groups, Side.ORIGINAL).forEach(this::add);
  }

  private void add(Group first) {
    Deque<Group> waiting = new ArrayDeque<>();
    waiting.push(first);
    while (!waiting.isEmpty()) {
      Group group = waiting.pop();
      ordered.add(group);
      followers.getOrDefault(group, List.of()).reversed().forEach(waiting::push);
    }
  }

  private static List<Group> sorted(List<Group> groups, Side side) {
    return groups.stream()
        .filter(group -> group.has(side))
        .sorted(Comparator.comparingInt(group -> group.first(side)))
        .toList();
  }
}
