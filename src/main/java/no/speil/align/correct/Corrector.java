package no.speil.align.correct;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.speil.align.identity.CurrentBlock;
import no.speil.align.identity.DocumentLayout;
import no.speil.align.identity.LayoutEditor;
import no.speil.align.identity.MutableSection;
import no.speil.align.identity.Revision;
import no.speil.corpus.Alignment;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;

/**
 * Carries a person's correction out on a document's sections. What it touches is theirs from then
 * on: confirmed, with confidence 1.
 */
public final class Corrector {
  private final DocumentLayout document;
  private final LayoutEditor layoutEditor;
  private final List<MutableSection> mutableSections;

  public Corrector(DocumentLayout document, LayoutEditor layoutEditor) {
    this.document = document;
    this.layoutEditor = layoutEditor;
    this.mutableSections = layoutEditor.groups();
  }

  /** The sections as the person wants them; empty where that cannot be. */
  public Optional<Revision> revise(Correction correction) {
    boolean done =
        switch (correction) {
          case Correction.Join join -> join(group(join.section()), group(join.other()));
          case Correction.Split split -> split(group(split.section()), split);
          case Correction.Move move -> move(group(move.section()), group(move.to()), move);
          case Correction.Unlink unlink -> unlink(group(unlink.section()));
          case Correction.Confirm confirm -> confirm(confirm.sections());
          case Correction.Restore restore -> new LayoutRestorer(mutableSections).restore(restore);
        };
    return done ? layoutEditor.revision() : Optional.empty();
  }

  private boolean join(MutableSection one, MutableSection two) {
    if (one.equals(two) || LayoutEditor.isTitle(one) || LayoutEditor.isTitle(two)) {
      return false;
    }
    boolean swap =
        one.has(Side.ORIGINAL) == two.has(Side.ORIGINAL)
            ? mutableSections.indexOf(two) < mutableSections.indexOf(one)
            : two.has(Side.ORIGINAL);
    MutableSection heir = swap ? two : one;
    MutableSection other = swap ? one : two;
    for (Side side : Side.values()) {
      heir.put(
          side,
          LayoutEditor.inOrder(Stream.of(heir, other).flatMap(each -> each.side(side).stream())));
    }
    mutableSections.remove(other);
    heir.align(Alignment.CONFIRMED);
    return true;
  }

  private boolean split(MutableSection mutableSection, Correction.Split split) {
    if (LayoutEditor.isTitle(mutableSection)) {
      return false;
    }
    var second = new MutableSection(null, Alignment.CONFIRMED);
    for (Side side : Side.values()) {
      int kept = side == Side.ORIGINAL ? split.original() : split.translation();
      List<CurrentBlock> run = mutableSection.side(side);
      if (kept < 0 || kept > run.size()) {
        return false;
      }
      second.put(side, run.subList(kept, run.size()));
      mutableSection.put(side, run.subList(0, kept));
    }
    mutableSections.add(second);
    mutableSection.align(Alignment.CONFIRMED);
    return !mutableSection.isEmpty() && !second.isEmpty();
  }

  private boolean move(MutableSection from, MutableSection to, Correction.Move move) {
    List<CurrentBlock> run = from.side(move.side());
    if (from.equals(to) || LayoutEditor.isTitle(from) || LayoutEditor.isTitle(to)) {
      return false;
    }
    if (move.blocks() < 1 || move.blocks() > run.size()) {
      return false;
    }
    boolean forward = stands(from, to, move.side());
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
    mutableSections.removeIf(MutableSection::isEmpty);
    return true;
  }

  /** Whether the other section stands after the one: on that side, else in the document. */
  private boolean stands(MutableSection from, MutableSection to, Side side) {
    return to.has(side)
        ? to.first(side) > from.first(side)
        : mutableSections.indexOf(to) > mutableSections.indexOf(from);
  }

  private boolean unlink(MutableSection mutableSection) {
    if (!mutableSection.isPair() || LayoutEditor.isTitle(mutableSection)) {
      return false;
    }
    var apart = new MutableSection(null, Alignment.CONFIRMED);
    apart.put(Side.TRANSLATION, mutableSection.side(Side.TRANSLATION));
    mutableSection.put(Side.TRANSLATION, List.of());
    mutableSection.align(Alignment.CONFIRMED);
    mutableSections.add(apart);
    return true;
  }

  private boolean confirm(Set<SectionId> sections) {
    mutableSections.stream()
        .filter(mutableSection -> sections.contains(LayoutEditor.recorded(mutableSection).id()))
        .forEach(mutableSection -> mutableSection.align(Alignment.CONFIRMED));
    return true;
  }

  private MutableSection group(SectionId id) {
    return mutableSections.stream()
        .filter(mutableSection -> LayoutEditor.recorded(mutableSection).id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no section " + id + " in " + document.id()));
  }
}
