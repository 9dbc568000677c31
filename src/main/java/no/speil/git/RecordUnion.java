package no.speil.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.speil.record.Event;
import no.speil.record.EventCodec;
import org.jspecify.annotations.Nullable;

/**
 * Joins copies of a record: every line of each, once. Lines are facts, so that no copy can
 * contradict another, and marks that a merge has left between them say nothing.
 */
final class RecordUnion {
  private RecordUnion() {}

  /** The lines of the first, then those that only the other has. */
  static String of(String first, String other) {
    Set<String> lines = new LinkedHashSet<>(lines(first));
    lines.addAll(lines(other));
    return text(lines);
  }

  /** The first as it is, if it has every line of the other; else both. */
  static String including(String first, String other) {
    boolean hasAll = new HashSet<>(lines(first)).containsAll(lines(other));
    return hasAll ? healed(first) : of(first, other);
  }

  /** The record without the marks of a merge, and without lines that it has twice by one. */
  static String healed(String text) {
    boolean isMarked = text.lines().anyMatch(EventCodec::isMergeMark);
    return isMarked ? text(new LinkedHashSet<>(lines(text))) : text;
  }

  /** The record with those events after its own, but those that it has. */
  static String adding(String text, List<Event> events) {
    return events.isEmpty() ? text : of(text, EventCodec.lines(events));
  }

  /** The events of a record that can be read; none where there is no record. */
  static List<Event> events(byte @Nullable [] record) {
    var events = new ArrayList<Event>();
    for (String line : lines(record == null ? "" : new String(record, UTF_8))) {
      try {
        ObjectNode node = EventCodec.parse(line);
        if (node.has("do") || !node.has("speil")) {
          events.add(EventCodec.read(node));
        }
      } catch (EventCodec.Unreadable e) {
        // reading the record lists it
      }
    }
    return events;
  }

  private static List<String> lines(String text) {
    int last = text.lastIndexOf('\n') + 1; // what a write has left that was cut off is nobody's
    String whole = EventCodec.isWhole(text.substring(last)) ? text : text.substring(0, last);
    return whole
        .lines()
        .map(line -> line.startsWith("\uFEFF") ? line.substring(1) : line)
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !EventCodec.isMergeMark(line))
        .toList();
  }

  private static String text(Set<String> lines) {
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }
}
