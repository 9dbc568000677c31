package no.speil.exchange.unit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import no.speil.exchange.XmlText;
import no.speil.markdown.inline.CodedText;
import no.speil.markdown.inline.InlineCode;
import no.speil.markdown.inline.InlineCode.Position;
import no.speil.status.TrackedSection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What both versions of XLIFF have: a unit for each text, those of a section in a group. */
abstract class XliffWriter {
  final void write(OutputStream out, UnitDocument document) throws IOException {
    Element holder = open(XmlText.document(), document);
    XmlText.write(out, holder, document.sections().iterator(), section -> section(holder, section));
  }

  /** Everything before the first unit; returns the element that units stand in. */
  abstract Element open(Document page, UnitDocument document);

  abstract void unit(Element parent, TextUnit unit, TrackedSection section);

  /** Puts a code at the end of an element; returns the one that goes on after it. */
  interface CodeWriter {
    Element write(InlineCode code, Element parent);
  }

  /** Writes a text with its codes, as an element. */
  static void text(
      Element parent, String name, CodedText text, CodeWriter codes, String... attributes) {
    Element at = XmlText.add(parent, name, attributes);
    for (CodedText.Part part : text.parts()) {
      at =
          switch (part) {
            case CodedText.Words words -> at.appendText(XmlText.permitted(words.text()));
            case InlineCode code ->
                code.position() == Position.CLOSE
                    ? Objects.requireNonNull(at.parent())
                    : codes.write(code, at);
          };
    }
  }

  private void section(Element parent, TrackedSection section) {
    List<TextUnit> units = SectionUnits.of(section).units();
    String id = section.section().id().value();
    Element holder = units.size() > 1 ? XmlText.add(parent, "group", "id", id) : parent;
    units.forEach(unit -> unit(holder, unit, section));
  }
}
