package no.speil.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import no.speil.corpus.Role;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.library.actions.Actor;
import no.speil.markdown.render.MarkdownRenderer;
import no.speil.record.ReportCategory;
import no.speil.record.ReportEvent.ReportContent;
import no.speil.record.TextQuote;
import no.speil.status.TrackedSection;
import no.speil.web.page.SiteContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The description of the interface says what the code does, no more and no less. */
class OpenApiTest {
  @Served private static TestServer testServer;
  private static JsonNode description;

  @BeforeAll
  static void serve() throws Exception {
    description = new ObjectMapper().readTree(testServer.get("/openapi.json").body());
  }

  @Test
  void everyRouteIsDescribedAndEveryDescribedRouteIsThere() {
    Set<String> described = new TreeSet<>();
    description
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(method -> described.add(method + " " + path.getKey())));
    Set<String> routed = new TreeSet<>();
    var site =
        SiteContext.of(testServer.library(), new MarkdownRenderer(), TestServer.local(), null);
    for (Route route : TestServer.routes(site)) {
      if (route.path().startsWith("/api/") || route.path().endsWith("z")) {
        String path = route.path().replace('<', '{').replace('>', '}');
        routed.add(route.method().name().toLowerCase(Locale.ROOT) + " " + path);
      }
    }
    assertThat(described).isEqualTo(routed);
  }

  @Test
  void everyOperationInWordsIsOfARoute() throws IOException {
    try (InputStream words = OpenApi.class.getResourceAsStream("openapi.yaml")) {
      JsonNode file = new ObjectMapper().valueToTree(new Yaml().<Object>load(words));
      assertThat(file.path("operations").properties())
          .isNotEmpty()
          .allSatisfy(
              each -> {
                String[] named = each.getKey().split(" ");
                String method = named[0].toLowerCase(Locale.ROOT);
                assertThat(description.path("paths").path(named[1]).has(method))
                    .as(each.getKey())
                    .isTrue();
              });
    }
  }

  @Test
  void membersAreThoseOfTheRecordsAndCodesThoseOfTheEnumerations() {
    JsonNode title = schema("Title");
    assertThat(title.path("properties").fieldNames()).toIterable().containsExactly("no", "en");
    assertThat(title.path("required")).map(JsonNode::asText).containsExactly("no", "en");
    assertThat(title.path("description").asText()).startsWith("A title in both languages");
    assertThat(schema("State").path("enum"))
        .map(JsonNode::asText)
        .containsExactly(Stream.of(State.values()).map(State::code).toArray(String[]::new));
    JsonNode section = schema("Section");
    assertThat(section.path("required")).map(JsonNode::asText).doesNotContain("earlier");
    assertThat(section.at("/properties/change/anyOf"))
        .map(each -> each.path("type").asText() + each.path("$ref").asText())
        .containsExactlyInAnyOrder("null", "#/components/schemas/Change");
  }

  @Test
  void whatNeedsARoleSaysThatItNeedsAToken() {
    var site =
        SiteContext.of(testServer.library(), new MarkdownRenderer(), TestServer.local(), null);
    for (Route route : TestServer.routes(site)) {
      if (route.role() == Role.READER || !route.path().startsWith("/api/")) {
        continue;
      }
      String path = route.path().replaceAll("<(\\w+)>", "{$1}");
      String method = route.method().name().toLowerCase(Locale.ROOT);
      JsonNode operation = description.path("paths").path(path).path(method);
      assertThat(operation.path("security").isArray()).as(method + " " + path).isTrue();
      assertThat(operation.path("x-role").asText()).as(path).isEqualTo(route.role().code());
      assertThat(operation.path("responses").has("401")).as(method + " " + path).isTrue();
    }
  }

  @Test
  void whatIsLetInByTurnsMayBePutOffAndSaysForHowLong() {
    var site =
        SiteContext.of(testServer.library(), new MarkdownRenderer(), TestServer.local(), null);
    int checked = 0;
    for (Route route : TestServer.routes(site)) {
      if (route.path().startsWith("/api/")) {
        JsonNode answer =
            resolved(
                description
                    .path("paths")
                    .path(route.path().replace('<', '{').replace('>', '}'))
                    .path(route.method().name().toLowerCase(Locale.ROOT))
                    .path("responses")
                    .path("503"));
        assertThat(answer.path("headers").path("Retry-After").path("schema").path("type").asText())
            .as(route.method() + " " + route.path())
            .isEqualTo("integer");
        assertThat(resolved(answer.at("/content/application~1problem+json/schema")))
            .isEqualTo(schema("Error"));
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(25);
    for (String path : new String[] {"/healthz", "/readyz"}) {
      JsonNode answer = description.path("paths").path(path).path("get").path("responses");
      assertThat(resolved(answer.path("503")).has("headers")).as(path).isFalse();
    }
  }

  private static JsonNode resolved(JsonNode part) {
    return part.has("$ref") ? description.at(part.path("$ref").asText().substring(1)) : part;
  }

  @Test
  void answersHaveTheFieldsDescribed() throws Exception {
    TrackedSection section = testServer.section("2015/brev", "Styret må gå");
    String id = section.section().id().value();
    testServer.library().edits().suggest(section.section().id(), "Out!", new Actor("kari", "web"));
    testServer
        .library()
        .reports()
        .report(
            section.section().id(),
            new ReportContent(ReportCategory.LINK, ""),
            new TextQuote(Side.TRANSLATION, "must stay", "The board", "We demand"),
            section.version(),
            new Actor("reader", "api"));
    check("Reports", "/api/v1/sections/" + id + "/reports");
    check("Pending", "/api/v1/reports");
    check("Inbox", "/api/v1/inbox");
    check("Section", "/api/v1/sections/" + id);
    check("History", "/api/v1/sections/" + id + "/history");
    check("Changes", "/api/v1/changes");
    check("Document", "/api/v1/documents/2015/brev");
    check("Documents", "/api/v1/documents");
    check("Results", "/api/v1/search?q=styret");
    check("Results", "/api/v1/search?q=styret&group=document");
    check("Results", "/api/v1/search?q=stryet");
    check("Suggestions", "/api/v1/suggest?q=styret");
    checkPosted("Checks", "/api/v1/sections/" + id + "/checks", "{\"markdown\": \"In 2015.\"}");
    checkPosted("Markdown", "/api/v1/markdown", "{\"html\": \"<b>Out</b>\"}");
    checkPosted("Claims", "/api/v1/documents/2015/brev/claim", "{\"until\": \"2026-11-27\"}");
    String uploaded =
        check("ImportPlan", "/api/v1/imports?name=all.zip", filesToImport(), "application/zip");
    String imported =
        "/api/v1/imports/" + new ObjectMapper().readTree(uploaded).path("id").asText();
    check("ImportPlan", imported);
    checkPosted("ImportResult", imported, "{\"do\": \"import\"}");
    check("ImportResult", imported);
    checkPosted("ImportResult", imported, "{\"do\": \"undo\"}");
    check("Memory", "/api/v1/sections/" + id + "/memory");
    check("Sentences", "/api/v1/sections/" + id + "/sentences");
    check("Concordance", "/api/v1/kwic?q=styret&sort=left");
    check("WordList", "/api/v1/count/words?q=styret");
    check("WordList", "/api/v1/count/keyness?q=styret");
    check("WordList", "/api/v1/count/between?q=krever");
    check("Spread", "/api/v1/count/spread?q=styret");
    check("Collocates", "/api/v1/count/collocates?word=styret&least=1");
    check("Word", "/api/v1/words/styret");
    check("Word", "/api/v1/words/finnesikkeher");
    check("Archive", "/api/v1/progress");
    check("Problems", "/api/v1/problems");
    Files.writeString(
        testServer.root().resolve("glossary.tsv"), "styret\tboard\nstyret\tgovernment\n");
    check("Glossary", "/api/v1/glossary");
    check("Alive", "/healthz");
    check("Ready", "/readyz");
    check("Error", "/api/v1/documents/nothing");
  }

  @Test
  void answersOfASearchThatFindsNothingAreAsDescribed() throws Exception {
    check("Results", "/api/v1/search?q=zzzzqq");
    check("Results", "/api/v1/search?q=zzzzqq&group=document");
    check("Results", "/api/v1/search?q=styret&page=900");
  }

  @Test
  void aMemberThatIsNotDescribedIsFound() throws Exception {
    JsonNode alive = new ObjectMapper().readTree(testServer.get("/healthz").body());
    assertThat(errors("Alive", alive)).isEmpty();
    ((ObjectNode) alive).put("more", 1);
    assertThat(errors("Alive", alive)).isNotEmpty();
  }

  @Test
  void theDescriptionIsAsOpenApiWantsIt() {
    assertThat(messages(description.toString())).isEmpty();
    ObjectNode broken = description.deepCopy();
    ((ObjectNode) broken.at("/paths/~1healthz/get/responses/200")).remove("description");
    assertThat(messages(broken.toString())).isNotEmpty();
  }

  private static List<String> messages(String written) {
    var options = new ParseOptions();
    options.setResolveFully(true);
    SwaggerParseResult read = new OpenAPIV3Parser().readContents(written, null, options);
    assertThat(read.getOpenAPI().getPaths()).hasSameSizeAs(description.path("paths"));
    return read.getMessages();
  }

  @Test
  void everySchemaIsUsed() {
    String written = description.toString();
    assertThat(description.at("/components/schemas").properties())
        .isNotEmpty()
        .allMatch(each -> written.contains("\"#/components/schemas/" + each.getKey() + "\""));
  }

  private static void check(String schema, String path) throws Exception {
    HttpResponse<String> answer = testServer.get(path);
    assertThat(errors(schema, new ObjectMapper().readTree(answer.body()))).as(path).isEmpty();
  }

  private static void checkPosted(String schema, String path, String body) throws Exception {
    check(schema, path, body.getBytes(UTF_8), "application/json");
  }

  private static String check(String schema, String path, byte[] body, String type)
      throws Exception {
    HttpResponse<String> answer = testServer.sendBytes("POST", path, body, "Content-Type", type);
    assertThat(errors(schema, new ObjectMapper().readTree(answer.body()))).as(path).isEmpty();
    return answer.body();
  }

  /** One that says something new, and one that breaks off. */
  private static byte[] filesToImport() throws IOException {
    String file = testServer.get("/export/2015/brev.xlf").body();
    String source = "<source>Dette avsnittet er ikke oversatt til noe språk.</source>";
    String filled = file.replace(source, source + "<target>This is new.</target>");
    assertThat(filled).isNotEqualTo(file);
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("brev.xlf"));
      zip.write(filled.getBytes(UTF_8));
      zip.putNextEntry(new ZipEntry("cut.xlf"));
      zip.write(file.substring(0, file.length() / 2).getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private static JsonNode schema(String name) {
    return description.path("components").path("schemas").path(name);
  }

  /** What a validator of JSON Schema finds, which OpenAPI 3.1 takes as it is. */
  private static List<String> errors(String schema, JsonNode answer) {
    String address = "https://example.org/openapi.json";
    var root = new ObjectMapper().createObjectNode();
    root.set("$defs", closed(description.at("/components/schemas").deepCopy()));
    String schemas = root.toString().replace("#/components/schemas/", "#/$defs/");
    return SchemaRegistry.withDialect(
            Dialects.getDraft202012(), builder -> builder.schemas(Map.of(address, schemas)))
        .getSchema(SchemaLocation.of(address + "#/$defs/" + schema))
        .validate(answer)
        .stream()
        .map(Object::toString)
        .toList();
  }

  /** The same schemas, whose objects have the described members only. */
  private static JsonNode closed(JsonNode schemas) {
    schemas.forEach(OpenApiTest::closed);
    boolean isObject = schemas.path("type").asText().equals("object") && schemas.has("properties");
    if (isObject && !schemas.has("additionalProperties")) {
      ((ObjectNode) schemas).put("additionalProperties", false);
    }
    return schemas;
  }
}
