package no.speil.exchange.convert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlFactory;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.speil.corpus.text.Message;

/**
 * The keys of a front matter in TOML.
 *
 * @param values those with a text, a number, a date, or a list of such
 * @param problems what is wrong with it, and what is left out, each in a sentence
 */
record TomlFrontMatter(Map<String, List<String>> values, List<Message> problems) {
  /** Nested no deeper than YAML may be; the parser is recursive. */
  private static final TomlMapper MAPPER =
      new TomlMapper(
          TomlFactory.builder()
              .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(20).build())
              .build());

  private static final int LONGEST = 1 << 16;

  /** Reads it; where it is broken, each line of it by itself. */
  static TomlFrontMatter read(String toml) {
    var read = new TomlFrontMatter(new LinkedHashMap<>(), new ArrayList<>());
    if (toml.length() > LONGEST) {
      read.problems.add(Message.of("convert.front.long"));
      return read;
    }
    try {
      read.take(MAPPER.readTree(toml));
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      String why = e.getOriginalMessage().lines().findFirst().orElse("").strip();
      read.problems.add(Message.of("convert.front.broken", "TOML", line + 1, why));
      read.takeLines(toml);
    }
    return read;
  }

  private void takeLines(String toml) {
    for (String line : toml.lines().takeWhile(each -> !each.strip().startsWith("[")).toList()) {
      try {
        take(MAPPER.readTree(line));
      } catch (JsonProcessingException e) {
        // The first error of the whole has been told.
      }
    }
  }

  private void take(JsonNode table) {
    var left = new ArrayList<String>();
    for (Map.Entry<String, JsonNode> entry : table.properties()) {
      List<String> texts = texts(entry.getValue());
      if (!texts.isEmpty() || entry.getValue().isEmpty()) {
        values.putIfAbsent(entry.getKey(), texts);
      } else if (!SiteMarkdownReader.isOfSite(entry.getKey())) {
        left.add(entry.getKey());
      }
    }
    if (table.path("params").isObject()) {
      left.remove("params");
      take(table.path("params"));
    }
    if (!left.isEmpty()) {
      problems.add(Message.of("convert.front.left-out", String.join(", ", left)));
    }
  }

  /** Its text or texts, or its name; none of a value that holds anything else. */
  private static List<String> texts(JsonNode value) {
    if (value.isArray()) {
      List<List<String>> texts =
          value
              .valueStream()
              .map(each -> each.isArray() ? List.<String>of() : texts(each))
              .toList();
      return texts.contains(List.of()) ? List.of() : texts.stream().flatMap(List::stream).toList();
    }
    JsonNode text = value.isObject() ? value.path("name") : value;
    return text.isValueNode() ? List.of(text.asText()) : List.of();
  }
}
