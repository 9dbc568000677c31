package no.speil.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import org.jspecify.annotations.Nullable;

/** Sections in order; inserting and removing take constant time. */
final class SectionList {
  private final Map<SectionId, Node> nodes = new HashMap<>();
  private @Nullable Node head;
  private @Nullable Node tail;

  boolean contains(SectionId id) {
    return nodes.containsKey(id);
  }

  @Nullable SectionLayout find(SectionId id) {
    Node node = nodes.get(id);
    return node == null ? null : node.section;
  }

  void append(SectionLayout section) {
    remove(section.id());
    link(section, tail);
  }

  void prepend(SectionLayout section) {
    remove(section.id());
    link(section, null);
  }

  /** Inserts a section after another; at the end if that one is not in the list. */
  void insert(SectionLayout section, @Nullable SectionId after) {
    remove(section.id());
    Node before = after == null ? null : nodes.get(after);
    link(section, before == null ? tail : before);
  }

  void remove(SectionId id) {
    Node node = nodes.remove(id);
    if (node == null) {
      return;
    }
    if (node.previous == null) {
      head = node.next;
    } else {
      node.previous.next = node.next;
    }
    if (node.next == null) {
      tail = node.previous;
    } else {
      node.next.previous = node.previous;
    }
  }

  List<SectionLayout> toList() {
    var list = new ArrayList<SectionLayout>(nodes.size());
    for (Node node = head; node != null; node = node.next) {
      list.add(node.section);
    }
    return list;
  }

  private void link(SectionLayout section, @Nullable Node previous) {
    var node = new Node(section, previous, previous == null ? head : previous.next);
    nodes.put(section.id(), node);
    if (node.previous == null) {
      head = node;
    } else {
      node.previous.next = node;
    }
    if (node.next == null) {
      tail = node;
    } else {
      node.next.previous = node;
    }
  }

  private static final class Node {
    final SectionLayout section;
    @Nullable Node previous;
    @Nullable Node next;

    Node(SectionLayout section, @Nullable Node previous, @Nullable Node next) {
      this.section = section;
      this.previous = previous;
      this.next = next;
    }
  }
}
