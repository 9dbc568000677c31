package no.speil.library.documents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Elements in the order of a comparator, by their places too. Adding, removing and finding a place
 * cost some hundred steps whatever the size, and an element costs little more than a reference.
 * What is added is put in its place when somebody asks: many elements are sorted much sooner
 * together than one by one. No two elements may be equal by the comparator. Not thread-safe.
 */
final class SortedChunks<T> {
  private static final int MOST = 512;

  /** In bits; a key and a place fit into a positive {@code long}. */
  static final int KEY_LENGTH = 36;

  private static final int PLACE_LENGTH = Long.SIZE - 1 - KEY_LENGTH;

  private final ToLongFunction<T> key;
  private final Comparator<T> ofSameKey;
  private final Comparator<T> order;
  private final List<ArrayList<T>> chunks = new ArrayList<>();

  /** In no order, and not yet in the chunks. */
  private final ArrayList<T> added = new ArrayList<>(0);

  /** With those added. */
  private int size;

  SortedChunks(Comparator<T> order) {
    this(element -> 0, order);
  }

  /**
   * In the order of a number, which is read once from each element when many are sorted.
   *
   * @param key at least 0, of at most {@link #KEY_LENGTH} bits
   * @param ofSameKey the order of elements with the same number
   */
  SortedChunks(ToLongFunction<T> key, Comparator<T> ofSameKey) {
    this.key = key;
    this.ofSameKey = ofSameKey;
    this.order = Comparator.comparingLong(key).thenComparing(ofSameKey);
  }

  int size() {
    return size;
  }

  void add(T element) {
    added.add(element);
    size++;
  }

  /** Puts in its place what was added, which would otherwise wait until somebody asks. */
  void sort() {
    if (added.isEmpty()) {
      return;
    }
    if (added.size() > MOST && added.size() > size / 8) {
      sortAll();
    } else {
      added.forEach(this::insert);
    }
    added.clear();
    added.trimToSize();
  }

  private void sortAll() {
    var all = new ArrayList<T>(size);
    chunks.forEach(all::addAll);
    all.addAll(added);
    List<T> inOrder = sorted(all);
    chunks.clear();
    for (int from = 0; from < size; from += MOST / 2) {
      chunks.add(new ArrayList<>(inOrder.subList(from, Math.min(size, from + MOST / 2))));
    }
  }

  private List<T> sorted(List<T> elements) {
    long[] keys = new long[elements.size()];
    for (int place = 0; place < keys.length; place++) {
      keys[place] = (key.applyAsLong(elements.get(place)) << PLACE_LENGTH) | place;
    }
    Arrays.sort(keys);
    var inOrder = new ArrayList<T>(keys.length);
    for (long each : keys) {
      inOrder.add(elements.get((int) (each & ((1L << PLACE_LENGTH) - 1))));
    }
    int first = 0;
    for (int i = 1; i <= keys.length; i++) {
      if (i == keys.length || keys[i] >>> PLACE_LENGTH != keys[first] >>> PLACE_LENGTH) {
        if (i > first + 1) {
          inOrder.subList(first, i).sort(ofSameKey);
        }
        first = i;
      }
    }
    return inOrder;
  }

  private void insert(T element) {
    if (chunks.isEmpty()) {
      chunks.add(new ArrayList<>(2));
    }
    int at = chunkOf(element);
    ArrayList<T> chunk = chunks.get(at);
    int place = Collections.binarySearch(chunk, element, order);
    chunk.add(place < 0 ? -place - 1 : place, element);
    if (chunk.size() > MOST) {
      List<T> half = chunk.subList(MOST / 2, chunk.size());
      chunks.add(at + 1, new ArrayList<>(half));
      half.clear();
    }
  }

  void remove(T element) {
    sort();
    if (chunks.isEmpty()) {
      return;
    }
    int at = chunkOf(element);
    ArrayList<T> chunk = chunks.get(at);
    int place = Collections.binarySearch(chunk, element, order);
    if (place >= 0) {
      chunk.remove(place);
      size--;
      if (chunk.isEmpty()) {
        chunks.remove(at);
      }
    }
  }

  /** How many elements come before that one, which need not be among them. */
  int before(T element) {
    sort();
    if (chunks.isEmpty()) {
      return 0;
    }
    int at = chunkOf(element);
    int before = 0;
    for (int i = 0; i < at; i++) {
      before += chunks.get(i).size();
    }
    int place = Collections.binarySearch(chunks.get(at), element, order);
    return before + (place < 0 ? -place - 1 : place);
  }

  /** So many elements from that place on, or fewer at the end. */
  List<T> page(long from, int most) {
    sort();
    var page = new ArrayList<T>(Math.min(most, size));
    long skip = Math.max(0, from);
    for (ArrayList<T> chunk : chunks) {
      if (page.size() >= most) {
        break;
      }
      if (skip >= chunk.size()) {
        skip -= chunk.size();
        continue;
      }
      int first = (int) skip;
      page.addAll(chunk.subList(first, Math.min(chunk.size(), first + most - page.size())));
      skip = 0;
    }
    return page;
  }

  /** The chunk that holds the element, or would. */
  private int chunkOf(T element) {
    int low = 0;
    int high = chunks.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (order.compare(chunks.get(middle).getFirst(), element) <= 0) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
