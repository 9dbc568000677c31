package no.speil.align.identity;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    for (MutableSection section : context.sections()) {
      SectionLayout recorded = section.recorded();
      if (recorded != null) {
        sections.put(recorded.id(), section);
      }
      for (Side side : Side.values()) {
        taken.addAll(section.side(side));
      }
    }
    Map<TextHash, Integer> originals = places(context.original());
    Map<TextHash, Integer> translations = places(context.translation());
    for (SectionLayout layout : context.recorded().lost().reversed()) {
      restore(layout, context.original(), originals);
      restore(layout, context.translation(), translations);
    }
  }

  private static Map<TextHash, Integer> places(BlockMatches matches) {
    return BlockMatches.unique(matches.current, CurrentBlock::hash);
  }

  private void restore(SectionLayout layout, BlockMatches matches, Map<TextHash, Integer> places) {
    List<BlockFingerprint> wanted = layout.side(matches.side);
    MutableSection section = sections.get(layout.id());
    if (wanted.isEmpty() || section == null || section.has(matches.side)) {
      return;
    }
    List<CurrentBlock> blocks = matches.current;
    int from = places.getOrDefault(wanted.getFirst().hash(), blocks.size());
    if (from + wanted.size() > blocks.size()) {
      return;
    }
    List<CurrentBlock> run = blocks.subList(from, from + wanted.size());
    if (run.stream().map(CurrentBlock::hash).toList().equals(BlockFingerprint.hashes(wanted))
        && Collections.disjoint(run, taken)) {
      section.put(matches.side, run);
      if (section.isPair()) {
        section.align(layout.alignment());
      }
      taken.addAll(run);
    }
  }
}
