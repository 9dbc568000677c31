package no.speil.exchange.term;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import no.speil.corpus.Language;
import no.speil.exchange.unit.UnreadableFileException;
import no.speil.exchange.unit.XmlReaders;

/**
 * Reads TBX of version 2 (ISO 30042:2008, {@code martif}) and version 3 (ISO 30042:2019, {@code
 * tbx}) in both of its styles. Of the English terms of an entry the preferred one is taken, else
 * the first; deprecated and superseded terms are left out.
 */
final class TbxReader {
  private static final Set<String> ROOTS = Set.of("martif", "tbx");

  private final XMLStreamReader xml;
  private final List<Term> terms = new ArrayList<>();
  private final List<Integer> passed = new ArrayList<>();

  private List<String> norwegian = new ArrayList<>();
  private List<String> english = new ArrayList<>();
  private Language language = Language.UNDETERMINED;
  private int line;
  private String note = "";
  private String term = "";
  private String status = "";

  private TbxReader(XMLStreamReader xml) {
    this.xml = xml;
  }

  static TermFile read(InputStream in) throws UnreadableFileException {
    return XmlReaders.read(in, ROOTS, xml -> new TbxReader(xml).entries());
  }

  private TermFile entries() throws XMLStreamException {
    while (xml.hasNext()) {
      xml.next();
      if (xml.isStartElement()) {
        begin(xml.getLocalName());
      } else if (xml.isEndElement()) {
        end(xml.getLocalName());
      }
    }
    return new TermFile(terms, passed);
  }

  private void begin(String element) throws XMLStreamException {
    switch (element) {
      case "termEntry", "conceptEntry" -> {
        norwegian = new ArrayList<>();
        english = new ArrayList<>();
        note = "";
        line = xml.getLocation().getLineNumber();
      }
      case "langSet", "langSec" -> language = Language.of(XmlReaders.attribute(xml, "lang"));
      case "tig", "ntig", "termSec" -> {
        term = "";
        status = "";
      }
      case "term" -> term = words();
      case "termNote" -> {
        if (XmlReaders.attribute(xml, "type").equals("administrativeStatus")) {
          status = words();
        }
      }
      case "administrativeStatus" -> status = words(); // in the style of elements of its own
      case "descrip" -> {
        if (XmlReaders.attribute(xml, "type").equals("definition")) {
          note(words());
        }
      }
      case "definition", "note" -> note(words());
      default -> {}
    }
  }

  private String words() throws XMLStreamException {
    return XmlReaders.words(xml).strip().replaceAll("\\s+", " ");
  }

  private void note(String words) {
    if (note.isEmpty()) {
      note = words;
    }
  }

  private void end(String element) {
    switch (element) {
      case "tig", "ntig", "termSec" -> keep();
      case "termEntry", "conceptEntry" -> {
        if (norwegian.isEmpty() || english.isEmpty()) {
          passed.add(line);
        } else {
          norwegian.forEach(each -> terms.add(new Term(line, each, english.getFirst(), note)));
        }
      }
      default -> {}
    }
  }

  private void keep() {
    boolean isOutdated = status.startsWith("deprecated") || status.startsWith("superseded");
    if (term.isEmpty() || isOutdated) {
      return;
    }
    if (language.isNorwegian()) {
      norwegian.add(term);
    } else if (language.isEnglish()) {
      english.add(status.startsWith("preferred") ? 0 : english.size(), term);
    }
  }
}
