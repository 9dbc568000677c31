package no.speil.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.impl.PropertySortUtils;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import java.util.List;
import java.util.Map;
import no.speil.corpus.Coded;
import org.jspecify.annotations.Nullable;

/**
 * Schemas of the records that are read and written as JSON, with words for people.
 *
 * @param words for each schema: the {@code record} that it is of, its description, what else is to
 *     be said of its properties; or without a record all of it
 * @param members what is said of properties of that name everywhere
 */
record RecordSchemas(JsonNode words, JsonNode members) {
  private static final String PREFIX = "no.speil.";
  private static final String RECORD = "record";
  private static final String PROPERTIES = "properties";
  private static final String REQUIRED = "required";
  private static final List<String> OF_ALL = List.of("description", REQUIRED);
  private static final List<String> TYPES = List.of("type", "$ref", "anyOf", "oneOf");

  /** All of them by name, also of the records that those named have as members. */
  ObjectNode all(ObjectMapper json) {
    SchemaBuilder builder = generator(json).buildMultipleSchemaDefinitions();
    ObjectNode written = words.deepCopy();
    for (JsonNode each : words) {
      if (each.has(RECORD)) {
        builder.createSchemaReference(type(each.path(RECORD).asText()));
      }
    }
    ObjectNode schemas = builder.collectDefinitions("components/schemas");
    for (var each : schemas.properties()) {
      written.set(
          each.getKey(), explained((ObjectNode) each.getValue(), words.path(each.getKey())));
    }
    return written;
  }

  private SchemaGenerator generator(ObjectMapper json) {
    var config =
        new SchemaGeneratorConfigBuilder(json, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(new JacksonModule())
            .with(Option.DEFINITIONS_FOR_ALL_OBJECTS, Option.INLINE_NULLABLE_SCHEMAS);
    config
        .forFields()
        .withRequiredCheck(field -> !mayBeMissing(field))
        .withNullableCheck(
            field ->
                !mayBeMissing(field)
                    && field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class));
    config
        .forTypesInGeneral()
        .withDefinitionNamingStrategy((key, context) -> name(key.getType().getErasedType()))
        .withPropertySorter(PropertySortUtils.SORT_PROPERTIES_FIELDS_BEFORE_METHODS)
        .withCustomDefinitionProvider( // what is in a map, and which codes there are, words say
            (type, context) -> {
              boolean isCode = type.isInstanceOf(Coded.class);
              ObjectNode schema = json.createObjectNode().put("type", isCode ? "string" : "object");
              return isCode || type.isInstanceOf(Map.class)
                  ? new CustomDefinition(schema, true)
                  : null;
            });
    return new SchemaGenerator(config.build());
  }

  private String name(Class<?> type) {
    return words.properties().stream()
        .filter(each -> type.getName().equals(PREFIX + each.getValue().path(RECORD).asText()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a schema without a name: " + type));
  }

  /**
   * Whether it is not always there. What a body has to have is said in words, since all of it is
   * read before that is checked.
   */
  private static boolean mayBeMissing(FieldScope field) {
    return field.getDeclaringType().getErasedType().getSimpleName().endsWith("Body")
        || field.getAnnotationConsideringFieldAndGetter(JsonInclude.class) != null;
  }

  private ObjectNode explained(ObjectNode schema, JsonNode said) {
    ObjectNode properties = schema.withObjectProperty(PROPERTIES);
    properties.properties().forEach(each -> explain(each.getValue(), members.path(each.getKey())));
    for (var each : said.properties()) {
      String member = each.getKey();
      if (OF_ALL.contains(member)) {
        schema.set(member, each.getValue());
      } else if (!member.equals(RECORD)) {
        if (!properties.has(member)) { // of a method
          schema.withArrayProperty(REQUIRED).add(member);
        }
        explain(properties.withObjectProperty(member), each.getValue());
      }
    }
    return schema;
  }

  /** Adds what is said to a property; what says of which type it is stands instead of it. */
  private static void explain(JsonNode property, JsonNode said) {
    var described = (ObjectNode) property;
    if (said instanceof ObjectNode more) {
      (TYPES.stream().anyMatch(more::has) ? described.removeAll() : described).setAll(more);
    } else if (!said.isMissingNode()) {
      described.set("description", said);
    }
  }

  /** The codes of an enumeration's constants. */
  static void addCodes(ArrayNode codes, String enumeration) {
    for (Object each : type(enumeration).getEnumConstants()) {
      codes.add(((Coded) each).code());
    }
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(PREFIX + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("a schema is of what is not there: " + name, e);
    }
  }
}
