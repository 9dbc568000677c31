package no.speil.exchange.convert;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import no.speil.corpus.text.Message;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * A Word file as the package that it is, within limits, with nothing in it that leads out of it:
 * what reads the text reads {@link #bytes}, never the file.
 */
final class DocxPackage {
  private static final int MOST_PARTS = 5_000;
  private static final int MOST_XML = 32 << 20;
  private static final int MOST_BYTES = 128 << 20;

  /** Java 25 itself reads no XML of more than 100. */
  private static final int MOST_LEVELS = 99;

  private static final int MOST_ELEMENTS = 2_000_000;

  /** Names of parts: from the top, of Windows, or with a step upwards. */
  private static final Pattern LEADS_OUT =
      Pattern.compile("(?s)/.*|.*\\\\.*|[A-Za-z]:.*|(?:.*/)?\\.\\.(?:/.*)?");

  /** Where a relation leads that led out of the file; nothing is there. */
  private static final String NOWHERE = "left-out.png";

  private final XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final Map<String, String> properties = new HashMap<>();
  private final Set<String> elements = new HashSet<>();
  private final List<String> others = new ArrayList<>();
  private int count;

  private DocxPackage() {
    xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    xml.setProperty(XMLInputFactory.IS_COALESCING, true);
  }

  /**
   * Reads a file.
   *
   * @throws ConversionRefusedException if it is no Word file, or more than one should be
   */
  static DocxPackage read(byte[] bytes) {
    if (DecodedText.startsWith(bytes, "d0cf11e0")) {
      throw new ConversionRefusedException(Message.of("convert.docx.locked"));
    }
    if (!DecodedText.startsWith(bytes, "504b")) {
      throw new ConversionRefusedException(Message.of("convert.docx.none"));
    }
    var file = new DocxPackage();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      file.readParts(zip);
      if (!file.elements.contains("document") || !file.elements.contains("body")) {
        throw new ConversionRefusedException(Message.of("convert.docx.zip"));
      }
      return file;
    } catch (IOException | IllegalArgumentException e) {
      throw new ConversionRefusedException(Message.of("convert.docx.damaged"));
    } catch (XMLStreamException e) {
      throw new ConversionRefusedException(Message.of("convert.docx.xml"));
    }
  }

  private void readParts(ZipInputStream zip) throws IOException, XMLStreamException {
    int xmlLeft = MOST_XML;
    int left = MOST_BYTES;
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      String name = entry.getName();
      boolean isXml = name.endsWith(".xml") || name.endsWith(".rels");
      byte[] bytes = zip.readNBytes((isXml ? xmlLeft : left) + 1);
      xmlLeft -= isXml ? bytes.length : 0;
      left -= isXml ? 0 : bytes.length;
      if (xmlLeft < 0 || left < 0 || parts.size() + others.size() >= MOST_PARTS) {
        throw new ConversionRefusedException(
            Message.of("convert.docx.unfolds", MOST_XML >> 20, MOST_BYTES >> 20, MOST_PARTS));
      }
      check(name);
      if (isXml) {
        checkXml(name, bytes);
        if (name.endsWith(".rels")) {
          bytes = relations(bytes);
          checkXml(name, bytes); // another parser may see elements where this one saw a comment
        }
        parts.put(name, bytes);
      } else if (name.toLowerCase(Locale.ROOT).contains("media/")) {
        parts.put(name, bytes);
      } else if (!entry.isDirectory()) {
        others.add(name);
      }
    }
  }

  private void check(String name) {
    if (LEADS_OUT.matcher(name).matches()) {
      throw new ConversionRefusedException(
          Message.of("convert.docx.leads-out", name.replaceAll("\\p{Cntrl}", "?")));
    }
    if (parts.containsKey(name)) {
      throw new ConversionRefusedException(Message.of("convert.docx.twice", name));
    }
  }

  private void checkXml(String name, byte[] bytes) throws XMLStreamException {
    XMLStreamReader reader = xml.createXMLStreamReader(new ByteArrayInputStream(bytes));
    boolean isText = name.startsWith("word/");
    String property = "";
    for (int depth = 0; reader.hasNext(); ) {
      switch (reader.next()) {
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new ConversionRefusedException(Message.of("convert.docx.entities"));
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          count++;
          property = reader.getLocalName();
          if (isText) {
            elements.add(property);
          }
        }
        case XMLStreamConstants.CHARACTERS -> {
          if (name.equals("docProps/core.xml")) {
            properties.putIfAbsent(property, reader.getText().strip());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {}
      }
      if (depth > MOST_LEVELS || count > MOST_ELEMENTS) {
        throw new ConversionRefusedException(Message.of("convert.docx.deep"));
      }
    }
  }

  /** The relations of a part, without those that lead out of the file, but for links. */
  private static byte[] relations(byte[] bytes) throws IOException {
    Document relations = Jsoup.parse(new ByteArrayInputStream(bytes), null, "", Parser.xmlParser());
    relations.charset(UTF_8);
    relations.outputSettings().prettyPrint(false);
    for (Element relation : relations.getAllElements()) {
      Attributes attributes = relation.attributes(); // their case matters
      boolean leadsOut =
          attributes.get("TargetMode").equalsIgnoreCase("External")
              || attributes.get("Target").matches("[A-Za-z][A-Za-z0-9+.-]*:.*|//.*");
      if (leadsOut) {
        attributes.put("TargetMode", "External");
        if (!attributes.get("Type").endsWith("/hyperlink")) {
          attributes.put("Target", NOWHERE);
        }
      }
    }
    return relations.outerHtml().getBytes(UTF_8);
  }

  /** The package again, of the parts that make up its text. */
  InputStream bytes() {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.setLevel(1);
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("packing a Word file again", e);
    }
    return new ByteArrayInputStream(out.toByteArray());
  }

  /** A property of the document, as {@code title}; empty if it does not say. */
  String property(String name) {
    return properties.getOrDefault(name, "");
  }

  /** Whether an element of that local name is anywhere in the text or beside it. */
  boolean has(String element) {
    return elements.contains(element);
  }

  boolean hasMacros() {
    return others.stream().anyMatch(name -> name.endsWith("vbaProject.bin"));
  }

  boolean hasEmbeddedFiles() {
    return others.stream().anyMatch(name -> name.contains("embeddings/"));
  }
}
