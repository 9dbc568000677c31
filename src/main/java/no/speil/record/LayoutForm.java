package no.speil.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.Alignment;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.DocumentId;
import no.speil.corpus.LayoutPart;
import no.speil.corpus.RemovedSection;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.SectionPlacement;
import no.speil.record.LayoutEvent.Cause;
import org.jspecify.annotations.Nullable;

/** The form of a {@link LayoutEvent}, but for its kind, which says whether it is a correction. */
record LayoutForm(
    List<Placed> sections,
    @JsonSetter(nulls = Nulls.AS_EMPTY) @JsonInclude(Include.NON_EMPTY) List<RemovedSection> gone,
    @JsonSetter(nulls = Nulls.AS_EMPTY) @JsonInclude(Include.NON_DEFAULT) boolean asked,
    @JsonSetter(nulls = Nulls.AS_EMPTY) @JsonInclude(Include.NON_DEFAULT) int clock) {
  static LayoutForm of(LayoutEvent event) {
    var sections = new ArrayList<Placed>();
    @Nullable SectionId before = null;
    for (SectionPlacement each : event.sections()) {
      sections.add(Placed.of(each, before));
      before = each.section().id();
    }
    return new LayoutForm(
        sections, event.removed(), event.cause() == Cause.REALIGNMENT, event.clock());
  }

  LayoutEvent event(EventSignature signature, boolean isCorrection) {
    var placements = new ArrayList<SectionPlacement>();
    @Nullable SectionId before = null;
    for (Placed each : sections) {
      placements.add(each.placement(before));
      before = each.id();
    }
    Cause cause = isCorrection ? Cause.CORRECTION : asked ? Cause.REALIGNMENT : Cause.FILES;
    return new LayoutEvent(signature, placements, gone, cause, clock);
  }

  /**
   * A section in its place.
   *
   * @param after left out if it is the one before it in the event; empty for none
   * @param kept unknown ones count for nothing
   */
  record Placed(
      SectionId id,
      @JsonSetter(nulls = Nulls.SET) @Nullable String after,
      Alignment.Method how,
      @JsonSetter(nulls = Nulls.AS_EMPTY) double confidence,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<BlockFingerprint> original,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<BlockFingerprint> translation,
      @JsonSetter(nulls = Nulls.AS_EMPTY) @JsonInclude(Include.NON_EMPTY) List<String> kept) {
    private static final double ROUNDED = 1000;

    private static Placed of(SectionPlacement placement, @Nullable SectionId before) {
      SectionLayout section = placement.section();
      SectionId after = placement.after();
      return new Placed(
          section.id(),
          Objects.equals(after, before) ? null : after == null ? "" : after.value(),
          section.alignment().method(),
          rounded(section.alignment().confidence()),
          section.original(),
          section.translation(),
          placement.kept().stream().sorted().map(LayoutPart::code).toList());
    }

    /** To three digits, but never to zero, since zero means that a pair must not be made. */
    private static double rounded(double confidence) {
      return Math.ceil(confidence * ROUNDED) / ROUNDED;
    }

    private SectionPlacement placement(@Nullable SectionId before) {
      var section = new SectionLayout(id, new Alignment(how, confidence), original, translation);
      Set<LayoutPart> parts =
          Stream.of(LayoutPart.values())
              .filter(part -> kept.contains(part.code()))
              .collect(Collectors.toSet());
      return new SectionPlacement(
          section, after == null ? before : after.isEmpty() ? null : new SectionId(after), parts);
    }
  }

  /** How a fingerprint of a block is written. */
  record FingerprintForm(
      @JsonSetter(nulls = Nulls.AS_EMPTY) @JsonInclude(Include.NON_EMPTY) String anchor) {}

  /** How the sketch in it is written. */
  record SketchForm(@JsonValue String base64) {}

  /** How a removed section is written. */
  record RemovedForm(
      @JsonSetter(nulls = Nulls.SET) @Nullable SectionId became,
      @JsonProperty("to") @JsonSetter(nulls = Nulls.SET) @Nullable DocumentId movedTo) {}
}
