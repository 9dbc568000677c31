package no.speil.exchange.cite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import no.speil.corpus.Identifier;
import no.speil.corpus.PersonName;
import no.speil.exchange.XmlText;

/** Describes one of the two texts in simple Dublin Core, as OAI-PMH wants it of every text. */
public final class DublinCoreWriter {
  public static final String PREFIX = "oai_dc";
  public static final String NAMESPACE = "http://www.openarchives.org/OAI/2.0/oai_dc/";
  public static final String SCHEMA = "http://www.openarchives.org/OAI/2.0/oai_dc.xsd";

  private final XMLStreamWriter xml;

  private DublinCoreWriter(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /**
   * Writes the description, as XML.
   *
   * @param text the original or the translation of the citation
   * @param relations what the other text is called
   * @param notes further sentences about the text, in English
   */
  public static String of(
      Citation citation, Citation.Voice text, List<String> relations, List<String> notes) {
    byte[] bytes =
        XmlText.bytes(xml -> new DublinCoreWriter(xml).write(citation, text, relations, notes));
    return new String(bytes, UTF_8);
  }

  private void write(
      Citation citation, Citation.Voice text, List<String> relations, List<String> notes)
      throws XMLStreamException {
    Citation.Publication published = text.publication();
    Citation.Imprint imprint = citation.imprint();
    List<PersonName> authors = text.authors().isEmpty() ? citation.authors() : text.authors();
    boolean isTranslation = text.equals(citation.translation());
    XmlText.start(
        xml,
        PREFIX + ":dc",
        "xmlns:" + PREFIX,
        NAMESPACE,
        "xmlns:dc",
        "http://purl.org/dc/elements/1.1/",
        "xmlns:xsi",
        "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation",
        NAMESPACE + " " + SCHEMA);
    element("title", text.title(), text.lang());
    all("creator", authors.stream().map(PersonName::inverted).toList());
    all(
        "contributor",
        imprint.translators().stream()
            .filter(it -> isTranslation)
            .map(PersonName::inverted)
            .toList());
    all("publisher", published.publisher());
    all("date", published.date());
    all("type", "Text", imprint.kind());
    all("identifier", text.address());
    all("identifier", published.identifiers().stream().map(Identifier::addressOrName).toList());
    all("source", published.source());
    all("language", text.lang());
    all("subject", imprint.subjects());
    element("description", text.description(), text.lang());
    for (String note : notes) {
      element("description", note, "en");
    }
    all("relation", relations);
    all(
        "rights",
        Stream.of(published.licence().words(), published.licence().address()).distinct().toList());
  }

  private void all(String name, String... values) throws XMLStreamException {
    all(name, List.of(values));
  }

  private void all(String name, Collection<String> values) throws XMLStreamException {
    for (String value : values) {
      element(name, value, "");
    }
  }

  private void element(String name, String value, String lang) throws XMLStreamException {
    if (!value.isBlank()) {
      XmlText.element(xml, "dc:" + name, value, "xml:lang", lang);
    }
  }
}
