package no.speil.exchange.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.speil.corpus.State;
import no.speil.exchange.unit.ImportedUnit.Coded;
import no.speil.exchange.unit.ImportedUnit.Reference;
import no.speil.exchange.unit.ImportedUnit.Run;
import no.speil.markdown.inline.InlineCode.Position;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads XLIFF 1.2 and 2. Codes are read as they stand, also where the file breaks the rules for
 * them: one unit that a tool has damaged must not cost the others.
 */
record XliffReader(boolean isVersion1) {
  private static final String BESIDE_THE_TEXT =
      "*|alt-trans, *|seg-source, *|originalData, *|notes, *|matches";

  static List<ImportedUnit> read(byte[] file) throws UnreadableFileException {
    Document xliff = XmlReaders.document(file, Set.of("xliff"));
    var reader = new XliffReader(xliff.child(0).attr("version").startsWith("1."));
    String unit = reader.isVersion1 ? "*|trans-unit" : "*|unit";
    return xliff.select(unit).stream().map(reader::unit).toList();
  }

  private ImportedUnit unit(Element unit) {
    unit.select(BESIDE_THE_TEXT).remove();
    List<Element> targets = unit.select("*|target");
    return new ImportedUnit(
        unit.attr("id"),
        text(unit.select("*|source")),
        targets.isEmpty() ? null : text(targets),
        isVersion1 ? state1(unit, targets) : state2(unit),
        isVersion1
            ? XmlReaders.attribute(unit, "version")
            : unit.select("*|meta[type=version]").text(),
        null);
  }

  private static @Nullable State state1(Element unit, List<Element> targets) {
    return unit.attr("approved").equals("yes")
        ? State.REVIEWED
        : targets.stream()
            .flatMap(target -> XliffState.ofVersion1(target.attr("state")).stream())
            .findFirst()
            .orElse(null);
  }

  /** The last segment tells that of all. */
  private static @Nullable State state2(Element unit) {
    Element last = unit.select("*|segment").last();
    return last == null
        ? null
        : new XliffState(last.attr("state"), last.attr("subState")).toState().orElse(null);
  }

  private Coded text(List<Element> parts) {
    var elements = new ArrayList<ImportedUnit.Element>();
    parts.forEach(part -> part.childNodes().forEach(node -> add(node, elements)));
    return new Coded(elements);
  }

  private void add(Node node, List<ImportedUnit.Element> elements) {
    if (node instanceof TextNode text) {
      elements.add(new Run(text.getWholeText().replace("\r\n", "\n")));
      return;
    }
    String id = node.attr("id");
    switch (node.nodeName().replaceFirst(".*:", "")) {
      case "pc", "g" -> {
        elements.add(new Reference(id, Position.OPEN));
        node.childNodes().forEach(inner -> add(inner, elements));
        elements.add(new Reference(id, Position.CLOSE));
      }
      case "sc", "bx", "bpt" -> elements.add(new Reference(id, Position.OPEN));
      case "ec", "ex", "ept" -> elements.add(new Reference(start(node), Position.CLOSE));
      case "ph", "it", "x" -> elements.add(new Reference(id, Position.ALONE));
      case "cp" -> elements.add(new Run(character(node.attr("hex"))));
      default -> node.childNodes().forEach(inner -> add(inner, elements)); // marks are no codes
    }
  }

  /** The code that an end belongs to. */
  private String start(Node end) {
    String start = end.attr(isVersion1 ? "rid" : "startRef");
    return start.isEmpty() ? end.attr("id") : start;
  }

  private static String character(String hex) {
    try {
      return Character.toString(Integer.parseInt(hex, 16));
    } catch (IllegalArgumentException e) {
      return ""; // a code point that no text can hold
    }
  }
}
