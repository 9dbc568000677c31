package no.speil.align.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;

/** Gives text that a section has lost back to it, if the same text is there again and only once. */
final class ReturnedText {
  private final MatchContext context;
  private final Map<SectionId, MutableSection> sections = new HashMap<>();
  private final Set<CurrentBlock> taken = new HashSet<>();

  ReturnedText(MatchContext context) {
    this.context = context;
  }

  void restore() {
    for (MutableSection section : context.result().sections()) {
      SectionLayout recorded = section.recorded();
      if (recorded != null) {
        sections.put(recorded.id(), section);
      }
      for (Side side : Side.values()) {
        taken.addAll(section.side(side));
      }
    }
    List<SectionLayout> lost = context.recorded().lost();
    if (lost.isEmpty()) {
      return;
    }
    Map<TextHash, List<Integer>> originals = places(context.original().current());
    Map<TextHash, List<Integer>> translations = places(context.translation().current());
    for (SectionLayout layout : lost.reversed()) {
      restore(layout, context.original(), originals);
      restore(layout, context.translation(), translations);
    }
  }

  private static Map<TextHash, List<Integer>> places(List<CurrentBlock> blocks) {
    Map<TextHash, List<Integer>> places = new HashMap<>();
    for (int j = 0; j < blocks.size(); j++) {
      places.computeIfAbsent(blocks.get(j).hash(), h -> new ArrayList<>()).add(j);
    }
    return places;
  }

  private void restore(
      SectionLayout layout, BlockMatches matches, Map<TextHash, List<Integer>> places) {
    List<BlockFingerprint> wanted = layout.side(matches.side());
    MutableSection section = sections.get(layout.id());
    if (wanted.isEmpty() || section == null || section.has(matches.side())) {
      return;
    }
    List<Integer> from = places.getOrDefault(wanted.getFirst().hash(), List.of());
    Optional<List<CurrentBlock>> run =
        from.size() == 1 ? run(wanted, matches.current(), from.getFirst()) : Optional.empty();
    run.ifPresent(
        blocks -> {
          section.put(matches.side(), blocks);
          if (section.isPair()) {
            section.align(layout.alignment());
          }
          taken.addAll(blocks);
        });
  }

  /** The blocks from that place on, if no section has them and they have the wanted text. */
  private Optional<List<CurrentBlock>> run(
      List<BlockFingerprint> wanted, List<CurrentBlock> blocks, int from) {
    if (from + wanted.size() > blocks.size()) {
      return Optional.empty();
    }
    List<CurrentBlock> run = blocks.subList(from, from + wanted.size());
    return isText(wanted, run) ? Optional.of(run) : Optional.empty();
  }

  private boolean isText(List<BlockFingerprint> wanted, List<CurrentBlock> run) {
    for (int k = 0; k < wanted.size(); k++) {
      if (!wanted.get(k).hash().equals(run.get(k).hash()) || taken.contains(run.get(k))) {
        return false;
      }
    }
    return true;
  }
}
