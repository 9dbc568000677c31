package no.speil.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import no.speil.corpus.Coded;
import no.speil.corpus.DocumentId;
import no.speil.corpus.ImpossibleLayoutException;
import no.speil.corpus.Problem;
import no.speil.corpus.Role;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.corpus.TextHash;
import no.speil.record.ReportEvent.ReportContent;
import org.jspecify.annotations.Nullable;

/** Writes events as lines of a record and reads them. The format is permanent. */
public final class EventCodec {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter AT =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private EventCodec() {}

  /** One line of JSON, without a line break. */
  public static String write(Event event) {
    if (event instanceof UnknownEvent) {
      throw new IllegalStateException("an event of another version is never written: " + event);
    }
    return node(event).toString();
  }

  /** The members of the line; of an event of another version those that are known. */
  public static Map<String, Object> members(Event event) {
    return JSON.convertValue(node(event), new TypeReference<>() {});
  }

  private static ObjectNode node(Event event) {
    ObjectNode node = JSON.createObjectNode();
    EventSignature signature = event.signature();
    node.put("at", AT.format(signature.at()));
    node.put("by", signature.by());
    node.put("via", signature.via());
    Role role = signature.role();
    if (role != null) {
      node.put("role", role.code());
    }
    if (!signature.order().equals(signature.at())) {
      node.put("order", AT.format(signature.order()));
    }
    switch (event) {
      case LayoutEvent e -> LayoutCodec.write(node, e);
      case MarkEvent e -> {
        section(node.put("do", "mark"), e.section()).put("state", e.state().code());
        node.set("original", snapshot(e.original()));
        node.set("translation", snapshot(e.translation()));
      }
      case ConfirmEvent e -> {
        section(node.put("do", "confirm"), e.section());
        node.set("original", snapshot(e.original()));
        node.set("translation", snapshot(e.translation()));
      }
      case EditEvent e -> {
        section(node.put("do", "edit"), e.section());
        node.set("original", snapshot(e.original()));
        node.set("before", snapshot(e.before()));
        node.set("after", snapshot(e.after()));
      }
      case SuggestEvent e ->
          section(node.put("do", "suggest"), e.section())
              .put("text", e.text())
              .put("reason", e.reason());
      case ReportEvent e -> {
        section(node.put("do", "report"), e.section())
            .put("version", e.seen().toString())
            .put("flaw", e.reportContent().reportCategory().code())
            .put("text", e.reportContent().words());
        node.putObject("quote")
            .put("side", e.textQuote().side().code())
            .put("exact", e.textQuote().exact())
            .put("prefix", e.textQuote().prefix())
            .put("suffix", e.textQuote().suffix());
      }
      case ReportResolveEvent e ->
          section(node.put("do", "resolve"), e.section())
              .put("report", e.report())
              .put("outcome", e.verdict().code());
      case ResolveEvent e ->
          section(node.put("do", "resolve"), e.section())
              .put("suggestion", e.suggestion())
              .put("outcome", e.outcome().code());
      case CommentEvent e -> section(node.put("do", "comment"), e.section()).put("text", e.text());
      case CommentResolveEvent e ->
          section(node.put("do", "resolve"), e.section())
              .put("comment", e.comment())
              .put("outcome", e.resolved() ? "resolved" : "open");
      case CheckEvent e -> {
        section(node.put("do", "check"), e.section()).put("check", e.verdict().code());
        e.verdict().words().forEach(node.putArray("words")::add);
        String reason = e.verdict().reason();
        node.put("outcome", reason == null ? "open" : "dismissed");
        if (reason != null) {
          node.put("reason", reason);
        }
        node.set("original", snapshot(e.original()));
        node.set("translation", snapshot(e.translation()));
      }
      case OmitEvent e -> {
        section(node.put("do", "omit"), e.section()).put("omitted", e.omitted());
        node.set("original", snapshot(e.original()));
      }
      case ClaimEvent e -> {
        section(node.put("do", "claim"), e.section());
        if (e.until() != null) {
          node.put("until", e.until().toString());
        }
      }
      case WordingEvent e -> {
        section(node.put("do", "wording"), e.section());
        put(node, "original", e.original());
        put(node, "translation", e.translation());
      }
      case RenameEvent e ->
          node.put("do", "rename")
              .put("document", e.document().value())
              .put("formerly", e.formerly().value());
      case UnknownEvent e -> node.put("do", e.kind());
    }
    return node;
  }

  /**
   * Reads one line of a record.
   *
   * @throws Unreadable if the line is no JSON object, or an event of a known kind with a missing or
   *     impossible value
   */
  public static Event read(String line) throws Unreadable {
    JsonNode node = parse(line);
    try {
      Instant at = Instant.parse(text(node, "at"));
      Instant order = node.has("order") ? Instant.parse(text(node, "order")) : at;
      var signature =
          new EventSignature(
              at,
              text(node, "by"),
              node.path("via").asText("file"),
              Role.parse(node.path("role").asText()).orElse(null),
              order);
      return event(node, signature);
    } catch (ImpossibleLayoutException e) {
      throw new Unreadable(Problem.Kind.IMPOSSIBLE_LAYOUT, e.section().value());
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new Unreadable("It is not a complete event: " + e.getMessage() + ".");
    }
  }

  /** Parses a line into a JSON object. */
  public static JsonNode parse(String line) throws Unreadable {
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
  public static String header(String document) {
    return JSON.createObjectNode().put("speil", 1).put("document", document).toString();
  }

  /** The line that hands a record over to a document that was renamed. */
  public static String handing(String former, String document) {
    return JSON.createObjectNode()
        .put("speil", 1)
        .put("document", document)
        .put("formerly", former)
        .toString();
  }

  /** The same, of which people are told. */
  public static String handing(RenameEvent rename) {
    return "{\"speil\":1," + write(rename).substring(1);
  }

  private static Event event(JsonNode node, EventSignature signature) {
    String kind = text(node, "do");
    return switch (kind) {
      case LayoutCodec.LAYOUT, LayoutCodec.LINK -> LayoutCodec.read(kind, node, signature);
      case "mark" ->
          new MarkEvent(
              signature,
              section(node),
              constant(node, "state", State.values()),
              snapshot(node, "original"),
              snapshot(node, "translation"));
      case "confirm" ->
          new ConfirmEvent(
              signature, section(node), snapshot(node, "original"), snapshot(node, "translation"));
      case "edit" ->
          new EditEvent(
              signature,
              section(node),
              snapshot(node, "original"),
              snapshot(node, "before"),
              snapshot(node, "after"));
      case "suggest" ->
          new SuggestEvent(
              signature, section(node), text(node, "text"), node.path("reason").asText(""));
      case "report" ->
          new ReportEvent(
              signature,
              section(node),
              new ReportContent(
                  constant(node, "flaw", ReportCategory.values()), text(node, "text")),
              quote(node.path("quote")),
              SectionVersion.parse(text(node, "version")).orElseThrow(() -> lacking("version")));
      case "resolve" -> resolve(node, signature);
      case "comment" -> new CommentEvent(signature, section(node), text(node, "text"));
      case "check" ->
          new CheckEvent(
              signature,
              section(node),
              verdict(node),
              snapshot(node, "original"),
              snapshot(node, "translation"));
      case "omit" ->
          new OmitEvent(
              signature, section(node), flag(node, "omitted"), snapshot(node, "original"));
      case "claim" ->
          new ClaimEvent(
              signature,
              section(node),
              node.has("until") ? LocalDate.parse(text(node, "until")) : null);
      case "wording" ->
          new WordingEvent(
              signature,
              section(node),
              snapshotOrNull(node, "original"),
              snapshotOrNull(node, "translation"));
      case "rename" ->
          new RenameEvent(signature, document(node, "formerly"), document(node, "document"));
      default ->
          new UnknownEvent(
              signature, kind, SectionId.parse(node.path("section").asText("")).orElse(null));
    };
  }

  /** What is resolved is told by the member that names it: a report, a comment or a suggestion. */
  private static Event resolve(JsonNode node, EventSignature signature) {
    SectionId section = section(node);
    if (node.has("report")) {
      ReportVerdict verdict = constant(node, "outcome", ReportVerdict.values());
      return new ReportResolveEvent(signature, section, text(node, "report"), verdict);
    }
    if (node.has("comment")) {
      boolean isResolved = outcome(node, "resolved");
      return new CommentResolveEvent(signature, section, text(node, "comment"), isResolved);
    }
    ResolveEvent.Outcome outcome = constant(node, "outcome", ResolveEvent.Outcome.values());
    return new ResolveEvent(signature, section, text(node, "suggestion"), outcome);
  }

  /** Whether the outcome is that one, and not {@code open}. */
  private static boolean outcome(JsonNode node, String done) {
    String outcome = text(node, "outcome");
    if (!outcome.equals(done) && !outcome.equals("open")) {
      throw lacking("outcome");
    }
    return outcome.equals(done);
  }

  private static CheckVerdict verdict(JsonNode node) {
    var words = new ArrayList<String>();
    node.path("words").forEach(word -> words.add(word.asText()));
    String reason = outcome(node, "dismissed") ? node.path("reason").asText("") : null;
    return new CheckVerdict(text(node, "check"), words, reason);
  }

  private static TextQuote quote(JsonNode node) {
    return new TextQuote(
        constant(node, "side", Side.values()),
        text(node, "exact"),
        node.path("prefix").asText(""),
        node.path("suffix").asText(""));
  }

  static <T extends Coded> T constant(JsonNode node, String key, T[] constants) {
    return Coded.parse(constants, text(node, key)).orElseThrow(() -> lacking(key));
  }

  private static ObjectNode section(ObjectNode node, SectionId section) {
    return node.put("section", section.value());
  }

  private static SectionId section(JsonNode node) {
    return new SectionId(text(node, "section"));
  }

  private static DocumentId document(JsonNode node, String key) {
    return DocumentId.parse(text(node, key)).orElseThrow(() -> lacking(key));
  }

  private static ObjectNode snapshot(TextSnapshot snapshot) {
    ObjectNode node = JSON.createObjectNode().put("hash", snapshot.hash().toString());
    String text = snapshot.text();
    return text == null ? node : node.put("text", text);
  }

  private static void put(ObjectNode node, String side, @Nullable TextSnapshot snapshot) {
    if (snapshot != null) {
      node.set(side, snapshot(snapshot));
    }
  }

  private static @Nullable TextSnapshot snapshotOrNull(JsonNode event, String side) {
    return event.has(side) ? snapshot(event, side) : null;
  }

  private static TextSnapshot snapshot(JsonNode event, String side) {
    JsonNode node = event.path(side);
    TextHash hash = TextHash.parse(node.path("hash").asText()).orElseThrow(() -> lacking(side));
    return new TextSnapshot(hash, node.hasNonNull("text") ? node.get("text").asText() : null);
  }

  public static String text(JsonNode node, String key) {
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

  public static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /** A line that is no event. */
  public static final class Unreadable extends Exception {
    private final Problem.Kind kind;
    private final String detail;

    Unreadable(String why) {
      this(Problem.Kind.NO_EVENT, why);
    }

    Unreadable(Problem.Kind kind, String detail) {
      super(detail);
      this.kind = kind;
      this.detail = detail;
    }

    /** The problem to show to the keeper. */
    public Problem at(String file, int line) {
      return Problem.of(file, line, kind, detail);
    }
  }
}
