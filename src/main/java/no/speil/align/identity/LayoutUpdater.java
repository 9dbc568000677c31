package no.speil.align.identity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.speil.align.dp.Aligner;
import no.speil.corpus.Alignment;
import no.speil.corpus.Block;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.DocumentId;
import no.speil.corpus.RemovedSection;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;
import org.jspecify.annotations.Nullable;

/** The long way from a remembered layout to the present one. */
public final class LayoutUpdater {
  private final DocumentId document;
  private final RecordedLayout recordedLayout;
  private final Aligner aligner;
  private final List<SectionLayout> bodies;

  public LayoutUpdater(DocumentId document, RecordedLayout recordedLayout, Aligner aligner) {
    this.document = document;
    this.recordedLayout = recordedLayout;
    this.aligner = aligner;
    this.bodies = recordedLayout.sections().stream().filter(section -> !section.isTitle()).toList();
  }

  public Revision revise(List<CurrentBlock> originals, List<CurrentBlock> translations) {
    MatchedSide left = MatchedSide.of(Side.ORIGINAL, bodies, body(originals));
    MatchedSide right = MatchedSide.of(Side.TRANSLATION, bodies, body(translations));
    var carriedSections = new CarriedSections(bodies, left, right, aligner);
    List<MutableSection> mutableSections = carriedSections.groups();
    new ReturnedText(mutableSections).settle(recordedLayout.lost(), left, right);
    var pairingPolicy = new PairingPolicy(carriedSections, left, right, recordedLayout.orphaned());
    new NewBlockPlacer(left, right, aligner).settle(mutableSections, pairingPolicy);
    List<MutableSection> ordered =
        SectionOrder.of(title(originals, translations), mutableSections).stream()
            .filter(mutableSection -> !mutableSection.isEmpty())
            .toList();
    List<SectionId> ids = ids(ordered);
    var sections = new ArrayList<Section>();
    var layouts = new ArrayList<SectionLayout>();
    for (int k = 0; k < ordered.size(); k++) {
      Section section = section(ids.get(k), ordered.get(k));
      sections.add(section);
      layouts.add(layout(section, ordered.get(k)));
    }
    return new Revision(
        sections,
        LayoutDiff.between(recordedLayout.sections(), layouts),
        gone(carriedSections, new HashSet<>(ids), isTitled(ordered) ? ids.getFirst() : null));
  }

  private static boolean isTitled(List<MutableSection> ordered) {
    return !ordered.isEmpty() && LayoutEditor.isTitle(ordered.getFirst());
  }

  private MutableSection title(List<CurrentBlock> originals, List<CurrentBlock> translations) {
    @Nullable SectionLayout known =
        recordedLayout.sections().stream().filter(SectionLayout::isTitle).findFirst().orElse(null);
    var title = new MutableSection(known, known == null ? Alignment.CERTAIN : known.alignment());
    title.put(Side.ORIGINAL, head(originals));
    title.put(Side.TRANSLATION, head(translations));
    return title;
  }

  private List<SectionId> ids(List<MutableSection> ordered) {
    Set<SectionId> taken = new HashSet<>(recordedLayout.held());
    recordedLayout.sections().forEach(section -> taken.add(section.id()));
    var sectionIdAllocator = new SectionIdAllocator(document, taken);
    var ids = new ArrayList<SectionId>();
    for (MutableSection mutableSection : ordered) {
      List<CurrentBlock> run =
          mutableSection.side(mutableSection.has(Side.ORIGINAL) ? Side.ORIGINAL : Side.TRANSLATION);
      SectionLayout known = mutableSection.recorded();
      TextHash text = run.size() == 1 ? run.getFirst().hash() : TextHash.of(blocks(run));
      if (known == null) {
        ids.add(sectionIdAllocator.name(text, blocks(run)));
      } else {
        sectionIdAllocator.pass(text);
        ids.add(known.id());
      }
    }
    return ids;
  }

  /**
   * @param title the section that is the title now; others that a record has are the same
   */
  private List<RemovedSection> gone(
      CarriedSections carriedSections, Set<SectionId> present, @Nullable SectionId title) {
    var gone = new ArrayList<RemovedSection>();
    recordedLayout.sections().stream()
        .filter(section -> section.isTitle() && !present.contains(section.id()))
        .map(section -> new RemovedSection(section.id(), title))
        .forEach(gone::add);
    for (int s = 0; s < bodies.size(); s++) {
      SectionId id = bodies.get(s).id();
      if (!present.contains(id)) {
        gone.add(
            new RemovedSection(
                id, carriedSections.group(s).isEmpty() ? null : heir(s, carriedSections)));
      }
    }
    return gone;
  }

  private static @Nullable SectionId heir(int section, CarriedSections carriedSections) {
    SectionLayout recorded = carriedSections.group(section).recorded();
    return recorded == null ? null : recorded.id();
  }

  private static Section section(SectionId id, MutableSection mutableSection) {
    return new Section(
        id,
        blocks(mutableSection.side(Side.ORIGINAL)),
        blocks(mutableSection.side(Side.TRANSLATION)),
        mutableSection.alignment());
  }

  private static SectionLayout layout(Section section, MutableSection mutableSection) {
    return new SectionLayout(
        section.id(),
        section.alignment(),
        prints(mutableSection.side(Side.ORIGINAL)),
        prints(mutableSection.side(Side.TRANSLATION)));
  }

  /** Whether there is nothing in the place of the title. */
  static boolean startsUntitled(List<CurrentBlock> side) {
    return side.isEmpty() || side.getFirst().block().markdown().isEmpty();
  }

  private static List<CurrentBlock> head(List<CurrentBlock> side) {
    return startsUntitled(side) ? List.of() : side.subList(0, 1);
  }

  private static List<CurrentBlock> body(List<CurrentBlock> side) {
    return side.isEmpty() ? side : side.subList(1, side.size());
  }

  private static List<Block> blocks(List<CurrentBlock> currentBlock) {
    return currentBlock.stream().map(CurrentBlock::block).toList();
  }

  private static List<BlockFingerprint> prints(List<CurrentBlock> currentBlock) {
    return currentBlock.stream().map(CurrentBlock::print).toList();
  }
}
