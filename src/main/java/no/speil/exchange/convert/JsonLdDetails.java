package no.speil.exchange.convert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a page says of its text to search engines: schema.org as JSON-LD. */
final class JsonLdDetails {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int MOST_OBJECTS = 1000;
  private static final String TEXT =
      "(?i).*(Article|Posting|Report|WebPage|CreativeWork|Book|Thesis|Statement).*";

  private final List<JsonNode> objects = new ArrayList<>();
  private final Map<String, JsonNode> byId = new HashMap<>();

  private JsonLdDetails() {}

  /** Reads all of a page; what is no JSON is passed over. */
  static JsonLdDetails of(Document page) {
    var details = new JsonLdDetails();
    for (Element script : page.select("script[type=application/ld+json]")) {
      details.add(json(script.data()));
    }
    return details;
  }

  private static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance(); // a mistake of the page, which says it elsewhere too
    }
  }

  private void add(JsonNode node) {
    if (objects.size() >= MOST_OBJECTS) {
      return;
    }
    if (node.isArray()) {
      node.forEach(this::add);
    } else if (node.isObject()) {
      objects.add(node);
      if (node.size() > 1) {
        byId.putIfAbsent(node.path("@id").asText(), node);
      }
      if (node.has("@graph")) {
        add(node.get("@graph"));
      }
    }
  }

  /** A value as it is written in the first object of a text that has it; else empty. */
  String text(String key) {
    return objects.stream()
        .filter(JsonLdDetails::isText)
        .map(object -> object.path(key))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .findFirst()
        .orElse("");
  }

  /** The names of persons or organisations. */
  List<String> names(String key) {
    for (JsonNode object : objects) {
      List<String> names = isText(object) ? names(object.path(key)) : List.of();
      if (!names.isEmpty()) {
        return names;
      }
    }
    return List.of();
  }

  private static boolean isText(JsonNode object) {
    JsonNode type = object.path("@type");
    if (!type.isArray()) {
      return type.asText().matches(TEXT);
    }
    for (JsonNode each : type) {
      if (each.asText().matches(TEXT)) {
        return true;
      }
    }
    return false;
  }

  private List<String> names(JsonNode value) {
    var names = new ArrayList<String>();
    Iterable<JsonNode> each = value.isArray() ? value : List.of(value);
    for (JsonNode one : each) {
      JsonNode who = one.has("name") ? one : byId.getOrDefault(one.path("@id").asText(), one);
      String name = who.isTextual() ? who.asText() : who.path("name").asText();
      if (!name.isBlank()) {
        names.add(name.strip());
      }
    }
    return names;
  }
}
