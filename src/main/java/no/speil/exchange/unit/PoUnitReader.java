package no.speil.exchange.unit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import no.speil.corpus.State;
import no.speil.exchange.unit.UnreadableFileException.Reason;
import org.fedorahosted.tennera.jgettext.Catalog;
import org.fedorahosted.tennera.jgettext.Message;
import org.fedorahosted.tennera.jgettext.PoParser;

/**
 * Reads the messages of a PO file in UTF-8. Obsolete messages and such without a context are none
 * of ours.
 */
final class PoUnitReader {
  private PoUnitReader() {}

  static List<ImportedUnit> read(byte[] file) throws UnreadableFileException {
    String text;
    try {
      text = UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    } catch (CharacterCodingException e) {
      throw new UnreadableFileException(Reason.ENCODING, 0, "");
    }
    return units(catalog(text.startsWith("\uFEFF") ? text.substring(1) : text));
  }

  private static Catalog catalog(String text) throws UnreadableFileException {
    try {
      return new PoParser().parseCatalog(new StringReader(text), false);
    } catch (RuntimeException e) {
      throw new UnreadableFileException(Reason.DAMAGED, 0, String.valueOf(e.getMessage()));
    }
  }

  private static List<ImportedUnit> units(Catalog catalog) throws UnreadableFileException {
    var units = new ArrayList<ImportedUnit>();
    for (Message message : catalog) {
      String id = message.getMsgctxt();
      if (message.isHeader() || message.isObsolete() || id == null) {
        continue;
      }
      String target = message.getMsgstr() == null ? "" : message.getMsgstr();
      State state = message.isFuzzy() ? State.DRAFT : State.TRANSLATED;
      units.add(ImportedUnit.inline(id, message.getMsgid(), target, state, version(message)));
    }
    if (!catalog.iterator().hasNext()) {
      throw new UnreadableFileException(Reason.NOT_THIS_FORMAT, 0, "");
    }
    return units;
  }

  private static String version(Message message) {
    return message.getExtractedComments().stream()
        .map(String::strip)
        .filter(comment -> comment.startsWith(PoUnitWriter.VERSION))
        .map(comment -> comment.substring(PoUnitWriter.VERSION.length()))
        .findFirst()
        .orElse("");
  }
}
