package no.speil.tools;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/** Texts without codes as XLIFF 1.2, to ask a program what it has for them. */
final class PlainXliff {
  private static final String CORE = "urn:oasis:names:tc:xliff:document:1.2";

  private PlainXliff() {}

  static void write(Path file, String language, Collection<String> texts) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, UTF_8.name());
      xml.writeStartDocument(UTF_8.name(), "1.0");
      xml.writeStartElement("xliff");
      xml.writeDefaultNamespace(CORE);
      xml.writeAttribute("version", "1.2");
      xml.writeStartElement("file");
      xml.writeAttribute("original", "all");
      xml.writeAttribute("datatype", "plaintext");
      xml.writeAttribute("source-language", language);
      xml.writeAttribute("target-language", "en");
      xml.writeStartElement("body");
      int number = 0;
      for (String text : texts) {
        xml.writeStartElement("trans-unit");
        xml.writeAttribute("id", String.valueOf(++number));
        xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "space", "preserve");
        xml.writeStartElement("source");
        xml.writeCharacters(text);
        xml.writeEndElement();
        xml.writeEndElement();
      }
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException("writing " + file, e);
    }
  }

  /** The translations by their originals. */
  static Map<String, String> read(Path file) throws IOException {
    var targets = new HashMap<String, String>();
    try (InputStream in = Files.newInputStream(file)) {
      XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(in);
      String source = "";
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamReader.START_ELEMENT) {
          if (xml.getLocalName().equals("source")) {
            source = xml.getElementText();
          } else if (xml.getLocalName().equals("target")) {
            targets.put(source, xml.getElementText());
          }
        }
      }
    } catch (XMLStreamException e) {
      throw new IOException("reading " + file, e);
    }
    return targets;
  }
}
