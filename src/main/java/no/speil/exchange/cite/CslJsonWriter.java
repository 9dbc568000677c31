package no.speil.exchange.cite;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import no.speil.corpus.PersonName;

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
    item.put("type", citation.type().csl());
    put(item, "genre", imprint.kind());
    put(item, "title", citation.cited().title());
    if (citation.isTranslated()) {
      put(item, "original-title", citation.original().title());
      put(item, "original-publisher", citation.origin().publisher());
      date(item, "original-date", citation.origin().date());
    }
    put(item, "container-title", imprint.archive());
    names(item, "author", citation.authors());
    names(item, "translator", imprint.translators());
    put(item, "publisher", citation.publisher());
    put(item, "language", citation.cited().lang());
    date(item, "issued", citation.date());
    date(item.putObject("accessed"), PartialDate.of(pin.read()));
    put(item, "keyword", String.join(", ", imprint.subjects()));
    put(item, "section", pin.passage().in(citation.cited().lang()));
    put(item, "version", pin.shortVersion());
    put(item, "URL", pin.address());
    put(item, "note", String.join(". ", citation.notes()));
  }

  private static void put(ObjectNode item, String name, String words) {
    String line = Citation.line(words);
    if (!line.isEmpty()) {
      item.put(name, line);
    }
  }

  private static void names(ObjectNode item, String role, List<PersonName> names) {
    if (names.isEmpty()) {
      return;
    }
    ArrayNode people = item.putArray(role);
    for (PersonName name : names) {
      ObjectNode person = people.addObject();
      if (name.isWhole()) {
        put(person, "literal", name.family());
      } else {
        put(person, "family", name.family());
        put(person, "given", name.given());
      }
    }
  }

  private static void date(ObjectNode item, String name, String date) {
    if (!date.isEmpty()) {
      ObjectNode value = item.putObject(name);
      PartialDate.parse(date)
          .ifPresentOrElse(known -> date(value, known), () -> put(value, "literal", date));
    }
  }

  private static void date(ObjectNode date, PartialDate known) {
    ArrayNode parts = date.putArray("date-parts").addArray();
    known.parts().forEach(parts::add);
  }
}
