package no.speil.record;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.DocumentId;
import no.speil.corpus.ImpossibleLayoutException;
import no.speil.corpus.Problem;
import no.speil.corpus.Problem.Kind;
import no.speil.corpus.RemovedSection;
import no.speil.corpus.Role;
import no.speil.corpus.SectionId;
import no.speil.corpus.Sketch;
import no.speil.corpus.TextHash;
import no.speil.json.TextModule;
import no.speil.record.LayoutEvent.Cause;
import org.jspecify.annotations.Nullable;

/** Writes events as lines of a record and reads them. The format is permanent. */
public final class EventCodec {
  private static final String LAYOUT = "layout";
  private static final String LINK = "link";
  private static final DateTimeFormatter AT =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  /** The members of a line are the components of a record; unknown ones are passed over. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .visibility(PropertyAccessor.ALL, Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, Visibility.ANY)
          .defaultPropertyInclusion(JsonInclude.Value.construct(Include.NON_NULL, Include.NON_NULL))
          .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL))
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(
              LogicalType.Textual,
              texts ->
                  texts
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addMixIn(BlockFingerprint.class, LayoutForm.FingerprintForm.class)
          .addMixIn(Sketch.class, LayoutForm.SketchForm.class)
          .addMixIn(RemovedSection.class, LayoutForm.RemovedForm.class)
          .addModule(
              new TextModule()
                  .with(Instant.class, Instant::parse)
                  .with(LocalDate.class, LocalDate::parse)
                  .with(SectionId.class, SectionId::new)
                  .with(SuggestEvent.Reason.class, SuggestEvent.Reason::new)
                  .with(DocumentId.class, DocumentId::new)
                  .with(TextHash.class, text -> TextHash.parse(text).orElseThrow())
                  .with(SectionVersion.class, text -> SectionVersion.parse(text).orElseThrow()))
          .build();

  private EventCodec() {}

  /** One line of JSON, without a line break. */
  public static String write(Event event) {
    if (event instanceof UnknownEvent) {
      throw new IllegalStateException("an event of another version is never written: " + event);
    }
    return node(event).toString();
  }

  /** The same of several, each with a line break. */
  public static String lines(List<Event> events) {
    return events.stream().map(event -> write(event) + "\n").collect(Collectors.joining());
  }

  /** The members of the line; of an event of another version those that are known. */
  public static Map<String, Object> members(Event event) {
    return JSON.convertValue(node(event), new TypeReference<>() {});
  }

  private static ObjectNode node(Event event) {
    EventSignature signature = event.signature();
    ObjectNode node = JSON.valueToTree(signature);
    node.put("at", AT.format(signature.at()));
    node.put("order", AT.format(signature.order()));
    if (signature.order().equals(signature.at())) {
      node.remove("order");
    }
    switch (event) {
      case LayoutEvent e ->
          put(node, e.cause() == Cause.CORRECTION ? LINK : LAYOUT, LayoutForm.of(e));
      case MarkEvent e -> put(node, "mark", e);
      case ConfirmEvent e -> put(node, "confirm", e);
      case EditEvent e -> put(node, "edit", e);
      case SuggestEvent e -> put(node, "suggest", e);
      case ResolveEvent e -> put(node, "resolve", e);
      case ReportEvent e -> put(node, "report", e);
      case ReportResolveEvent e -> put(node, "resolve", e);
      case CommentEvent e -> put(node, "comment", e);
      case CommentResolveEvent e -> put(node, "resolve", e);
      case CheckEvent e -> put(node, "check", e);
      case OmitEvent e -> put(node, "omit", e);
      case ClaimEvent e -> put(node, "claim", e);
      case WordingEvent e -> put(node, "wording", e);
      case ReviseEvent e -> put(node, "revise", e);
      case RenameEvent e -> put(node, "rename", e);
      case UnknownEvent e -> node.put("do", e.kind());
    }
    return node;
  }

  private static void put(ObjectNode node, String kind, Record members) {
    ObjectNode own = JSON.valueToTree(members);
    own.remove("signature");
    node.put("do", kind).setAll(own);
  }

  /**
   * Reads one line of a record.
   *
   * @throws Unreadable if the line is no JSON object, or an event of a known kind with a missing or
   *     impossible value
   */
  public static Event read(String line) throws Unreadable {
    return read(parse(line));
  }

  /** Reads a line that was {@linkplain #parse parsed}, as {@link #read(String)} does. */
  public static Event read(ObjectNode node) throws Unreadable {
    try {
      Instant at = Instant.parse(text(node, "at"));
      Instant order = node.has("order") ? Instant.parse(text(node, "order")) : at;
      String via = node.path("via").asText("file");
      @Nullable Role role = Role.parse(node.path("role").asText()).orElse(null);
      var signature = new EventSignature(at, text(node, "by"), via, role, order);
      return event(node.putPOJO("signature", signature), signature);
    } catch (ImpossibleLayoutException e) {
      throw new Unreadable(Kind.IMPOSSIBLE_LAYOUT, e.section().value());
    } catch (JsonProcessingException e) {
      throw incomplete(lacking(e));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw incomplete(e);
    }
  }

  private static Unreadable incomplete(Exception e) {
    return new Unreadable(Kind.NO_EVENT, "It is not a complete event: " + e.getMessage() + ".");
  }

  /** Parses a line into a JSON object. */
  public static ObjectNode parse(String line) throws Unreadable {
    try {
      if (JSON.readTree(line) instanceof ObjectNode node) {
        return node;
      }
    } catch (JsonProcessingException e) {
      throw new Unreadable(Kind.NO_EVENT, "It is not JSON.");
    }
    throw new Unreadable(Kind.NO_EVENT, "It is not a JSON object.");
  }

  /** Whether a line is whole: one that was cut off is no JSON. */
  public static boolean isWhole(String line) {
    try {
      parse(line);
      return true;
    } catch (Unreadable e) {
      return false;
    }
  }

  /** Whether a merge has left that line between the events of two sides. */
  public static boolean isMergeMark(String line) {
    return Stream.of("<<<<<<<", "|||||||", "=======", ">>>>>>>").anyMatch(line::startsWith);
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

  private static Event event(ObjectNode node, EventSignature signature)
      throws JsonProcessingException {
    String kind = text(node, "do");
    return switch (kind) {
      case LAYOUT, LINK ->
          JSON.treeToValue(node, LayoutForm.class).event(signature, kind.equals(LINK));
      case "mark" -> JSON.treeToValue(node, MarkEvent.class);
      case "confirm" -> JSON.treeToValue(node, ConfirmEvent.class);
      case "edit" -> JSON.treeToValue(node, EditEvent.class);
      case "suggest" -> JSON.treeToValue(node, SuggestEvent.class);
      case "report" -> JSON.treeToValue(node, ReportEvent.class);
      case "resolve" -> resolve(node);
      case "comment" -> JSON.treeToValue(node, CommentEvent.class);
      case "check" -> JSON.treeToValue(node, CheckEvent.class);
      case "omit" -> JSON.treeToValue(node, OmitEvent.class);
      case "claim" -> JSON.treeToValue(node, ClaimEvent.class);
      case "wording" -> JSON.treeToValue(node, WordingEvent.class);
      case "revise" -> JSON.treeToValue(node, ReviseEvent.class);
      case "rename" -> JSON.treeToValue(node, RenameEvent.class);
      default ->
          new UnknownEvent(
              signature, kind, SectionId.parse(node.path("section").asText("")).orElse(null));
    };
  }

  /** What is resolved is told by the member that names it: a report, a comment or a suggestion. */
  private static Event resolve(ObjectNode node) throws JsonProcessingException {
    if (node.has("report")) {
      return JSON.treeToValue(node, ReportResolveEvent.class);
    }
    return node.has("comment")
        ? JSON.treeToValue(node, CommentResolveEvent.class)
        : JSON.treeToValue(node, ResolveEvent.class);
  }

  private static String text(JsonNode node, String key) {
    JsonNode value = node.get(key);
    if (value == null || !value.isTextual()) {
      throw lacking(key, "");
    }
    return value.asText();
  }

  /** Names the member of the line that could not be read, and its value. */
  private static IllegalArgumentException lacking(JsonProcessingException e) {
    String member =
        e instanceof JsonMappingException mapping
            ? mapping.getPath().stream()
                .flatMap(step -> Stream.ofNullable(step.getFieldName()))
                .reduce("", (outer, inner) -> inner)
            : "";
    return lacking(
        member, e instanceof InvalidFormatException odd ? ": \"" + odd.getValue() + "\"" : "");
  }

  private static IllegalArgumentException lacking(String key, String value) {
    return new IllegalArgumentException(
        "\"" + key + "\" is missing or has an unknown value" + value);
  }

  /** A line that is no event. */
  public static final class Unreadable extends Exception {
    private final Kind kind;

    Unreadable(Kind kind, String detail) {
      super(detail);
      this.kind = kind;
    }

    /** The problem to show to the keeper. */
    public Problem at(String file, int line) {
      return Problem.of(file, line, kind, String.valueOf(getMessage()));
    }
  }
}
