package no.speil.library.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Elements in the order of a comparator, by their places too. What is added is put in its place
 * when somebody asks: many elements are sorted much sooner together than one by one. No two
 * elements may be equal by the comparator. Not thread-safe.
 */
final class SortedList<T> {
  /** So many are put in their places one by one; more are sorted together with all others. */
  private static final int FEW = 16;

  private final Comparator<T> order;
  private final ArrayList<T> elements = new ArrayList<>(2);

  /** In no order, and not yet among the elements. */
  private final ArrayList<T> added = new ArrayList<>(0);

  SortedList(Comparator<T> order) {
    this.order = order;
  }

  int size() {
    return elements.size() + added.size();
  }

  void add(T element) {
    added.add(element);
  }

  private void sort() {
    if (added.size() > FEW) {
      elements.addAll(added);
      elements.sort(order);
    } else {
      added.forEach(element -> elements.add(place(element), element));
    }
    added.clear();
    added.trimToSize();
  }

  void remove(T element) {
    sort();
    int place = Collections.binarySearch(elements, element, order);
    if (place >= 0) {
      elements.remove(place);
    }
  }

  /** How many elements come before that one, which need not be among them. */
  int before(T element) {
    sort();
    return place(element);
  }

  private int place(T element) {
    int place = Collections.binarySearch(elements, element, order);
    return place < 0 ? -place - 1 : place;
  }

  /** So many elements from that place on, or fewer at the end. */
  List<T> page(long from, int most) {
    sort();
    int first = Math.clamp(from, 0, elements.size());
    return List.copyOf(
        elements.subList(first, (int) Math.min(elements.size(), (long) first + most)));
  }
}
