package no.speil.align.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.speil.corpus.Alignment;
import no.speil.corpus.Block;
import no.speil.corpus.DocumentText;
import no.speil.corpus.RemovedSection;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;
import org.jspecify.annotations.Nullable;

/** A document's sections while its blocks are divided in another way; the text stays the same. */
public final class LayoutEditor {
  private final DocumentLayout document;
  private final Set<SectionId> taken;
  private final List<MutableSection> sections = new ArrayList<>();
  private final Map<CurrentBlock, SectionLayout> recordedOf = new HashMap<>();

  /**
   * An editor of a document's current sections.
   *
   * @param held every id that the record has ever held
   */
  public LayoutEditor(DocumentLayout document, Set<SectionId> held) {
    this.document = document;
    this.taken = new HashSet<>(held);
    fill(byBlock(document.original()), byBlock(document.translation()));
  }

  private static Map<Block, CurrentBlock> byBlock(@Nullable DocumentText text) {
    Map<Block, CurrentBlock> byBlock = new HashMap<>();
    CurrentBlock.of(text).forEach(each -> byBlock.put(each.block(), each));
    return byBlock;
  }

  private void fill(Map<Block, CurrentBlock> originals, Map<Block, CurrentBlock> translations) {
    for (int k = 0; k < document.sections().size(); k++) {
      Section section = document.sections().get(k);
      SectionLayout recorded = document.layout().get(k);
      var mutable = new MutableSection(recorded, section.alignment());
      mutable.put(Side.ORIGINAL, section.original().stream().map(originals::get).toList());
      mutable.put(Side.TRANSLATION, section.translation().stream().map(translations::get).toList());
      for (Side side : Side.values()) {
        for (int block = 0; block < recorded.side(side).size(); block++) {
          mutable.side(side).get(block).reuseSketch(recorded.side(side).get(block));
          recordedOf.put(mutable.side(side).get(block), recorded);
        }
      }
      sections.add(mutable);
      taken.add(section.id());
    }
  }

  /** The sections so far, first those of the document in its order. */
  public List<MutableSection> sections() {
    return Collections.unmodifiableList(sections);
  }

  public void add(MutableSection section) {
    sections.add(section);
  }

  public void remove(Collection<MutableSection> removed) {
    sections.removeAll(removed);
  }

  /** The sections with what was changed; empty if one would have blocks that stand apart. */
  public Optional<Revision> revision() {
    boolean allRuns =
        Stream.of(Side.values())
            .flatMap(side -> sections.stream().map(section -> section.side(side)))
            .allMatch(CurrentBlock::isRun);
    return allRuns ? Optional.of(outcome()) : Optional.empty();
  }

  private Revision outcome() {
    MutableSection title =
        sections.stream()
            .filter(MutableSection::isTitle)
            .findFirst()
            .orElseGet(() -> new MutableSection(null, Alignment.CONFIRMED));
    List<MutableSection> bodies = sections.stream().filter(section -> !section.isTitle()).toList();
    Map<MutableSection, SectionId> ids =
        new SectionIdAllocator(document.id(), taken).ids(SectionOrder.of(title, bodies));
    return Revision.of(document.layout(), ids, LayoutEditor::layout, removed(ids));
  }

  /** The ids that are no longer used, each with the section that holds its first block. */
  private List<RemovedSection> removed(Map<MutableSection, SectionId> ids) {
    var present = new HashSet<>(ids.values());
    Map<SectionId, SectionId> successors = new HashMap<>();
    for (Map.Entry<MutableSection, SectionId> each : ids.entrySet()) {
      for (Side side : Side.values()) {
        for (CurrentBlock block : each.getKey().side(side)) {
          @Nullable SectionLayout former = recordedOf.get(block);
          if (former != null && (side == Side.ORIGINAL || former.original().isEmpty())) {
            successors.putIfAbsent(former.id(), each.getValue());
          }
        }
      }
    }
    return document.layout().stream()
        .map(SectionLayout::id)
        .filter(id -> !present.contains(id))
        .map(id -> new RemovedSection(id, successors.get(id)))
        .toList();
  }

  /** The recorded layout if nothing has changed, so that only changes are written. */
  private static SectionLayout layout(MutableSection section, SectionId id) {
    SectionLayout now = section.layout(id);
    SectionLayout recorded = section.recorded();
    return recorded != null
            && recorded.alignment().equals(now.alignment())
            && recorded.hasTextsOf(now)
        ? recorded
        : now;
  }

  /** The blocks of some sections on one side, in order. */
  public static List<CurrentBlock> blocks(List<MutableSection> sections, Side side) {
    return inOrder(sections.stream().flatMap(section -> section.side(side).stream()));
  }

  public static List<CurrentBlock> inOrder(Stream<CurrentBlock> blocks) {
    return blocks.sorted(Comparator.comparingInt(CurrentBlock::place)).toList();
  }
}
