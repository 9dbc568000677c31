package no.speil.exchange.convert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/** What a page says of its text to search engines: schema.org as JSON-LD. */
final class JsonLdDetails {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int MOST_OBJECTS = 1000;
  private static final String TEXT =
      "(?i).*(Article|Posting|Report|WebPage|CreativeWork|Book|Thesis|Statement).*";

  private final List<JsonNode> objects = new ArrayList<>();
  private final Map<String, JsonNode> byId = new HashMap<>();

  /** All that a page says; what is no JSON is passed over. */
  JsonLdDetails(Document page) {
    page.select("script[type=application/ld+json]").forEach(script -> add(json(script.data())));
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
    return objects.stream()
        .filter(JsonLdDetails::isText)
        .map(object -> names(object.path(key)))
        .filter(names -> !names.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static boolean isText(JsonNode object) {
    return all(object.path("@type")).anyMatch(type -> type.asText().matches(TEXT));
  }

  private static Stream<JsonNode> all(JsonNode oneOrMany) {
    return oneOrMany.isArray() ? oneOrMany.valueStream() : Stream.of(oneOrMany);
  }

  private List<String> names(JsonNode value) {
    return all(value)
        .map(one -> one.has("name") ? one : byId.getOrDefault(one.path("@id").asText(), one))
        .map(who -> (who.isTextual() ? who : who.path("name")).asText().strip())
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
