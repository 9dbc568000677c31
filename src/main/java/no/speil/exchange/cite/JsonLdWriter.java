package no.speil.exchange.cite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.speil.corpus.Identifier;
import no.speil.corpus.PersonName;

/**
 * Describes a document as JSON-LD with the vocabulary of schema.org: the original, and its
 * translation as a work of its own. Safe within an HTML {@code script} element, since it has none
 * of the characters that could end one.
 */
public final class JsonLdWriter {
  private JsonLdWriter() {}

  public static String of(Citation citation) {
    var work = new LinkedHashMap<String, Object>();
    work.put("@context", "https://schema.org");
    work.put("dateModified", citation.imprint().modified());
    if (citation.original().isEmpty()) {
      work.putAll(translation(citation));
    } else {
      work.putAll(text(citation.original(), citation.original().authors()));
      work.put("keywords", citation.imprint().subjects());
      if (citation.isTranslated()) {
        Map<String, Object> translation = translation(citation);
        translation.put("translationOfWork", Map.of("@id", citation.original().address()));
        work.put("workTranslation", translation);
      }
    }
    return escaped(CslJsonWriter.MAPPER.valueToTree(work).toString());
  }

  private static Map<String, Object> translation(Citation citation) {
    Map<String, Object> text = text(citation.translation(), citation.authors());
    text.put(
        "translator", citation.imprint().translators().stream().map(JsonLdWriter::person).toList());
    return text;
  }

  private static Map<String, Object> text(Citation.Voice voice, List<PersonName> authors) {
    String publisher = voice.publication().publisher();
    var text = new LinkedHashMap<String, Object>();
    text.put("@type", "CreativeWork");
    text.put("@id", voice.address());
    text.put("url", voice.address());
    text.put("name", voice.title());
    text.put("description", voice.description());
    text.put("inLanguage", voice.lang());
    text.put("license", voice.publication().licence().addressOrWords());
    text.put(
        "identifier",
        voice.publication().identifiers().stream().map(Identifier::addressOrName).toList());
    text.put("datePublished", voice.publication().date());
    text.put("sameAs", voice.publication().source());
    text.put("publisher", publisher.isEmpty() ? Map.of() : named("Organization", publisher));
    text.put("author", authors.stream().map(JsonLdWriter::person).toList());
    return text;
  }

  /** Of schema.org's authors, a name that is not divided is an organisation's. */
  private static Map<String, Object> person(PersonName name) {
    Map<String, Object> person = named(name.isWhole() ? "Organization" : "Person", name.inOrder());
    person.put("familyName", name.isWhole() ? "" : name.family());
    person.put("givenName", name.isWhole() ? "" : name.given());
    return person;
  }

  private static Map<String, Object> named(String type, String name) {
    var named = new LinkedHashMap<String, Object>();
    named.put("@type", type);
    named.put("name", name);
    return named;
  }

  /** These are within strings only, where JSON can escape them. */
  private static String escaped(String json) {
    return json.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
