package no.speil.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.speil.corpus.Departure;
import no.speil.corpus.Placed;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.corpus.TextHash;
import no.speil.tracking.Comment;
import no.speil.tracking.Confirm;
import no.speil.tracking.Edit;
import no.speil.tracking.Event;
import no.speil.tracking.Laid;
import no.speil.tracking.Link;
import no.speil.tracking.Mark;
import no.speil.tracking.Omit;
import no.speil.tracking.Report;
import no.speil.tracking.Resolve;
import no.speil.tracking.Settle;
import no.speil.tracking.Signature;
import no.speil.tracking.Snapshot;
import no.speil.tracking.Suggest;
import no.speil.tracking.Unrecognized;
import org.jspecify.annotations.Nullable;

/** Events as lines of a record, and lines as events. What is written here is a format for good. */
final class EventJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter AT =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private EventJson() {}

  /** One line of JSON, without the line's end. */
  static String write(Event event) {
    ObjectNode node = JSON.createObjectNode();
    Signature signature = event.signature();
    node.put("at", AT.format(signature.at()));
    node.put("by", signature.by());
    node.put("via", signature.via());
    switch (event) {
      case Laid e -> {
        layout(node.put("do", "layout"), e.sections(), e.gone());
        if (e.asked()) {
          node.put("asked", true);
        }
      }
      case Link e -> layout(node.put("do", "link"), e.sections(), e.gone());
      case Mark e -> {
        section(node.put("do", "mark"), e.section()).put("state", e.state().code());
        node.set("original", snapshot(e.original()));
        node.set("translation", snapshot(e.translation()));
      }
      case Confirm e -> {
        section(node.put("do", "confirm"), e.section());
        node.set("original", snapshot(e.original()));
        node.set("translation", snapshot(e.translation()));
      }
      case Edit e -> {
        section(node.put("do", "edit"), e.section());
        node.set("original", snapshot(e.original()));
        node.set("before", snapshot(e.before()));
        node.set("after", snapshot(e.after()));
      }
      case Suggest e ->
          section(node.put("do", "suggest"), e.section())
              .put("text", e.text())
              .put("reason", e.reason());
      case Report e -> ReportJson.write(node, e);
      case Settle e -> ReportJson.write(node, e);
      case Resolve e ->
          section(node.put("do", "resolve"), e.section())
              .put("suggestion", e.suggestion())
              .put("outcome", e.outcome().name().toLowerCase(Locale.ROOT));
      case Comment e -> section(node.put("do", "comment"), e.section()).put("text", e.text());
      case Omit e -> {
        section(node.put("do", "omit"), e.section()).put("omitted", e.omitted());
        node.set("original", snapshot(e.original()));
      }
      case Unrecognized e ->
          throw new IllegalStateException("an event of another version is never written: " + e);
    }
    return node.toString();
  }

  /**
   * @throws Unreadable if the line is no JSON object, or an event of a known kind that lacks a part
   */
  static Event read(String line) throws Unreadable {
    JsonNode node = parse(line);
    try {
      Signature signature =
          new Signature(
              Instant.parse(text(node, "at")), text(node, "by"), node.path("via").asText("file"));
      return event(node, signature);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new Unreadable("It is not a complete event: " + e.getMessage() + ".");
    }
  }

  /** Parses a line into a JSON object. */
  static JsonNode parse(String line) throws Unreadable {
    try {
      JsonNode node = JSON.readTree(line);
      if (node != null && node.isObject()) {
        return node;
      }
    } catch (JsonProcessingException e) {
      throw new Unreadable("It is not JSON.");
    }
    throw new Unreadable("It is not a JSON object.");
  }

  /** The first line of a record. */
  static String header(String document) {
    return JSON.createObjectNode().put("speil", 1).put("document", document).toString();
  }

  /** The line by which a record is handed on to the document that took another's place. */
  static String handing(String former, String document) {
    return JSON.createObjectNode()
        .put("speil", 1)
        .put("document", document)
        .put("formerly", former)
        .toString();
  }

  private static Event event(JsonNode node, Signature signature) {
    String kind = text(node, "do");
    return switch (kind) {
      case "layout" ->
          new Laid(
              signature,
              LayoutJson.placed(node),
              LayoutJson.gone(node),
              node.path("asked").asBoolean(false));
      case "link" -> new Link(signature, LayoutJson.placed(node), LayoutJson.gone(node));
      case "mark" ->
          new Mark(
              signature,
              section(node),
              State.parse(text(node, "state")).orElseThrow(() -> lacking("state")),
              snapshot(node, "original"),
              snapshot(node, "translation"));
      case "confirm" ->
          new Confirm(
              signature, section(node), snapshot(node, "original"), snapshot(node, "translation"));
      case "edit" ->
          new Edit(
              signature,
              section(node),
              snapshot(node, "original"),
              snapshot(node, "before"),
              snapshot(node, "after"));
      case "suggest" ->
          new Suggest(signature, section(node), text(node, "text"), node.path("reason").asText(""));
      case "report" -> ReportJson.report(node, signature, section(node));
      case "resolve" ->
          node.has("report")
              ? ReportJson.settle(node, signature, section(node))
              : new Resolve(signature, section(node), text(node, "suggestion"), outcome(node));
      case "comment" -> new Comment(signature, section(node), text(node, "text"));
      case "omit" ->
          new Omit(signature, section(node), flag(node, "omitted"), snapshot(node, "original"));
      default ->
          new Unrecognized(
              signature, kind, SectionId.parse(node.path("section").asText("")).orElse(null));
    };
  }

  private static void layout(ObjectNode node, List<Placed> sections, List<Departure> gone) {
    ArrayNode placed = node.putArray("sections");
    @Nullable SectionId before = null;
    for (Placed each : sections) {
      placed.add(LayoutJson.write(each, before));
      before = each.section().id();
    }
    if (!gone.isEmpty()) {
      ArrayNode left = node.putArray("gone");
      gone.forEach(each -> left.add(LayoutJson.write(each)));
    }
  }

  private static Resolve.Outcome outcome(JsonNode node) {
    return switch (text(node, "outcome")) {
      case "accepted" -> Resolve.Outcome.ACCEPTED;
      case "dismissed" -> Resolve.Outcome.DISMISSED;
      default -> throw lacking("outcome");
    };
  }

  private static ObjectNode section(ObjectNode node, SectionId section) {
    return node.put("section", section.value());
  }

  private static SectionId section(JsonNode node) {
    return new SectionId(text(node, "section"));
  }

  private static ObjectNode snapshot(Snapshot snapshot) {
    ObjectNode node = JSON.createObjectNode().put("hash", snapshot.hash().toString());
    String text = snapshot.text();
    return text == null ? node : node.put("text", text);
  }

  private static Snapshot snapshot(JsonNode event, String side) {
    JsonNode node = event.path(side);
    TextHash hash = TextHash.parse(node.path("hash").asText()).orElseThrow(() -> lacking(side));
    return new Snapshot(hash, node.hasNonNull("text") ? node.get("text").asText() : null);
  }

  static String text(JsonNode node, String key) {
    JsonNode value = node.get(key);
    if (value == null || !value.isTextual()) {
      throw lacking(key);
    }
    return value.asText();
  }

  private static boolean flag(JsonNode node, String key) {
    JsonNode value = node.path(key);
    if (!value.isBoolean()) {
      throw lacking(key);
    }
    return value.booleanValue();
  }

  static IllegalArgumentException lacking(String key) {
    return new IllegalArgumentException("\"" + key + "\" is missing or has an unknown value");
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static Optional<List<JsonNode>> array(JsonNode node, String key) {
    JsonNode array = node.get(key);
    if (array == null || !array.isArray()) {
      return Optional.empty();
    }
    var elements = new ArrayList<JsonNode>();
    array.forEach(elements::add);
    return Optional.of(elements);
  }

  /** A line that is no event; says why in one sentence. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String why) {
      super(why);
    }
  }
}
