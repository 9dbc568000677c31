package no.speil.exchange.cite;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.speil.corpus.PartialDate;
import no.speil.corpus.PersonName;

/** Writes a citation as CSL-JSON, the input of the Citation Style Language (1.0.2). */
final class CslJsonWriter {
  /** Leaves out what is empty. */
  static final ObjectMapper MAPPER =
      new ObjectMapper()
          .setDefaultPropertyInclusion(
              JsonInclude.Value.construct(Include.NON_EMPTY, Include.NON_EMPTY));

  private CslJsonWriter() {}

  static String of(Citation citation) {
    return MAPPER.valueToTree(List.of(item(citation))).toPrettyString() + "\n";
  }

  private static Map<String, Object> item(Citation citation) {
    Citation.Imprint imprint = citation.imprint();
    Citation.Pin pin = citation.pin();
    String lang = citation.cited().lang();
    var item = new LinkedHashMap<String, Object>();
    item.put("id", citation.key());
    item.put("type", citation.type().csl());
    item.put("genre", Citation.line(imprint.kind()));
    item.put("title", Citation.line(citation.cited().title()));
    if (citation.isTranslated()) {
      item.put("original-title", Citation.line(citation.original().title()));
      item.put("original-publisher", Citation.line(citation.origin().publisher()));
      item.put("original-date", date(citation.origin().date()));
    }
    item.put("container-title", Citation.line(imprint.archive()));
    item.put("author", citation.authors().stream().map(CslJsonWriter::person).toList());
    item.put("translator", imprint.translators().stream().map(CslJsonWriter::person).toList());
    item.put("publisher", Citation.line(citation.publisher()));
    item.put("language", Citation.line(lang));
    item.put("issued", date(citation.date()));
    item.put("accessed", date(pin.read()));
    item.put("keyword", Citation.line(String.join(", ", imprint.subjects())));
    item.put("section", Citation.line(pin.passage().in(lang)));
    item.put("version", Citation.line(pin.shortVersion()));
    item.put("DOI", Citation.line(citation.doi()));
    item.put("URL", Citation.line(pin.address()));
    item.put("note", Citation.line(String.join(". ", citation.notes())));
    return item;
  }

  private static Map<String, Object> person(PersonName name) {
    var person = new LinkedHashMap<String, Object>();
    person.put(name.isWhole() ? "literal" : "family", Citation.line(name.family()));
    person.put("given", name.isWhole() ? "" : Citation.line(name.given()));
    return person;
  }

  private static Map<String, Object> date(String date) {
    return PartialDate.parse(date)
        .<Map<String, Object>>map(known -> Map.of("date-parts", List.of(known.parts())))
        .orElse(Map.of("literal", Citation.line(date)));
  }
}
