package no.speil.exchange.unit;

import static no.speil.markdown.inline.CodedText.fold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.exchange.unit.CodeResolver.BrokenCodes;
import no.speil.exchange.unit.ImportStep.Kind;
import no.speil.exchange.unit.ImportStep.Reason;
import no.speil.exchange.unit.ImportedUnit.Content;
import no.speil.exchange.unit.ImportedUnit.Plain;
import no.speil.markdown.inline.CodedText;
import no.speil.markdown.inline.MarkdownTemplate;
import no.speil.markdown.inline.UnwritableTextException;
import no.speil.record.EditEvent;
import no.speil.record.SectionVersion;
import no.speil.record.WordingEvent;
import no.speil.status.CopyRule;
import no.speil.status.TrackedSection;
import org.jspecify.annotations.Nullable;

/**
 * Decides what an import does with the sections of a document: a text whose original is the one of
 * today becomes the section's; where anything is in doubt it becomes a suggestion.
 */
public final class ImportPlanner {
  private ImportPlanner() {}

  /** The units of a file by their sections, in the order of the file; without those of others. */
  public static Map<SectionId, List<ImportedUnit>> bySection(List<ImportedUnit> units) {
    return units.stream()
        .filter(unit -> unit.section().isPresent())
        .collect(
            Collectors.groupingBy(
                unit -> unit.section().orElseThrow(), LinkedHashMap::new, Collectors.toList()));
  }

  /**
   * The steps for one document, in its order.
   *
   * @param sections all of the document's
   * @param units of some of them
   */
  public static List<ImportStep> plan(
      List<TrackedSection> sections, Map<SectionId, List<ImportedUnit>> units) {
    var steps = new HashMap<SectionId, ImportStep>();
    var translated = new HashSet<SectionId>();
    for (TrackedSection now : sections) {
      SectionUnits own = SectionUnits.of(now);
      SectionId id = now.section().id();
      List<ImportedUnit> imported = units.getOrDefault(id, List.of());
      boolean isTranslatable = own.units().getFirst().translatable();
      // the translation lacks it, though nobody has left it out on purpose
      boolean isLacking = now.section().translation().isEmpty() && !now.sectionStatus().isLeftOut();
      if (!imported.isEmpty() && (isTranslatable || !isLacking)) {
        ImportStep step = isTranslatable ? step(now, imported) : untranslatable(now, own, imported);
        steps.put(id, step);
        if (step.kind() == Kind.EDIT) {
          translated.add(id);
        }
      }
    }
    for (TrackedSection each : CopyRule.copied(sections, translated)) {
      steps.merge(
          each.section().id(),
          new ImportStep(each, Kind.EDIT, Reason.TAKEN_OVER, each.markdown(Side.ORIGINAL), null),
          (own, copy) -> own.kind() == Kind.NOTHING ? copy : own);
    }
    return sections.stream()
        .flatMap(now -> Stream.ofNullable(steps.get(now.section().id())))
        .toList();
  }

  private static ImportStep untranslatable(
      TrackedSection now, SectionUnits own, List<ImportedUnit> imported) {
    @Nullable CodedText target = own.units().getFirst().target();
    boolean isSame =
        targets(imported)
            .allMatch(
                content ->
                    content.isBlank()
                        || (target != null && fold(content.words()).equals(target.words())));
    return isSame
        ? ImportStep.of(now, Kind.NOTHING, Reason.SAME_TEXT)
        : ImportStep.of(now, Kind.REFUSE, Reason.NOT_TRANSLATABLE);
  }

  private static ImportStep step(TrackedSection now, List<ImportedUnit> imported) {
    if (targets(imported).allMatch(Content::isBlank)) {
      return ImportStep.of(now, Kind.NOTHING, Reason.NO_TEXT);
    }
    if (imported.getFirst().target() instanceof Plain
        || imported.getFirst().source() instanceof Plain) {
      return plain(now, imported);
    }
    Map<String, ImportedUnit> byId = new LinkedHashMap<>();
    for (ImportedUnit unit : imported) {
      ImportedUnit other = byId.putIfAbsent(unit.id(), unit);
      if (other != null && !other.equals(unit)) {
        return suggestion(now, Reason.TWICE, words(imported));
      }
    }
    Set<String> ids = byId.keySet();
    List<SectionUnits> fitting =
        SectionUnits.variants(now).filter(each -> each.byId().keySet().containsAll(ids)).toList();
    Optional<SectionUnits> ofToday =
        fitting.stream().filter(each -> isSource(each, byId)).findFirst();
    SectionUnits units =
        ofToday.orElseGet(() -> fitting.isEmpty() ? SectionUnits.of(now) : fitting.getFirst());
    return new SectionStep(now, units, byId, ofToday.isPresent()).decide();
  }

  private static boolean isSource(SectionUnits units, Map<String, ImportedUnit> byId) {
    Map<String, TextUnit> own = units.byId();
    return byId.values().stream()
        .allMatch(
            unit ->
                new CodeResolver(Objects.requireNonNull(own.get(unit.id())))
                    .isSource(unit.source()));
  }

  private static ImportStep suggestion(TrackedSection now, Reason reason, String markdown) {
    return new ImportStep(now, Kind.SUGGEST, reason, markdown, null);
  }

  private static Stream<Content> targets(List<ImportedUnit> units) {
    return units.stream().map(ImportedUnit::target).filter(Objects::nonNull);
  }

  private static String words(List<ImportedUnit> units) {
    return targets(units).map(Content::words).distinct().collect(Collectors.joining("\n\n"));
  }

  /** The words of a whole section, without any markup. */
  private static ImportStep plain(TrackedSection now, List<ImportedUnit> imported) {
    if (targets(imported).anyMatch(each -> each instanceof Plain plain && plain.isSentence())) {
      return sentences(now, imported);
    }
    ImportedUnit unit = imported.getFirst();
    if (imported.stream().anyMatch(other -> !other.equals(unit))) {
      return suggestion(now, Reason.TWICE, words(imported));
    }
    String words = unit.target() == null ? "" : unit.target().words();
    if (fold(words).equals(fold(now.section().words(Side.TRANSLATION)))) {
      return ImportStep.of(now, Kind.NOTHING, Reason.SAME_TEXT);
    }
    if (isFormer(now, words)) {
      return suggestion(now, Reason.TRANSLATION_CHANGED, words);
    }
    if (!fold(unit.source().words()).equals(fold(now.section().words(Side.ORIGINAL)))) {
      return suggestion(now, Reason.ORIGINAL_CHANGED, words);
    }
    SectionUnits units = SectionUnits.of(now);
    List<String> lines = words.lines().filter(line -> !line.isBlank()).toList();
    if (units.units().size() != lines.size()) {
      return suggestion(now, Reason.CODES_LOST, words);
    }
    var byId = new LinkedHashMap<String, ImportedUnit>();
    for (int i = 0; i < lines.size(); i++) {
      TextUnit own = units.units().get(i);
      var source = new Plain(own.source().words(), false);
      var target = new Plain(lines.get(i), false);
      byId.put(
          own.id(),
          new ImportedUnit(own.id(), source, target, unit.state(), unit.version(), unit.changed()));
    }
    return new SectionStep(now, units, byId, true).decide();
  }

  /** Whether it is what the section said before somebody changed it: a file of an earlier day. */
  private static boolean isFormer(TrackedSection now, String words) {
    return now.history().stream()
        .filter(EditEvent.class::isInstance)
        .map(event -> ((EditEvent) event).before().text())
        .filter(Objects::nonNull)
        .anyMatch(before -> MarkdownTemplate.of(before).joined().words().equals(fold(words)));
  }

  private static ImportStep sentences(TrackedSection now, List<ImportedUnit> imported) {
    String all = fold(now.section().words(Side.TRANSLATION));
    boolean isThere = targets(imported).allMatch(target -> all.contains(fold(target.words())));
    return isThere
        ? ImportStep.of(now, Kind.NOTHING, Reason.SAME_TEXT)
        : suggestion(now, Reason.ONLY_SENTENCES, words(imported));
  }

  /** One section with the units of it that were imported. */
  private record SectionStep(
      TrackedSection now,
      SectionUnits units,
      Map<String, ImportedUnit> byId,
      boolean isOriginalOfToday) {

    ImportStep decide() {
      var targets = new ArrayList<CodedText>();
      @Nullable Reason broken = null;
      boolean isSame = true;
      boolean isWhole = true;
      for (TextUnit own : units.units()) {
        ImportedUnit imported = byId.get(own.id());
        @Nullable Content content = imported == null ? null : imported.target();
        @Nullable CodedText before = own.target();
        if (content == null || content.isBlank()) {
          isWhole &= before != null;
          targets.add(before == null ? own.source() : before);
          continue;
        }
        try {
          CodedText target = new CodeResolver(own).target(content);
          isSame &= before != null && target.isSameAs(before);
          targets.add(target);
        } catch (BrokenCodes e) {
          if (before != null && CodeResolver.isSame(content, before)) {
            targets.add(before); // the tool has lost codes of a text that nobody has touched
          } else {
            broken = e.reason;
            isSame = false;
            targets.add(CodedText.of(fold(content.words())));
          }
        }
      }
      return isSame && isWhole
          ? ImportStep.of(now, Kind.NOTHING, Reason.SAME_TEXT)
          : written(targets, broken, isWhole);
    }

    private ImportStep written(List<CodedText> targets, @Nullable Reason broken, boolean isWhole) {
      String markdown;
      try {
        markdown = units.markdown(targets);
      } catch (UnwritableTextException e) {
        String words = targets.stream().map(CodedText::words).collect(Collectors.joining("\n\n"));
        return suggestion(now, broken == null ? Reason.UNWRITABLE : broken, words);
      }
      @Nullable Reason doubt =
          broken != null
              ? broken
              : !isOriginalOfToday
                  ? Reason.ORIGINAL_CHANGED
                  : !isWhole
                      ? Reason.INCOMPLETE
                      : byId.values().stream().anyMatch(this::isChangedSince)
                          ? Reason.TRANSLATION_CHANGED
                          : null;
      return doubt == null
          ? new ImportStep(now, Kind.EDIT, Reason.TRANSLATED, markdown, state())
          : suggestion(now, doubt, markdown);
    }

    /** Whether somebody has changed the translation since a unit of it was exported. */
    private boolean isChangedSince(ImportedUnit unit) {
      Instant exported = unit.changed();
      boolean isOfAnotherVersion =
          SectionVersion.parse(unit.version())
              .filter(then -> !then.translation().equals(now.version().translation()))
              .isPresent();
      return isOfAnotherVersion || (exported != null && isChangedAfter(exported));
    }

    /** The formats that tell a time tell it in seconds. */
    private boolean isChangedAfter(Instant exported) {
      return now.history().stream()
          .filter(event -> event instanceof EditEvent || event instanceof WordingEvent)
          .map(event -> event.signature().at())
          .anyMatch(at -> at.getEpochSecond() > exported.getEpochSecond());
    }

    /** The lowest of its units. */
    private @Nullable State state() {
      List<@Nullable State> states = new ArrayList<>();
      byId.values().forEach(unit -> states.add(unit.state()));
      return states.contains(null) ? null : Collections.min(states);
    }
  }
}
