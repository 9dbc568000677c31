package no.speil.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import no.speil.corpus.Role;
import no.speil.corpus.text.ResourceFile;
import no.speil.web.http.ProblemDetails;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The description of the interface for programs: addresses and roles of the table of routes,
 * schemas of the records, words of {@code openapi.yaml}. Made when it is first asked for.
 */
final class OpenApi {
  private static final String FILE = "openapi.yaml";
  private static final String JSON = "application/json";
  private static final String SERVER = "\"url\":\"/\"";
  private static final String SCHEMAS = "#/components/schemas/";
  private static final String REQUIRED = "required";
  private static final List<String> PLACES = List.of("path", "query", "header");

  private final Supplier<List<Route>> routes;
  private final ObjectMapper json = new ObjectMapper();
  private @Nullable String description;

  OpenApi(Supplier<List<Route>> routes) {
    this.routes = routes;
  }

  void serve(Context context) {
    String server = "\"url\":\"" + context.contextPath() + "/\"";
    context.result(description().replaceFirst(SERVER, server).getBytes(UTF_8));
    context.contentType(JSON).res().setCharacterEncoding(null);
  }

  private synchronized String description() {
    if (description == null) {
      description = describe(words()).toString();
    }
    return description;
  }

  private JsonNode words() {
    String yaml = new String(ResourceFile.bytes(OpenApi.class, FILE), UTF_8);
    Object words = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    return json.valueToTree(words);
  }

  private ObjectNode describe(JsonNode words) {
    ObjectNode whole = words.path("document").deepCopy();
    ObjectNode paths = whole.putObject("paths");
    for (Route route : routes.get()) {
      String path = route.path().replace('<', '{').replace('>', '}');
      if (words.path("operations").get(route.method() + " " + path) instanceof ObjectNode said) {
        String method = route.method().name().toLowerCase(Locale.ROOT);
        paths.withObjectProperty(path).set(method, operation(route, path, said, words));
      }
    }
    whole
        .withObjectProperty("components")
        .set("schemas", new RecordSchemas(words.path("schemas"), words.path("members")).all(json));
    complete(whole);
    return whole;
  }

  /**
   * @param said what the words tell of it, which becomes the operation
   */
  private ObjectNode operation(Route route, String path, ObjectNode said, JsonNode words) {
    ArrayNode parameters = json.createArrayNode();
    for (String place : PLACES) {
      JsonNode named = place.equals("path") ? words.path("parameters") : said.path(place);
      for (var each : named.properties()) {
        if (!place.equals("path") || path.contains("{" + each.getKey() + "}")) {
          parameters.add(parameter(place, each.getKey(), each.getValue()));
        }
      }
    }
    ObjectNode responses = responses(route, said, words);
    if (route.role() != Role.READER) {
      said.put("x-role", route.role().code());
      said.putArray("security").addObject().putArray("token");
    }
    if (said.has("takes")) {
      ObjectNode body = said.putObject("requestBody").put("required", true);
      body.putObject("content").putObject(JSON).set("schema", reference(said.get("takes")));
    }
    said.remove(List.of("query", "header", "takes", "answers")).set("parameters", parameters);
    return said.set("responses", responses);
  }

  /**
   * @param said a sentence; or the schema, if it is no text, and the sentence as its description
   */
  private ObjectNode parameter(String place, String name, JsonNode said) {
    ObjectNode schema = json.createObjectNode().put("type", "string");
    JsonNode description = said;
    if (said instanceof ObjectNode more) {
      schema.<ObjectNode>setAll(more).remove(List.of("description", REQUIRED));
      description = said.path("description");
    }
    ObjectNode parameter = json.createObjectNode().put("name", name).put("in", place);
    parameter.put(REQUIRED, place.equals("path") || said.path(REQUIRED).asBoolean());
    return parameter.<ObjectNode>set("schema", schema).set("description", description);
  }

  /** Those that the words name, and those that every route of its kind may answer. */
  private ObjectNode responses(Route route, JsonNode said, JsonNode words) {
    ObjectNode answers = said.path("answers").deepCopy();
    Stream.of(
            said.has("takes") ? "400 413 415" : "",
            route.role() == Role.READER ? "" : "401 403",
            said.path("header").path("If-Match").has(REQUIRED) ? "428" : "",
            route.path().startsWith("/api/") ? "503" : "")
        .flatMap(codes -> Stream.of(codes.split(" ")))
        .filter(code -> !code.isEmpty() && !answers.has(code))
        .forEach(answers::putNull);
    for (var each : answers.properties()) {
      String status = each.getKey();
      JsonNode own =
          each.getValue().isNull() ? words.path("statuses").path(status) : each.getValue();
      each.setValue(response(status, own, words.path("tags")));
    }
    return answers;
  }

  /**
   * @param said a sentence, of a problem for an error; a schema and a sentence; or all of it
   */
  private JsonNode response(String status, JsonNode said, JsonNode tags) {
    if (said.has("$ref") || said.has("description")) {
      return said;
    }
    ObjectNode response = json.createObjectNode();
    boolean isProblem = said.isTextual() && status.compareTo("400") >= 0;
    String schema = said.isObject() ? said.fieldNames().next() : isProblem ? "Error" : "";
    response.set("description", said.isObject() ? said.path(schema) : said);
    if (!schema.isEmpty()) {
      response
          .putObject("content")
          .putObject(isProblem ? ProblemDetails.MEDIA_TYPE : JSON)
          .set("schema", reference(TextNode.valueOf(schema)));
    }
    if (tags.has(schema)) {
      response.putObject("headers").set("ETag", tags.path(schema));
    }
    return response;
  }

  private ObjectNode reference(JsonNode schema) {
    return json.createObjectNode().set("$ref", schema);
  }

  /** Writes out the names of schemas and of enumerations. */
  private static void complete(JsonNode node) {
    if (node instanceof ObjectNode object) {
      JsonNode enumeration = object.remove("values");
      if (enumeration != null) {
        RecordSchemas.addCodes(object.put("type", "string").putArray("enum"), enumeration.asText());
      }
      String reference = object.path("$ref").asText("#");
      if (!reference.startsWith("#")) {
        object.put("$ref", SCHEMAS + reference);
      }
    }
    node.forEach(OpenApi::complete);
  }
}
