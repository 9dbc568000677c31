package no.speil.tools;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import no.speil.markdown.inline.CodedText;
import no.speil.markdown.inline.InlineCode;
import org.fedorahosted.tennera.jgettext.Catalog;
import org.fedorahosted.tennera.jgettext.Message;
import org.fedorahosted.tennera.jgettext.PoParser;
import org.fedorahosted.tennera.jgettext.PoWriter;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** An exported file with the translations of a memory in it, for programs that take files only. */
final class FilledFile {
  private FilledFile() {}

  /** Fills PO. */
  static void po(Path exported, Path filled, TextMemory memory) {
    try {
      Files.createDirectories(filled.getParent());
      Catalog catalog =
          new PoParser().parseCatalog(new StringReader(Files.readString(exported)), false);
      for (Message message : catalog) {
        if (message.getMsgctxt() != null) {
          memory.findMarkdown(message.getMsgid()).ifPresent(message::setMsgstr);
        }
      }
      try (Writer out = Files.newBufferedWriter(filled, UTF_8)) {
        new PoWriter().write(catalog, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("filling " + exported, e);
    }
  }

  /** Fills XLIFF 1.2. */
  static void xliff(Path exported, Path filled, TextMemory memory) {
    try {
      Files.createDirectories(filled.getParent());
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      Document document = factory.newDocumentBuilder().parse(exported.toFile());
      for (Element unit : elements(document.getDocumentElement(), "trans-unit")) {
        if (!unit.getAttribute("translate").equals("no")) {
          fill(unit, memory);
        }
      }
      TransformerFactory.newDefaultInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(filled.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException("filling " + exported, e);
    } catch (SAXException | ParserConfigurationException | TransformerException e) {
      throw new IllegalStateException("filling " + exported, e);
    }
  }

  private static void fill(Element unit, TextMemory memory) {
    Element source = elements(unit, "source").iterator().next();
    memory
        .find(text(source))
        .ifPresent(
            pair -> {
              Document document = Objects.requireNonNull(unit.getOwnerDocument());
              Element target = document.createElementNS(source.getNamespaceURI(), "target");
              write(pair.target(), source, target);
              unit.insertBefore(target, source.getNextSibling());
            });
  }

  private static Iterable<Element> elements(Element parent, String name) {
    var found = new ArrayDeque<Element>();
    for (int i = 0; i < parent.getElementsByTagNameNS("*", name).getLength(); i++) {
      found.add((Element) parent.getElementsByTagNameNS("*", name).item(i));
    }
    return found;
  }

  /** The text with a mark for each code, as {@link TextMemory#find} takes it. */
  private static String text(Node parent) {
    var text = new StringBuilder();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child.getNodeType() == Node.TEXT_NODE) {
        text.append(child.getNodeValue());
      } else if ("g".equals(child.getLocalName())) {
        text.append(TextMemory.CODE).append(text(child)).append(TextMemory.CODE);
      } else {
        text.append(TextMemory.CODE);
      }
    }
    return text.toString();
  }

  /** Writes a text with the elements that its source has for the codes. */
  private static void write(CodedText text, Element source, Element target) {
    Map<String, Element> codes = new HashMap<>();
    elements(source, "*").forEach(code -> codes.put(code.getAttribute("id"), code));
    Deque<Node> open = new ArrayDeque<>();
    open.push(target);
    for (CodedText.Part part : text.parts()) {
      Node parent = Objects.requireNonNull(open.peek());
      switch (part) {
        case CodedText.Words words ->
            parent.appendChild(source.getOwnerDocument().createTextNode(words.text()));
        case InlineCode code -> {
          Element element = Objects.requireNonNull(codes.get(String.valueOf(code.id())));
          switch (code.position()) {
            case ALONE -> parent.appendChild(element.cloneNode(true));
            case OPEN -> open.push(parent.appendChild(element.cloneNode(false)));
            case CLOSE -> open.pop();
          }
        }
      }
    }
  }
}
