package no.speil.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import no.speil.record.LayoutEvent.Cause;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads layouts and links. A section without {@code after} follows the one before it in
 * the event.
 */
final class LayoutCodec {
  static final String LAYOUT = "layout";
  static final String LINK = "link";

  private static final double ROUNDED = 1000;

  private LayoutCodec() {}

  static void write(ObjectNode node, LayoutEvent event) {
    node.put("do", event.cause() == Cause.CORRECTION ? LINK : LAYOUT);
    ArrayNode sections = node.putArray("sections");
    @Nullable SectionId before = null;
    for (SectionPlacement each : event.sections()) {
      write(sections.addObject(), each, before);
      before = each.section().id();
    }
    if (!event.removed().isEmpty()) {
      ArrayNode gone = node.putArray("gone");
      event.removed().forEach(each -> write(gone.addObject(), each));
    }
    if (event.cause() == Cause.REALIGNMENT) {
      node.put("asked", true);
    }
    if (event.clock() > 0) {
      node.put("clock", event.clock());
    }
  }

  private static void write(
      ObjectNode node, SectionPlacement placement, @Nullable SectionId before) {
    SectionLayout section = placement.section();
    node.put("id", section.id().value());
    SectionId after = placement.after();
    if (!Objects.equals(after, before)) {
      node.put("after", after == null ? "" : after.value());
    }
    node.put("how", section.alignment().method().code());
    node.put("confidence", rounded(section.alignment().confidence()));
    prints(node.putArray("original"), section.original());
    prints(node.putArray("translation"), section.translation());
    if (!placement.kept().isEmpty()) {
      ArrayNode kept = node.putArray("kept");
      placement.kept().stream().sorted().map(LayoutPart::code).forEach(kept::add);
    }
  }

  /** Rounds to three digits, but never to zero, since zero means that a pair must not be made. */
  private static double rounded(double confidence) {
    return Math.ceil(confidence * ROUNDED) / ROUNDED;
  }

  private static void write(ObjectNode node, RemovedSection removedSection) {
    node.put("id", removedSection.id().value());
    SectionId became = removedSection.became();
    if (became != null) {
      node.put("became", became.value());
    }
    DocumentId movedTo = removedSection.movedTo();
    if (movedTo != null) {
      node.put("to", movedTo.value());
    }
  }

  static LayoutEvent read(String kind, JsonNode node, EventSignature signature) {
    boolean isAsked = node.path("asked").asBoolean(false);
    return new LayoutEvent(
        signature,
        placed(node),
        array(node, "gone").orElse(List.of()).stream().map(LayoutCodec::removed).toList(),
        kind.equals(LINK) ? Cause.CORRECTION : isAsked ? Cause.REALIGNMENT : Cause.FILES,
        node.path("clock").asInt(0));
  }

  private static List<SectionPlacement> placed(JsonNode event) {
    var placed = new ArrayList<SectionPlacement>();
    @Nullable SectionId before = null;
    for (JsonNode node :
        array(event, "sections").orElseThrow(() -> EventCodec.lacking("sections"))) {
      SectionLayout section =
          new SectionLayout(
              new SectionId(EventCodec.text(node, "id")),
              new Alignment(
                  EventCodec.constant(node, "how", Alignment.Method.values()),
                  node.path("confidence").asDouble(0)),
              prints(node, "original"),
              prints(node, "translation"));
      placed.add(new SectionPlacement(section, after(node, before), kept(node)));
      before = section.id();
    }
    return placed;
  }

  private static RemovedSection removed(JsonNode node) {
    return new RemovedSection(
        new SectionId(EventCodec.text(node, "id")),
        node.hasNonNull("became") ? new SectionId(EventCodec.text(node, "became")) : null,
        DocumentId.parse(node.path("to").asText()).orElse(null));
  }

  private static @Nullable SectionId after(JsonNode node, @Nullable SectionId before) {
    if (!node.has("after")) {
      return before;
    }
    String after = EventCodec.text(node, "after");
    return after.isEmpty() ? null : new SectionId(after);
  }

  private static Set<LayoutPart> kept(JsonNode node) {
    Set<String> kept = new HashSet<>();
    node.path("kept").forEach(code -> kept.add(code.asText()));
    return Stream.of(LayoutPart.values())
        .filter(part -> kept.contains(part.code()))
        .collect(Collectors.toSet());
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
    return array(node, side).orElse(List.of()).stream()
        .map(
            print ->
                new BlockFingerprint(
                    EventCodec.constant(print, "kind", BlockKind.values()),
                    TextHash.parse(EventCodec.text(print, "hash"))
                        .orElseThrow(() -> EventCodec.lacking("hash")),
                    new Sketch(EventCodec.text(print, "sketch")),
                    print.path("anchor").asText("")))
        .toList();
  }

  private static Optional<List<JsonNode>> array(JsonNode node, String key) {
    return Optional.of(node.path(key))
        .filter(JsonNode::isArray)
        .map(it -> it.valueStream().toList());
  }
}
