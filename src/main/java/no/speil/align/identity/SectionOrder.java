package no.speil.align.identity;

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
final class SectionOrder {
  private final Map<MutableSection, List<MutableSection>> followers = new HashMap<>();
  private final List<MutableSection> ordered = new ArrayList<>();

  /**
   * @param title stands first, whatever it holds
   */
  static List<MutableSection> of(MutableSection title, List<MutableSection> mutableSections) {
    var order = new SectionOrder();
    order.arrange(title, mutableSections);
    return order.ordered;
  }

  private void arrange(MutableSection title, List<MutableSection> mutableSections) {
    MutableSection previous = title;
    for (MutableSection mutableSection : sorted(mutableSections, Side.TRANSLATION)) {
      if (!mutableSection.has(Side.ORIGINAL)) {
        followers.computeIfAbsent(previous, g -> new ArrayList<>()).add(mutableSection);
      }
      previous = mutableSection;
    }
    add(title);
    sorted(mutableSections, Side.ORIGINAL).forEach(this::add);
  }

  private void add(MutableSection first) {
    Deque<MutableSection> waiting = new ArrayDeque<>();
    waiting.push(first);
    while (!waiting.isEmpty()) {
      MutableSection mutableSection = waiting.pop();
      ordered.add(mutableSection);
      followers.getOrDefault(mutableSection, List.of()).reversed().forEach(waiting::push);
    }
  }

  private static List<MutableSection> sorted(List<MutableSection> mutableSections, Side side) {
    return mutableSections.stream()
        .filter(mutableSection -> mutableSection.has(side))
        .sorted(Comparator.comparingInt(mutableSection -> mutableSection.first(side)))
        .toList();
  }
}
