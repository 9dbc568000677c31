package no.speil.tools;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import no.speil.markdown.inline.CodedText;
import no.speil.markdown.inline.InlineCode;

/** Writes translations as OmegaT keeps them in a project, with its tags for codes. */
final class MemoryWriter {
  private static final Pattern TAG = Pattern.compile("</?\\p{Lower}\\d+/?>");
  private static final Map<String, String> HEADER =
      Map.of(
          "creationtool", "OmegaT",
          "creationtoolversion", "5.8.0",
          "o-tmf", "OmegaT TMX",
          "adminlang", "EN-US",
          "datatype", "plaintext",
          "segtype", "paragraph",
          "srclang", "nb");

  private final TextMemory memory;

  MemoryWriter(TextMemory memory) {
    this.memory = memory;
  }

  /**
   * Writes the translations of those segments that the memory knows.
   *
   * @param segments a memory with the originals, see {@link OmegaT#segments}
   */
  void write(Path segments, Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(segments));
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, UTF_8.name());
      xml.writeStartDocument(UTF_8.name(), "1.0");
      xml.writeStartElement("tmx");
      xml.writeAttribute("version", "1.1");
      xml.writeEmptyElement("header");
      for (Map.Entry<String, String> each : HEADER.entrySet()) {
        xml.writeAttribute(each.getKey(), each.getValue());
      }
      xml.writeStartElement("body");
      for (String source : sources(in)) {
        Optional<String> target = target(source);
        if (target.isPresent()) {
          xml.writeStartElement("tu");
          variant(xml, "nb", source);
          variant(xml, "en", target.get());
          xml.writeEndElement();
        }
      }
      xml.writeEndDocument();
      xml.close();
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + file, e);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing " + file, e);
    }
  }

  private static void variant(XMLStreamWriter xml, String language, String text)
      throws XMLStreamException {
    xml.writeStartElement("tuv");
    xml.writeAttribute("lang", language);
    xml.writeStartElement("seg");
    xml.writeCharacters(text);
    xml.writeEndElement();
    xml.writeEndElement();
  }

  /** The first variant of each unit, once. */
  private static Set<String> sources(InputStream in) throws XMLStreamException {
    var sources = new LinkedHashSet<String>();
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XMLStreamReader xml = factory.createXMLStreamReader(in);
    boolean isFirst = true;
    while (xml.hasNext()) {
      if (xml.next() != XMLStreamReader.START_ELEMENT) {
        continue;
      }
      if (xml.getLocalName().equals("tu")) {
        isFirst = true;
      } else if (xml.getLocalName().equals("seg") && isFirst) {
        sources.add(xml.getElementText());
        isFirst = false;
      }
    }
    return sources;
  }

  private Optional<String> target(String source) {
    List<String> tags = TAG.matcher(source).results().map(MatchResult::group).toList();
    return memory
        .find(TAG.matcher(source).replaceAll(TextMemory.CODE))
        .map(
            pair -> {
              var text = new StringBuilder();
              for (CodedText.Part part : pair.target().parts()) {
                switch (part) {
                  case CodedText.Words words -> text.append(words.text());
                  case InlineCode code ->
                      text.append(tags.get(TextMemory.place(pair.source(), code)));
                }
              }
              return text.toString();
            });
  }
}
