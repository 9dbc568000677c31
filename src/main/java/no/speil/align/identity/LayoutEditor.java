package no.speil.align.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.speil.corpus.Alignment;
import no.speil.corpus.Block;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.BlockKind;
import no.speil.corpus.RemovedSection;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;
import org.jspecify.annotations.Nullable;

/** A document's sections while somebody divides its blocks in another way. */
public final class LayoutEditor {
  private final DocumentLayout document;
  private final List<MutableSection> mutableSections = new ArrayList<>();
  private final Set<SectionId> taken;
  private final Map<CurrentBlock, MutableSection> formerly = new HashMap<>();

  /**
   * @param held every id that the record has ever held
   */
  public LayoutEditor(
      DocumentLayout document,
      Set<SectionId> held,
      List<CurrentBlock> originals,
      List<CurrentBlock> translations) {
    this.document = document;
    this.taken = new HashSet<>(held);
    Map<Block, CurrentBlock> left = byBlock(originals);
    Map<Block, CurrentBlock> right = byBlock(translations);
    for (int k = 0; k < document.sections().size(); k++) {
      Section section = document.sections().get(k);
      var mutableSection = new MutableSection(document.layout().get(k), section.alignment());
      mutableSection.put(Side.ORIGINAL, section.original().stream().map(left::get).toList());
      mutableSection.put(Side.TRANSLATION, section.translation().stream().map(right::get).toList());
      remember(mutableSection);
      mutableSections.add(mutableSection);
      taken.add(section.id());
    }
  }

  private static Map<Block, CurrentBlock> byBlock(List<CurrentBlock> currentBlock) {
    Map<Block, CurrentBlock> byBlock = new HashMap<>();
    currentBlock.forEach(each -> byBlock.put(each.block(), each));
    return byBlock;
  }

  private void remember(MutableSection mutableSection) {
    for (Side side : Side.values()) {
      List<BlockFingerprint> prints = recorded(mutableSection).side(side);
      for (int k = 0; k < prints.size(); k++) {
        CurrentBlock block = mutableSection.side(side).get(k);
        block.knownAs(prints.get(k));
        formerly.put(block, mutableSection);
      }
    }
  }

  /** In no particular order; to be changed. */
  public List<MutableSection> groups() {
    return mutableSections;
  }

  /**
   * The sections as they are divided by now; empty where one would have blocks that stand apart.
   */
  public Optional<Revision> revision() {
    return mutableSections.stream().allMatch(LayoutEditor::isRuns)
        ? Optional.of(outcome())
        : Optional.empty();
  }

  private Revision outcome() {
    Optional<MutableSection> title =
        mutableSections.stream().filter(LayoutEditor::isTitle).findFirst();
    List<MutableSection> bodies =
        mutableSections.stream().filter(mutableSection -> !isTitle(mutableSection)).toList();
    List<MutableSection> ordered =
        SectionOrder.of(
                title.orElseGet(() -> new MutableSection(null, Alignment.CONFIRMED)), bodies)
            .stream()
            .filter(mutableSection -> !mutableSection.isEmpty())
            .toList();
    Map<MutableSection, SectionId> ids = ids(ordered);
    List<Section> sections =
        ordered.stream()
            .map(mutableSection -> section(mutableSection, group(ids, mutableSection)))
            .toList();
    List<SectionLayout> layout =
        ordered.stream()
            .map(mutableSection -> layout(mutableSection, group(ids, mutableSection)))
            .toList();
    return new Revision(
        sections, LayoutDiff.between(document.layout(), layout), gone(document.layout(), ids));
  }

  private Map<MutableSection, SectionId> ids(List<MutableSection> ordered) {
    var sectionIdAllocator = new SectionIdAllocator(document.id(), taken);
    var ids = new HashMap<MutableSection, SectionId>();
    for (MutableSection mutableSection : ordered) {
      SectionLayout known = mutableSection.recorded();
      List<Block> run =
          blocks(
              mutableSection.side(
                  mutableSection.has(Side.ORIGINAL) ? Side.ORIGINAL : Side.TRANSLATION));
      ids.put(
          mutableSection,
          known == null ? sectionIdAllocator.name(TextHash.of(run), run) : known.id());
    }
    return ids;
  }

  /** The ids that are no longer, each with the section that holds its first block. */
  private List<RemovedSection> gone(
      List<SectionLayout> before, Map<MutableSection, SectionId> ids) {
    var present = new HashSet<>(ids.values());
    Map<SectionId, SectionId> heirs = new HashMap<>();
    for (Map.Entry<MutableSection, SectionId> each : ids.entrySet()) {
      for (Side side : Side.values()) {
        for (CurrentBlock block : each.getKey().side(side)) {
          MutableSection former = formerly.get(block);
          if (former != null && (side == Side.ORIGINAL || !isFrom(former, Side.ORIGINAL))) {
            heirs.putIfAbsent(recorded(former).id(), each.getValue());
          }
        }
      }
    }
    return before.stream()
        .map(SectionLayout::id)
        .filter(id -> !present.contains(id))
        .map(id -> new RemovedSection(id, heirs.get(id)))
        .toList();
  }

  private static boolean isFrom(MutableSection former, Side side) {
    return !recorded(former).side(side).isEmpty();
  }

  private static SectionId group(
      Map<MutableSection, SectionId> ids, MutableSection mutableSection) {
    return Objects.requireNonNull(ids.get(mutableSection));
  }

  public static SectionLayout recorded(MutableSection mutableSection) {
    @Nullable SectionLayout recorded = mutableSection.recorded();
    return Objects.requireNonNull(recorded);
  }

  private static Section section(MutableSection mutableSection, SectionId id) {
    return new Section(
        id,
        blocks(mutableSection.side(Side.ORIGINAL)),
        blocks(mutableSection.side(Side.TRANSLATION)),
        mutableSection.alignment());
  }

  /** As it is recorded where nothing has changed, so that no more is written than has. */
  private static SectionLayout layout(MutableSection mutableSection, SectionId id) {
    var now =
        new SectionLayout(
            id,
            mutableSection.alignment(),
            prints(mutableSection, Side.ORIGINAL),
            prints(mutableSection, Side.TRANSLATION));
    SectionLayout recorded = mutableSection.recorded();
    boolean same =
        recorded != null
            && recorded.alignment().equals(now.alignment())
            && hashes(recorded.original()).equals(hashes(now.original()))
            && hashes(recorded.translation()).equals(hashes(now.translation()));
    return recorded != null && same ? recorded : now;
  }

  private static List<BlockFingerprint> prints(MutableSection mutableSection, Side side) {
    return mutableSection.side(side).stream().map(CurrentBlock::print).toList();
  }

  private static List<TextHash> hashes(List<BlockFingerprint> run) {
    return run.stream().map(BlockFingerprint::hash).toList();
  }

  private static List<Block> blocks(List<CurrentBlock> currentBlock) {
    return currentBlock.stream().map(CurrentBlock::block).toList();
  }

  public static List<CurrentBlock> inOrder(Stream<CurrentBlock> blocks) {
    return blocks.sorted(Comparator.comparingInt(CurrentBlock::place)).toList();
  }

  public static boolean isTitle(MutableSection mutableSection) {
    return Stream.of(Side.values())
        .anyMatch(
            side ->
                mutableSection.has(side)
                    && mutableSection.side(side).getFirst().block().kind() == BlockKind.TITLE);
  }

  /** Whether the blocks of each side stand one after another. */
  private static boolean isRuns(MutableSection mutableSection) {
    return Stream.of(Side.values())
        .filter(mutableSection::has)
        .allMatch(
            side ->
                mutableSection.last(side) - mutableSection.first(side)
                    == mutableSection.side(side).size() - 1);
  }
}
