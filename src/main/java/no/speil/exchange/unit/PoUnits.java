package no.speil.exchange.unit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import no.speil.corpus.State;
import no.speil.exchange.XmlText;
import no.speil.exchange.unit.UnreadableFileException.Reason;
import no.speil.markdown.inline.CodedText;
import no.speil.markdown.inline.MarkdownTemplate;
import no.speil.status.TrackedSection;
import org.fedorahosted.tennera.jgettext.Catalog;
import org.fedorahosted.tennera.jgettext.HeaderFields;
import org.fedorahosted.tennera.jgettext.Message;
import org.fedorahosted.tennera.jgettext.PoParser;
import org.fedorahosted.tennera.jgettext.PoWriter;
import org.jspecify.annotations.Nullable;

/**
 * A document as PO (GNU gettext): a message for each text, in the Markdown of its line, with the
 * unit's id as context. A draft is fuzzy. What is not translated has no message.
 */
final class PoUnits {
  /** Begins the comment that says which version of a section a message was made of. */
  private static final String VERSION = "version: ";

  private PoUnits() {}

  static void write(OutputStream out, UnitDocument document) throws IOException {
    var catalog = new Catalog();
    catalog.addMessage(header(document));
    for (TrackedSection section : document.sections()) {
      for (TextUnit unit : SectionUnits.of(section).units()) {
        if (unit.translatable()) {
          catalog.addMessage(message(unit, section, document.original()));
        }
      }
    }
    var writer = new OutputStreamWriter(out, UTF_8);
    new PoWriter().write(catalog, writer);
    writer.flush();
  }

  private static Message header(UnitDocument document) {
    var header = new HeaderFields();
    header.setValue(HeaderFields.KEY_ProjectIdVersion, document.original());
    header.setValue(HeaderFields.KEY_PoRevisionDate, "YEAR-MO-DA HO:MI+ZONE");
    header.setValue(HeaderFields.KEY_LastTranslator, "");
    header.setValue(HeaderFields.KEY_LanguageTeam, "");
    header.setValue(HeaderFields.KEY_Language, document.target().replace('-', '_'));
    header.setValue(HeaderFields.KEY_MimeVersion, "1.0");
    header.setValue(HeaderFields.KEY_ContentType, "text/plain; charset=UTF-8");
    header.setValue(HeaderFields.KEY_ContentTransferEncoding, "8bit");
    return header.unwrap();
  }

  private static Message message(TextUnit unit, TrackedSection section, String file) {
    var message = new Message();
    message.setMsgctxt(unit.id());
    message.setMsgid(markdown(unit.source()));
    @Nullable CodedText target = unit.target();
    message.setMsgstr(target == null ? "" : markdown(target));
    message.setFuzzy(target != null && section.sectionStatus().state() == State.DRAFT);
    message.addExtractedComment("freshness: " + section.sectionStatus().freshness().code());
    message.addExtractedComment(VERSION + section.version());
    message.addSourceReference(
        file.replace(' ', '_'), section.section().original().getFirst().source().line());
    return message;
  }

  private static String markdown(CodedText text) {
    return XmlText.permitted(MarkdownTemplate.inline(text));
  }

  /** Reads a file in UTF-8; obsolete messages and such without a context are none of ours. */
  static List<ImportedUnit> read(byte[] file) throws UnreadableFileException {
    Catalog catalog;
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      var reader = new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text);
      catalog = new PoParser().parseCatalog(reader, false);
    } catch (CharacterCodingException e) {
      throw new UnreadableFileException(Reason.ENCODING, 0, "");
    } catch (RuntimeException e) {
      throw new UnreadableFileException(Reason.DAMAGED, 0, String.valueOf(e.getMessage()));
    }
    return units(catalog);
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
        .filter(comment -> comment.startsWith(VERSION))
        .map(comment -> comment.substring(VERSION.length()))
        .findFirst()
        .orElse("");
  }
}
