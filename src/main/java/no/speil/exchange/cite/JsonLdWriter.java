package no.speil.exchange.cite;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import no.speil.corpus.PersonName;

/**
 * Describes a document as JSON-LD with the vocabulary of schema.org: the original, and its
 * translation as a work of its own. Safe within an HTML {@code script} element, since it has none
 * of the characters that could end one.
 */
public final class JsonLdWriter {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonLdWriter() {}

  public static String of(Citation citation) {
    ObjectNode work = MAPPER.createObjectNode();
    work.put("@context", "https://schema.org");
    if (citation.original().isEmpty()) {
      translation(work, citation);
    } else {
      original(work, citation);
      if (citation.isTranslated()) {
        ObjectNode translation = work.putObject("workTranslation");
        translation(translation, citation);
        translation.putObject("translationOfWork").put("@id", citation.original().address());
      }
    }
    return escaped(work.toString());
  }

  private static void original(ObjectNode work, Citation citation) {
    text(work, citation.original(), citation.original().authors());
    if (!citation.imprint().subjects().isEmpty()) {
      ArrayNode keywords = work.putArray("keywords");
      citation.imprint().subjects().forEach(keywords::add);
    }
  }

  private static void translation(ObjectNode work, Citation citation) {
    text(work, citation.translation(), citation.authors());
    people(work, "translator", citation.imprint().translators());
  }

  private static void text(ObjectNode work, Citation.Voice voice, List<PersonName> authors) {
    work.put("@type", "CreativeWork");
    work.put("@id", voice.address());
    work.put("url", voice.address());
    work.put("name", voice.title());
    put(work, "inLanguage", voice.lang());
    put(work, "datePublished", voice.publication().date());
    put(work, "sameAs", voice.publication().source());
    if (!voice.publication().publisher().isEmpty()) {
      named(work.putObject("publisher"), "Organization", voice.publication().publisher());
    }
    people(work, "author", authors);
  }

  private static void people(ObjectNode work, String role, List<PersonName> names) {
    if (!names.isEmpty()) {
      ArrayNode people = work.putArray(role);
      names.forEach(name -> author(people.addObject(), name));
    }
  }

  /** Of schema.org's authors, a name that is not divided is an organisation's. */
  private static void author(ObjectNode node, PersonName name) {
    named(node, name.isWhole() ? "Organization" : "Person", name.inOrder());
    if (!name.isWhole()) {
      node.put("familyName", name.family());
      node.put("givenName", name.given());
    }
  }

  private static void named(ObjectNode node, String type, String name) {
    node.put("@type", type);
    node.put("name", name);
  }

  private static void put(ObjectNode node, String name, String words) {
    if (!words.isEmpty()) {
      node.put(name, words);
    }
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
