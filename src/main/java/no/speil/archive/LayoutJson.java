package no.speil.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import no.speil.corpus.Alignment;
import no.speil.corpus.BlockKind;
import no.speil.corpus.BlockPrint;
import no.speil.corpus.Departure;
import no.speil.corpus.Placed;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Sketch;
import no.speil.corpus.TextHash;
import org.jspecify.annotations.Nullable;

/**
 * The sections of layout and link events. A section without {@code after} follows the one before it
 * in the event, so that a whole layout need not say where each section stands.
 */
final class LayoutJson {
  private static final double ROUNDED = 1000;

  private LayoutJson() {}

  static ObjectNode write(Placed placed, @Nullable SectionId before) {
    SectionLayout section = placed.section();
    ObjectNode node = EventJson.object().put("id", section.id().value());
    SectionId after = placed.after();
    if (!java.util.Objects.equals(after, before)) {
      node.put("after", after == null ? "" : after.value());
    }
    node.put("how", section.alignment().method().code());
    node.put("confidence", rounded(section.alignment().confidence()));
    prints(node.putArray("original"), section.original());
    prints(node.putArray("translation"), section.translation());
    return node;
  }

  /**
   * To three digits; what is not zero stays so, because zero means that a pair must not be made.
   */
  private static double rounded(double confidence) {
    return Math.ceil(confidence * ROUNDED) / ROUNDED;
  }

  static ObjectNode write(Departure departure) {
    ObjectNode node = EventJson.object().put("id", departure.id().value());
    SectionId became = departure.became();
    return became == null ? node : node.put("became", became.value());
  }

  static List<Placed> placed(JsonNode event) {
    var placed = new ArrayList<Placed>();
    @Nullable SectionId before = null;
    List<JsonNode> sections =
        EventJson.array(event, "sections").orElseThrow(() -> EventJson.lacking("sections"));
    for (JsonNode node : sections) {
      SectionLayout section =
          new SectionLayout(
              new SectionId(EventJson.text(node, "id")),
              alignment(node),
              prints(node, "original"),
              prints(node, "translation"));
      placed.add(new Placed(section, after(node, before)));
      before = section.id();
    }
    return placed;
  }

  static List<Departure> gone(JsonNode event) {
    return EventJson.array(event, "gone").orElse(List.of()).stream()
        .map(
            node ->
                new Departure(
                    new SectionId(EventJson.text(node, "id")),
                    node.hasNonNull("became")
                        ? new SectionId(EventJson.text(node, "became"))
                        : null))
        .toList();
  }

  private static @Nullable SectionId after(JsonNode node, @Nullable SectionId before) {
    if (!node.has("after")) {
      return before;
    }
    String after = EventJson.text(node, "after");
    return after.isEmpty() ? null : new SectionId(after);
  }

  private static Alignment alignment(JsonNode node) {
    return new Alignment(
        Alignment.Method.parse(EventJson.text(node, "how"))
            .orElseThrow(() -> EventJson.lacking("how")),
        node.path("confidence").asDouble(0));
  }

  private static void prints(ArrayNode array, List<BlockPrint> prints) {
    for (BlockPrint print : prints) {
      ObjectNode node =
          array
              .addObject()
              .put("kind", print.kind().code())
              .put("hash", print.hash().toString())
              .put("sketch", print.sketch().base64());
      if (!print.anchor().isEmpty()) {
        node.put("anchor", print.anchor());
      }
    }
  }

  private static List<BlockPrint> prints(JsonNode node, String side) {
    return EventJson.array(node, side).orElse(List.of()).stream()
        .map(
            print ->
                new BlockPrint(
                    BlockKind.parse(EventJson.text(print, "kind"))
                        .orElseThrow(() -> EventJson.lacking("kind")),
                    TextHash.parse(EventJson.text(print, "hash"))
                        .orElseThrow(() -> EventJson.lacking("hash")),
                    new Sketch(EventJson.text(print, "sketch")),
                    print.path("anchor").asText("")))
        .toList();
  }
}
