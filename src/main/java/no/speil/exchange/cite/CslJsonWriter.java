package no.speil.exchange.cite;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import no.speil.exchange.SingleLineText;

/** Writes a citation as CSL-JSON, the input of the Citation Style Language (1.0.2). */
final class CslJsonWriter {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private CslJsonWriter() {}

  static String of(Citation citation) {
    ArrayNode items = MAPPER.createArrayNode();
    item(items.addObject(), citation);
    return items.toPrettyString() + "\n";
  }

  private static void item(ObjectNode item, Citation citation) {
    Citation.Imprint imprint = citation.imprint();
    Citation.Pin pin = citation.pin();
    item.put("id", citation.key());
    item.put("type", "webpage");
    put(item, "title", citation.cited().title());
    if (citation.isTranslated()) {
      put(item, "original-title", citation.original().title());
    }
    names(item, "author", citation.authors());
    names(item, "translator", imprint.translators());
    put(item, "publisher", imprint.publisher());
    put(item, "language", citation.cited().lang());
    issued(item, imprint.date());
    date(item.putObject("accessed"), PartialDate.of(pin.read()));
    put(item, "keyword", String.join(", ", imprint.subjects()));
    put(item, "section", pin.section());
    put(item, "version", pin.version());
    put(item, "URL", pin.address());
  }

  private static void put(ObjectNode item, String name, String words) {
    String line = SingleLineText.of(words);
    if (!line.isEmpty()) {
      item.put(name, line);
    }
  }

  private static void names(ObjectNode item, String role, List<String> names) {
    if (names.isEmpty()) {
      return;
    }
    ArrayNode people = item.putArray(role);
    for (String written : names) {
      PersonName name = PersonName.of(written);
      ObjectNode person = people.addObject();
      if (name.isWhole()) {
        person.put("literal", name.family());
      } else {
        person.put("family", name.family());
        person.put("given", name.given());
      }
    }
  }

  private static void issued(ObjectNode item, String date) {
    if (!date.isEmpty()) {
      ObjectNode issued = item.putObject("issued");
      PartialDate.parse(date)
          .ifPresentOrElse(known -> date(issued, known), () -> put(issued, "literal", date));
    }
  }

  private static void date(ObjectNode date, PartialDate known) {
    ArrayNode parts = date.putArray("date-parts").addArray();
    known.parts().forEach(parts::add);
  }
}
