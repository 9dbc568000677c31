package no.speil.exchange.epub;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import no.speil.corpus.PersonName;
import no.speil.exchange.XmlText;
import no.speil.exchange.epub.EpubBook.Words;

/**
 * Writes the metadata of a book: Dublin Core, and how accessible it is (EPUB Accessibility 1.1).
 */
final class EpubMetadata {
  private static final String DC = "http://purl.org/dc/elements/1.1/";

  private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

  private final XMLStreamWriter xml;
  private int people;

  EpubMetadata(XMLStreamWriter xml) {
    this.xml = xml;
  }

  void write(EpubBook book, boolean hasPictures) throws XMLStreamException {
    EpubBook.Identity identity = book.identity();
    EpubBook.Credits credits = book.credits();
    xml.writeStartElement("metadata");
    xml.writeNamespace("dc", DC);
    xml.writeStartElement("dc:identifier");
    xml.writeAttribute("id", "id");
    xml.writeCharacters(XmlText.permitted(identity.id()));
    xml.writeEndElement();
    for (Words title : identity.titles()) {
      xml.writeStartElement("dc:title");
      if (!title.lang().isEmpty()) {
        xml.writeAttribute("xml:lang", title.lang());
      }
      xml.writeCharacters(title.visible());
      xml.writeEndElement();
    }
    for (String language : identity.languages()) {
      XmlText.element(xml, "dc:language", language);
    }
    for (PersonName author : credits.authors()) {
      person("dc:creator", author, "aut");
    }
    for (PersonName translator : credits.translators()) {
      person("dc:contributor", translator, "trl");
    }
    for (String publisher : credits.publishers()) {
      known("dc:publisher", publisher);
    }
    known("dc:date", DATE.matcher(credits.date()).matches() ? credits.date() : "");
    for (String source : credits.provenance().sources()) {
      known("dc:source", source);
    }
    known("dc:rights", credits.provenance().rights());
    property(
        "dcterms:modified",
        DateTimeFormatter.ISO_INSTANT
            .withZone(ZoneOffset.UTC)
            .format(identity.modified().truncatedTo(ChronoUnit.SECONDS)));
    property("schema:accessMode", "textual");
    if (hasPictures) {
      property("schema:accessMode", "visual");
    }
    property("schema:accessModeSufficient", "textual");
    property("schema:accessibilityFeature", "structuralNavigation");
    property("schema:accessibilityFeature", "tableOfContents");
    property("schema:accessibilityHazard", "none");
    xml.writeEndElement();
  }

  private void person(String element, PersonName name, String role) throws XMLStreamException {
    String id = "person-" + ++people;
    xml.writeStartElement(element);
    xml.writeAttribute("id", id);
    xml.writeCharacters(XmlText.permitted(name.inOrder()));
    xml.writeEndElement();
    refine(id, "role", role, "marc:relators");
    refine(id, "file-as", name.inverted(), "");
  }

  private void refine(String id, String property, String value, String scheme)
      throws XMLStreamException {
    xml.writeStartElement("meta");
    xml.writeAttribute("refines", "#" + id);
    xml.writeAttribute("property", property);
    if (!scheme.isEmpty()) {
      xml.writeAttribute("scheme", scheme);
    }
    xml.writeCharacters(XmlText.permitted(value));
    xml.writeEndElement();
  }

  private void property(String property, String value) throws XMLStreamException {
    xml.writeStartElement("meta");
    xml.writeAttribute("property", property);
    xml.writeCharacters(value);
    xml.writeEndElement();
  }

  private void known(String element, String text) throws XMLStreamException {
    if (!text.isBlank()) {
      XmlText.element(xml, element, text);
    }
  }
}
