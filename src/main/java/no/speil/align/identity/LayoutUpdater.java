package no.speil.align.identity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.speil.align.dp.Aligner;
import no.speil.align.dp.KindCompatibility;
import no.speil.corpus.Alignment;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.DocumentId;
import no.speil.corpus.RemovedSection;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.TextHash;
import org.jspecify.annotations.Nullable;

/** Makes the current layout of a document whose text has changed from the recorded one. */
public record LayoutUpdater(DocumentId document, RecordedLayout recordedLayout, Aligner aligner) {

  /**
   * Runs all steps in their order, the surest first: none takes back what an earlier one did.
   *
   * @param originals with the title, like the translations
   */
  public Revision revise(List<CurrentBlock> originals, List<CurrentBlock> translations) {
    MatchContext context = MatchContext.of(recordedLayout, body(originals), body(translations));
    match(context.original(), context);
    match(context.translation(), context);
    new SectionCarrier(context, aligner).carryOver();
    new NewBlockPlacer(context, aligner).place();
    return revision(context, title(originals, translations));
  }

  private static void match(BlockMatches matches, MatchContext context) {
    new ExactMatcher(matches).match();
    matchAnchors(matches);
    matches.reuseSketches();
    GapMatcher.match(matches);
    MovedBlockMatcher.match(matches);
    matchLinked(matches, context);
  }

  /**
   * Matches blocks by the anchor that their writer gave them, however much of their text is new:
   * where one lost block had it and one new block has it.
   */
  private static void matchAnchors(BlockMatches matches) {
    Map<String, Integer> before = BlockMatches.unique(matches.recorded, BlockFingerprint::anchor);
    before.remove("");
    Map<String, Integer> now = BlockMatches.unique(matches.current, CurrentBlock::anchor);
    now.keySet().retainAll(before.keySet());
    now.forEach(
        (anchor, j) -> {
          int i = before.getOrDefault(anchor, 0);
          if (matches.isLost(i)
              && matches.isNew(j)
              && KindCompatibility.canBecome(
                  matches.recorded.get(i).kind(), matches.current.get(j).block().kind())) {
            matches.match(i, j);
          }
        });
  }

  /**
   * Matches short blocks such as thematic breaks that a person has linked and that the other steps
   * could not identify: if as many equal blocks are new as are lost, they are the same, in order.
   */
  private static void matchLinked(BlockMatches matches, MatchContext context) {
    Map<TextHash, List<Integer>> added =
        matches.added.stream()
            .boxed()
            .collect(Collectors.groupingBy(j -> matches.current.get(j).hash()));
    Map<TextHash, Deque<Integer>> lost = matches.lostByText();
    added.forEach(
        (hash, places) -> {
          Deque<Integer> equal = lost.getOrDefault(hash, new ArrayDeque<>());
          if (equal.size() == places.size()) {
            for (int j : places) {
              int i = equal.remove();
              if (context.continued().get(matches.sectionOf[i]).isConfirmed()) {
                matches.match(i, j);
              }
            }
          }
        });
  }

  private MutableSection title(List<CurrentBlock> originals, List<CurrentBlock> translations) {
    @Nullable SectionLayout known =
        recordedLayout.sections().stream().filter(SectionLayout::isTitle).findFirst().orElse(null);
    var title = new MutableSection(known, known == null ? Alignment.CERTAIN : known.alignment());
    title.put(head(originals), head(translations));
    return title;
  }

  private Revision revision(MatchContext context, MutableSection title) {
    Map<MutableSection, SectionId> ids =
        new SectionIdAllocator(document, recordedLayout.held())
            .ids(SectionOrder.of(title, context.sections()));
    return Revision.of(
        recordedLayout.sections(),
        ids,
        MutableSection::layout,
        removed(context, Set.copyOf(ids.values()), ids.get(title)));
  }

  /**
   * @param title the current title, which other recorded titles lead to
   */
  private List<RemovedSection> removed(
      MatchContext context, Set<SectionId> present, @Nullable SectionId title) {
    var removed = new ArrayList<RemovedSection>();
    Set<SectionId> recorded = new HashSet<>();
    for (SectionLayout section : recordedLayout.sections()) {
      recorded.add(section.id());
      if (section.isTitle() && !present.contains(section.id())) {
        removed.add(new RemovedSection(section.id(), title));
      }
    }
    for (MutableSection section : context.continued()) {
      SectionId id = section.recordedId();
      if (!present.contains(id) && recorded.contains(id)) {
        MutableSection survivor = section.survivor();
        removed.add(new RemovedSection(id, survivor.isEmpty() ? null : survivor.recordedId()));
      }
    }
    return removed;
  }

  /** Whether the first block, in the place of the title, is empty or missing. */
  static boolean startsUntitled(List<CurrentBlock> side) {
    return side.isEmpty() || side.getFirst().block().markdown().isEmpty();
  }

  private static List<CurrentBlock> head(List<CurrentBlock> side) {
    return startsUntitled(side) ? List.of() : side.subList(0, 1);
  }

  private static List<CurrentBlock> body(List<CurrentBlock> side) {
    return side.isEmpty() ? side : side.subList(1, side.size());
  }
}
