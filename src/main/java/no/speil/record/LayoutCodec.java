package no.speil.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import no.speil.corpus.Alignment;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.BlockKind;
import no.speil.corpus.DocumentId;
import no.speil.corpus.LayoutPart;
import no.speil.corpus.RemovedSection;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.SectionPlacement;
import no.speil.corpus.Sketch;
import no.speil.corpus.TextHash;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the sections of layout and link events. A section without {@code after} follows
 * the one before it in the event.
 */
final class LayoutCodec {
  private static final double ROUNDED = 1000;

  private LayoutCodec() {}

  static ObjectNode write(SectionPlacement sectionPlacement, @Nullable SectionId before) {
    SectionLayout section = sectionPlacement.section();
    ObjectNode node = EventCodec.object().put("id", section.id().value());
    SectionId after = sectionPlacement.after();
    if (!java.util.Objects.equals(after, before)) {
      node.put("after", after == null ? "" : after.value());
    }
    node.put("how", section.alignment().method().code());
    node.put("confidence", rounded(section.alignment().confidence()));
    prints(node.putArray("original"), section.original());
    prints(node.putArray("translation"), section.translation());
    if (!sectionPlacement.kept().isEmpty()) {
      ArrayNode kept = node.putArray("kept");
      sectionPlacement.kept().stream().sorted().map(LayoutPart::code).forEach(kept::add);
    }
    return node;
  }

  /** Rounds to three digits, but never to zero, since zero means that a pair must not be made. */
  private static double rounded(double confidence) {
    return Math.ceil(confidence * ROUNDED) / ROUNDED;
  }

  static ObjectNode write(RemovedSection removedSection) {
    ObjectNode node = EventCodec.object().put("id", removedSection.id().value());
    SectionId became = removedSection.became();
    if (became != null) {
      node.put("became", became.value());
    }
    DocumentId movedTo = removedSection.movedTo();
    return movedTo == null ? node : node.put("to", movedTo.value());
  }

  static List<SectionPlacement> placed(JsonNode event) {
    var sectionPlacement = new ArrayList<SectionPlacement>();
    @Nullable SectionId before = null;
    List<JsonNode> sections =
        EventCodec.array(event, "sections").orElseThrow(() -> EventCodec.lacking("sections"));
    for (JsonNode node : sections) {
      SectionLayout section =
          new SectionLayout(
              new SectionId(EventCodec.text(node, "id")),
              alignment(node),
              prints(node, "original"),
              prints(node, "translation"));
      sectionPlacement.add(new SectionPlacement(section, after(node, before), kept(node)));
      before = section.id();
    }
    return sectionPlacement;
  }

  static List<RemovedSection> removed(JsonNode event) {
    return EventCodec.array(event, "gone").orElse(List.of()).stream()
        .map(
            node ->
                new RemovedSection(
                    new SectionId(EventCodec.text(node, "id")),
                    node.hasNonNull("became")
                        ? new SectionId(EventCodec.text(node, "became"))
                        : null,
                    DocumentId.parse(node.path("to").asText()).orElse(null)))
        .toList();
  }

  private static @Nullable SectionId after(JsonNode node, @Nullable SectionId before) {
    if (!node.has("after")) {
      return before;
    }
    String after = EventCodec.text(node, "after");
    return after.isEmpty() ? null : new SectionId(after);
  }

  private static Set<LayoutPart> kept(JsonNode node) {
    Set<LayoutPart> kept = EnumSet.noneOf(LayoutPart.class);
    for (JsonNode code : node.path("kept")) {
      for (LayoutPart part : LayoutPart.values()) {
        if (part.code().equals(code.asText())) {
          kept.add(part);
        }
      }
    }
    return kept;
  }

  private static Alignment alignment(JsonNode node) {
    return new Alignment(
        Alignment.Method.parse(EventCodec.text(node, "how"))
            .orElseThrow(() -> EventCodec.lacking("how")),
        node.path("confidence").asDouble(0));
  }

  private static void prints(ArrayNode array, List<BlockFingerprint> prints) {
    for (BlockFingerprint print : prints) {
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

  private static List<BlockFingerprint> prints(JsonNode node, String side) {
    return EventCodec.array(node, side).orElse(List.of()).stream()
        .map(
            print ->
                new BlockFingerprint(
                    BlockKind.parse(EventCodec.text(print, "kind"))
                        .orElseThrow(() -> EventCodec.lacking("kind")),
                    TextHash.parse(EventCodec.text(print, "hash"))
                        .orElseThrow(() -> EventCodec.lacking("hash")),
                    new Sketch(EventCodec.text(print, "sketch")),
                    print.path("anchor").asText("")))
        .toList();
  }
}
