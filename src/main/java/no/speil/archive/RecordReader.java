package no.speil.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.corpus.Problem.Kind;
import no.speil.record.Event;
import no.speil.record.EventCodec;
import no.speil.record.EventSignature;
import no.speil.record.RecordState;

/**
 * Reads the lines of a record. Whatever cannot be an event is passed over and listed, so that a bad
 * line never costs the good ones around it.
 */
final class RecordReader {
  /** The format that this program writes and understands. */
  static final int FORMAT = 1;

  private static final Duration TOLERANCE = Duration.ofMinutes(2);

  private final SourceFile file;
  private final Map<String, List<FutureEvent>> future = new LinkedHashMap<>();
  private final List<Event> events = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<DocumentId> names = new ArrayList<>();
  private boolean writable;
  private int line;

  private RecordReader(SourceFile file) {
    this.file = file;
    this.writable = file.utf8();
  }

  static RecordFile read(DocumentId document, SourceFile file) {
    var reader = new RecordReader(file);
    String text = file.text().replaceFirst("^\uFEFF", "");
    int last = text.lastIndexOf('\n') + 1;
    boolean isTorn = last < text.length() && !EventCodec.isWhole(text.substring(last));
    for (String each : (isTorn ? text.substring(0, last) : text).split("\n", -1)) {
      reader.line++;
      reader.line(each.strip());
    }
    if (isTorn) {
      reader.problem(Kind.RECORD_TORN);
    }
    reader.listFutureEvents();
    if (reader.names.isEmpty()) {
      reader.names.add(document);
    }
    return new RecordFile(
        reader.names, RecordState.fold(reader.events), reader.problems, file, reader.writable);
  }

  private void line(String text) {
    if (text.isEmpty()) {
      return;
    }
    if (EventCodec.isMergeMark(text)) {
      problem(Kind.MERGE_MARK);
      return;
    }
    try {
      ObjectNode node = EventCodec.parse(text);
      if (node.has("speil")) {
        header(node);
      }
      if (node.has("do") || !node.has("speil")) {
        Event event = EventCodec.read(node);
        events.add(event);
        noteFutureTime(event.signature());
      }
    } catch (EventCodec.Unreadable e) {
      problems.add(e.at(file.path(), line));
    }
  }

  /**
   * Clocks differ by a little; what is far ahead of ours makes later work by others count first.
   */
  private void noteFutureTime(EventSignature signature) {
    if (signature.by().equals(EventSignature.PROGRAM)) {
      return; // its layouts go by the order of lines
    }
    if (signature.at().isAfter(Instant.ofEpochMilli(file.readMillis()).plus(TOLERANCE))) {
      future
          .computeIfAbsent(signature.by(), by -> new ArrayList<>())
          .add(new FutureEvent(line, signature.at()));
    }
  }

  /** An event that is dated in the future. */
  private record FutureEvent(int line, Instant at) {}

  private void listFutureEvents() {
    future.forEach(
        (by, all) -> {
          String at = all.getFirst().at().toString();
          List<String> details = List.of(by, at, String.valueOf(all.size()));
          int first = all.getFirst().line();
          problems.add(new Problem(file.path(), first, Kind.EVENTS_IN_FUTURE, details, null));
        });
  }

  private void header(JsonNode node) {
    if (node.path("speil").asInt() > FORMAT) {
      writable = false;
      problem(Kind.RECORD_TOO_NEW);
    }
    for (String key : List.of("formerly", "document")) {
      DocumentId.parse(node.path(key).asText()).ifPresent(names::add);
    }
  }

  private void problem(Kind kind) {
    problems.add(Problem.of(file.path(), line, kind));
  }
}
