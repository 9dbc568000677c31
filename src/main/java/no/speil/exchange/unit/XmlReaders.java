package no.speil.exchange.unit;

import java.io.CharConversionException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import no.speil.exchange.unit.UnreadableFileException.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens XML that strangers wrote: no entities, nothing from elsewhere. */
final class XmlReaders {
  private static final Logger LOG = LoggerFactory.getLogger(XmlReaders.class);

  /** Before what the parser says of a failure. */
  private static final String LABEL = "Message: ";

  private XmlReaders() {}

  static XMLStreamReader open(InputStream in) throws UnreadableFileException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      return factory.createXMLStreamReader(in);
    } catch (XMLStreamException e) {
      throw failure(e);
    }
  }

  /** Refuses a document type that defines anything. */
  static void refuseEntities(XMLStreamReader xml) throws UnreadableFileException {
    boolean isUnknown = xml.getEventType() == XMLStreamConstants.ENTITY_REFERENCE;
    boolean isDefined =
        xml.getEventType() == XMLStreamConstants.DTD
            && xml.getText() != null
            && xml.getText().contains("[");
    if (isUnknown || isDefined) {
      throw new UnreadableFileException(Reason.HAS_ENTITIES, xml.getLocation().getLineNumber(), "");
    }
  }

  static UnreadableFileException failure(XMLStreamException e) {
    int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
    String message = String.valueOf(e.getMessage());
    boolean isEncoding =
        e.getCause() instanceof CharConversionException || message.contains("UTF-8");
    Reason reason =
        isEncoding
            ? Reason.ENCODING
            : message.contains("entity \"") ? Reason.HAS_ENTITIES : Reason.DAMAGED;
    return new UnreadableFileException(reason, line, firstLine(message));
  }

  private static String firstLine(String message) {
    int at = message.lastIndexOf(LABEL);
    return message.substring(at < 0 ? 0 : at + LABEL.length()).lines().findFirst().orElse("");
  }

  static void close(XMLStreamReader xml) {
    try {
      xml.close();
    } catch (XMLStreamException e) {
      LOG.debug("a file that was read cannot be closed", e);
    }
  }
}
