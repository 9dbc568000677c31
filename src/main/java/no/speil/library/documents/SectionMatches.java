package no.speil.library.documents;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import no.speil.archive.Archive;
import no.speil.archive.RecordFile;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.Problem;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.TextHash;
import no.speil.record.Event;
import no.speil.record.ReviseEvent;
import no.speil.status.TrackedSection;

/**
 * Sections of a document that have the texts which were taken out of another.
 *
 * @param isHeldElsewhere whether the text of a section is in a third document, too
 */
record SectionMatches(
    SectionSource source, LiveDocument target, Predicate<SectionLayout> isHeldElsewhere) {
  /** In characters. A shorter text says where it comes from only together with its translation. */
  private static final int LEAST_LENGTH = 40;

  private static final int EXCERPT = 60;

  private List<SectionLayout> layout() {
    return target.recordState().layout();
  }

  /** Lost sections that stand here without a doubt, each with the section that has its text. */
  Map<SectionLayout, SectionLayout> sure() {
    List<SectionLayout> lost = source.lost();
    var sure = new LinkedHashMap<SectionLayout, SectionLayout>();
    for (SectionLayout section : lost) {
      List<SectionLayout> same = arrivals(section);
      if (same.size() == 1
          && !sure.containsValue(same.getFirst())
          && isSure(section, same.getFirst())) {
        sure.put(section, same.getFirst());
      }
    }
    // a copy in the order of the text; the order of Map.copyOf differs from run to run
    new LinkedHashMap<>(sure)
        .forEach(
            (section, there) -> {
              addNeighbours(lost.indexOf(section), layout().indexOf(there), -1, sure);
              addNeighbours(lost.indexOf(section), layout().indexOf(there), 1, sure);
            });
    sure.keySet().removeIf(section -> source.isRefused(section, target.id()));
    return sure;
  }

  /** The same of one lost section that somebody says stands here. */
  Map<SectionLayout, SectionLayout> of(SectionId id) {
    var chosen = new LinkedHashMap<SectionLayout, SectionLayout>();
    for (SectionLayout section : source.lost()) {
      if (section.id().equals(id)) {
        arrivals(section).stream().limit(1).forEach(there -> chosen.put(section, there));
      }
    }
    return chosen;
  }

  /** Goes on from a section as long as those beside it have the same texts on both sides. */
  private void addNeighbours(int at, int there, int step, Map<SectionLayout, SectionLayout> sure) {
    List<SectionLayout> lost = source.lost();
    List<SectionLayout> layout = layout();
    int i = at + step;
    int j = there + step;
    while (i >= 0
        && i < lost.size()
        && j >= 0
        && j < layout.size()
        && lost.get(i).hasTextsOf(layout.get(j))
        && isUntouched(layout.get(j))
        && !sure.containsKey(lost.get(i))
        && !sure.containsValue(layout.get(j))) {
      sure.put(lost.get(i), layout.get(j));
      i += step;
      j += step;
    }
  }

  /** Whether the text is in no other place, came when it was worked on, and is not just any. */
  private boolean isSure(SectionLayout section, SectionLayout there) {
    if (there.id().equals(section.id())) {
      return true; // it is back
    }
    boolean isPair = !section.translation().isEmpty() && !section.original().isEmpty();
    return isUntouched(there)
        && !since(there.id(), target.record()).isBefore(source.workedSince(section.id()))
        && !source.stillHas(section)
        && ((isPair && section.hasTextsOf(there)) || text(there).length() >= LEAST_LENGTH)
        && source.worked().stream()
            .filter(each -> !each.equals(section))
            .noneMatch(each -> SectionSource.print(each).equals(SectionSource.print(section)))
        && !isHeldElsewhere.test(section);
  }

  private boolean isUntouched(SectionLayout there) {
    return target.recordState().history(there.id()).stream().allMatch(ReviseEvent.class::isInstance)
        && target.recordState().reports(there.id()).isEmpty();
  }

  /** Sections that have the text of a lost one, and not since before the source had it. */
  List<SectionLayout> arrivals(SectionLayout section) {
    List<TextHash> text = BlockFingerprint.hashes(section.leading());
    return layout().stream()
        .filter(each -> !each.isTitle() && BlockFingerprint.hashes(each.leading()).equals(text))
        .filter(
            there ->
                there.id().equals(section.id())
                    || !since(there.id(), target.record())
                        .isBefore(since(section.id(), source.record())))
        .toList();
  }

  /** When the text of a lost section came here last; empty if it did not. */
  Optional<Instant> arrival(SectionLayout section) {
    return arrivals(section).stream()
        .map(there -> since(there.id(), target.record()))
        .max(Instant::compareTo);
  }

  private static Instant since(SectionId id, RecordFile record) {
    return record.events().stream()
        .filter(event -> event.concerns().contains(id))
        .map(Event::at)
        .min(Instant::compareTo)
        .orElse(Instant.MAX);
  }

  /** Asks whether a lost section is the one here that has its text. */
  Problem question(SectionLayout section) {
    String text = text(arrivals(section).getFirst());
    return Problem.of(
        Archive.recordName(source.id()),
        0,
        Problem.Kind.SECTION_MOVED,
        text.length() > EXCERPT ? text.substring(0, EXCERPT) + "…" : text,
        source.id().value(),
        target.id().value(),
        section.id().value());
  }

  private String text(SectionLayout there) {
    Section section = target.section(there.id()).map(TrackedSection::section).orElseThrow();
    return String.join(" ", section.leading().stream().map(block -> block.text().strip()).toList());
  }
}
