package no.speil.exchange.unit;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import no.speil.corpus.State;
import no.speil.exchange.unit.ImportedUnit.Coded;
import no.speil.exchange.unit.ImportedUnit.Element;
import no.speil.exchange.unit.ImportedUnit.Reference;
import no.speil.exchange.unit.ImportedUnit.Run;
import no.speil.exchange.unit.UnreadableFileException.Reason;
import no.speil.markdown.inline.InlineCode.Position;
import org.jspecify.annotations.Nullable;

/**
 * Reads XLIFF 1.2 and 2. Codes are read as they stand, also where the file breaks the rules for
 * them: one unit that a tool has damaged must not cost the others.
 */
final class XliffReader {
  private static final int DEEPEST = 200;

  private final XMLStreamReader xml;
  private final boolean isVersion1;

  private XliffReader(XMLStreamReader xml) {
    this.xml = xml;
    this.isVersion1 = attribute("version").startsWith("1.");
  }

  static List<ImportedUnit> read(InputStream in) throws UnreadableFileException {
    return XmlReaders.read(in, Set.of("xliff"), xml -> new XliffReader(xml).units());
  }

  private List<ImportedUnit> units() throws XMLStreamException, UnreadableFileException {
    var units = new ArrayList<ImportedUnit>();
    String unit = isVersion1 ? "trans-unit" : "unit";
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(unit)) {
        units.add(unit(unit));
      }
    }
    return units;
  }

  private String attribute(String name) {
    return XmlReaders.attribute(xml, name);
  }

  private ImportedUnit unit(String name) throws XMLStreamException, UnreadableFileException {
    String id = attribute("id");
    boolean translatable = !attribute("translate").equals("no");
    String version = isVersion1 ? attribute("version") : "";
    @Nullable State state = attribute("approved").equals("yes") ? State.REVIEWED : null;
    List<Element> source = new ArrayList<>();
    @Nullable List<Element> target = null;
    while (!isEnd(name)) {
      if (xml.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (xml.getLocalName()) {
        case "source" -> source.addAll(text("source"));
        case "target" -> {
          state =
              state == null && isVersion1
                  ? XliffState.ofVersion1(attribute("state")).orElse(null)
                  : state;
          target = target == null ? new ArrayList<>() : target;
          target.addAll(text("target"));
        }
        case "segment" ->
            state =
                new XliffState(attribute("state"), attribute("subState")).toState().orElse(null);
        case "meta" ->
            version = attribute("type").equals("version") ? XmlReaders.words(xml) : version;
        case "alt-trans", "seg-source", "originalData", "notes", "matches" -> XmlReaders.words(xml);
        default -> {}
      }
    }
    return new ImportedUnit(
        id,
        new Coded(source),
        target == null ? null : new Coded(target),
        state,
        version,
        null,
        translatable);
  }

  private boolean isEnd(String name) {
    return xml.isEndElement() && xml.getLocalName().equals(name);
  }

  /** The content of source or target up to its end. */
  private List<Element> text(String name) throws XMLStreamException, UnreadableFileException {
    var elements = new ArrayList<Element>();
    Deque<Optional<Reference>> ends = new ArrayDeque<>();
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        elements.add(new Run(xml.getText()));
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        if (ends.size() > DEEPEST) {
          throw new UnreadableFileException(Reason.DAMAGED, xml.getLocation().getLineNumber(), "");
        }
        open(elements, ends);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        if (ends.isEmpty() && xml.getLocalName().equals(name)) {
          return elements;
        }
        ends.pop().ifPresent(elements::add);
      }
    }
  }

  /** Reads the start of an inline element, and all of one that is nothing but a code's data. */
  private void open(List<Element> elements, Deque<Optional<Reference>> ends)
      throws XMLStreamException {
    String id = attribute("id");
    switch (xml.getLocalName()) {
      case "pc", "g" -> {
        elements.add(new Reference(id, Position.OPEN));
        ends.push(Optional.of(new Reference(id, Position.CLOSE)));
      }
      case "sc", "bx", "bpt" -> code(new Reference(id, Position.OPEN), elements);
      case "ec", "ex", "ept" -> code(new Reference(start(id), Position.CLOSE), elements);
      case "ph", "it", "x" -> code(new Reference(id, Position.ALONE), elements);
      case "cp" -> {
        elements.add(new Run(character(attribute("hex"))));
        ends.push(Optional.empty());
      }
      default -> ends.push(Optional.empty()); // marks are no codes
    }
  }

  private void code(Reference reference, List<Element> elements) throws XMLStreamException {
    elements.add(reference);
    XmlReaders.words(xml);
  }

  /** The code that an end belongs to. */
  private String start(String id) {
    String start = attribute(isVersion1 ? "rid" : "startRef");
    return start.isEmpty() ? id : start;
  }

  private static String character(String hex) {
    try {
      return Character.toString(Integer.parseInt(hex, 16));
    } catch (IllegalArgumentException e) {
      return ""; // a code point that no text can hold
    }
  }
}
