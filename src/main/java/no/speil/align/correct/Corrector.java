package no.speil.align.correct;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.speil.align.identity.CurrentBlock;
import no.speil.align.identity.LayoutEditor;
import no.speil.align.identity.MutableSection;
import no.speil.align.identity.Revision;
import no.speil.corpus.Alignment;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.BlockKind;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;
import org.jspecify.annotations.Nullable;

/**
 * Applies a person's correction to a document's sections. The alignment of the sections that it
 * changes is confirmed, with confidence 1.
 */
public record Corrector(LayoutEditor editor) {

  /**
   * The corrected sections; empty if the correction is impossible. The editor cannot be used again.
   *
   * @throws IllegalArgumentException if the document has no section with an id in the correction
   */
  public Optional<Revision> revise(Correction correction) {
    boolean done =
        switch (correction) {
          case Correction.Join join -> join(section(join.section()), section(join.other()));
          case Correction.Split split ->
              split(section(split.section()), split.original(), split.translation());
          case Correction.Move move -> move(section(move.section()), section(move.to()), move);
          case Correction.Unlink unlink -> unlink(section(unlink.section()));
          case Correction.Renew renew -> renew(section(renew.section()), renew.other());
          case Correction.Confirm confirm -> confirm(confirm.sections());
          case Correction.Undo undo -> undo(undo);
        };
    return done ? editor.revision() : Optional.empty();
  }

  private boolean join(MutableSection one, MutableSection two) {
    if (one.equals(two) || one.isTitle() || two.isTitle()) {
      return false;
    }
    boolean swap =
        one.has(Side.ORIGINAL) == two.has(Side.ORIGINAL)
            ? isBefore(two, one)
            : two.has(Side.ORIGINAL);
    MutableSection survivor = swap ? two : one;
    MutableSection other = swap ? one : two;
    for (Side side : Side.values()) {
      survivor.put(side, LayoutEditor.blocks(List.of(survivor, other), side));
    }
    editor.remove(List.of(other));
    survivor.align(Alignment.CONFIRMED);
    return true;
  }

  private boolean split(MutableSection section, int original, int translation) {
    if (section.isTitle()) {
      return false;
    }
    var second = new MutableSection(null, Alignment.CONFIRMED);
    for (Side side : Side.values()) {
      int kept = side == Side.ORIGINAL ? original : translation;
      List<CurrentBlock> run = section.side(side);
      if (kept < 0 || kept > run.size()) {
        return false;
      }
      second.put(side, run.subList(kept, run.size()));
      section.put(side, run.subList(0, kept));
    }
    editor.add(second);
    section.align(Alignment.CONFIRMED);
    return !section.isEmpty() && !second.isEmpty();
  }

  private boolean move(MutableSection from, MutableSection to, Correction.Move move) {
    List<CurrentBlock> run = from.side(move.side());
    if (from.equals(to) || from.isTitle() || to.isTitle()) {
      return false;
    }
    if (move.blocks() < 1 || move.blocks() > run.size()) {
      return false;
    }
    boolean forward = isBefore(from, to, move.side());
    int cut = forward ? run.size() - move.blocks() : move.blocks();
    List<CurrentBlock> head = run.subList(0, cut);
    List<CurrentBlock> tail = run.subList(cut, run.size());
    List<CurrentBlock> moved = forward ? tail : head;
    from.put(move.side(), forward ? head : tail);
    to.put(
        move.side(),
        LayoutEditor.inOrder(Stream.of(to.side(move.side()), moved).flatMap(List::stream)));
    from.align(Alignment.CONFIRMED);
    to.align(Alignment.CONFIRMED);
    editor.remove(editor.sections().stream().filter(MutableSection::isEmpty).toList());
    return true;
  }

  /** Whether the one comes before the other: on that side, else in the document. */
  private boolean isBefore(MutableSection one, MutableSection other, Side side) {
    return other.has(side) ? one.first(side) < other.first(side) : isBefore(one, other);
  }

  private boolean isBefore(MutableSection one, MutableSection other) {
    return editor.sections().indexOf(one) < editor.sections().indexOf(other);
  }

  private boolean unlink(MutableSection section) {
    return section.isPair() && split(section, section.side(Side.ORIGINAL).size(), 0);
  }

  private boolean renew(MutableSection section, @Nullable SectionLayout former) {
    var other = new MutableSection(former, section.alignment());
    other.put(section.side(Side.ORIGINAL), section.side(Side.TRANSLATION));
    editor.remove(List.of(section));
    editor.add(other);
    return !section.isTitle();
  }

  private boolean confirm(Set<SectionId> sections) {
    sections(sections).forEach(section -> section.align(Alignment.CONFIRMED));
    return true;
  }

  /** Divides the blocks as they were divided before, if they have the same text. */
  private boolean undo(Correction.Undo undo) {
    List<MutableSection> changed = sections(undo.sections());
    editor.remove(changed);
    var left = new ArrayList<CurrentBlock>();
    var right = new ArrayList<CurrentBlock>();
    changed.forEach(section -> left.addAll(section.side(Side.ORIGINAL)));
    changed.forEach(section -> right.addAll(section.side(Side.TRANSLATION)));
    for (SectionLayout layout : undo.before()) {
      var section = new MutableSection(layout, layout.alignment());
      Optional<List<CurrentBlock>> original = take(layout.original(), left);
      Optional<List<CurrentBlock>> translation = take(layout.translation(), right);
      if (original.isEmpty() || translation.isEmpty()) {
        return false;
      }
      section.put(original.get(), translation.get());
      editor.add(section);
    }
    return left.isEmpty() && right.isEmpty() && !undo.before().isEmpty();
  }

  private static Optional<List<CurrentBlock>> take(
      List<BlockFingerprint> wanted, List<CurrentBlock> from) {
    var run = new ArrayList<CurrentBlock>();
    for (BlockFingerprint fingerprint : wanted) {
      Optional<CurrentBlock> block =
          from.stream().filter(each -> isSame(fingerprint, each)).findFirst();
      if (block.isEmpty()) {
        return Optional.empty();
      }
      from.remove(block.get());
      run.add(block.get());
    }
    return Optional.of(run);
  }

  /** A paragraph with the words of the title is not the title. */
  private static boolean isSame(BlockFingerprint fingerprint, CurrentBlock block) {
    return block.hash().equals(fingerprint.hash())
        && (block.block().kind() == BlockKind.TITLE) == (fingerprint.kind() == BlockKind.TITLE);
  }

  private List<MutableSection> sections(Set<SectionId> ids) {
    return editor.sections().stream()
        .filter(section -> ids.contains(section.recordedId()))
        .toList();
  }

  private MutableSection section(SectionId id) {
    return editor.sections().stream()
        .filter(section -> section.recordedId().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no section " + id));
  }
}
