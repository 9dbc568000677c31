package no.speil.alignment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.speil.corpus.Alignment;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;
import no.speil.corpus.BlockPrint;
import no.speil.corpus.Departure;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;
import org.jspecify.annotations.Nullable;

/** The long way from a remembered layout to the present one. */
final class Revising {
  private static final Alignment CERTAIN = new Alignment(Alignment.Method.AUTOMATIC, 1);

  private final DocumentId document;
  private final Remembered remembered;
  private final Aligner aligner;
  private final List<SectionLayout> bodies;

  Revising(DocumentId document, Remembered remembered, Aligner aligner) {
    this.document = document;
    this.remembered = remembered;
    this.aligner = aligner;
    this.bodies = remembered.sections().stream().filter(section -> !isTitle(section)).toList();
  }

  Revision revise(List<Found> originals, List<Found> translations) {
    Half left = Half.of(Side.ORIGINAL, bodies, body(originals));
    Half right = Half.of(Side.TRANSLATION, bodies, body(translations));
    var continuation = new Continuation(bodies, left, right, aligner);
    List<Group> groups = continuation.groups();
    new Returns(groups).settle(remembered.lost(), left, right);
    var matchmaking = new Matchmaking(continuation, left, right, remembered.orphaned());
    new Newcomers(left, right, aligner).settle(groups, matchmaking);
    List<Group> ordered = Order.of(title(originals, translations), groups);
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
        Differences.between(remembered.sections(), layouts),
        gone(continuation, new HashSet<>(ids)));
  }

  private Group title(List<Found> originals, List<Found> translations) {
    @Nullable SectionLayout known =
        remembered.sections().stream().filter(Revising::isTitle).findFirst().orElse(null);
    var title = new Group(known, known == null ? CERTAIN : known.alignment());
    title.put(Side.ORIGINAL, head(originals));
    title.put(Side.TRANSLATION, head(translations));
    return title;
  }

  private List<SectionId> ids(List<Group> ordered) {
    Set<SectionId> taken = new HashSet<>(remembered.held());
    remembered.sections().forEach(section -> taken.add(section.id()));
    var naming = new Naming(document, taken);
    var ids = new ArrayList<SectionId>();
    for (Group group : ordered) {
      List<Found> run = group.side(group.has(Side.ORIGINAL) ? Side.ORIGINAL : Side.TRANSLATION);
      SectionLayout known = group.recorded();
      TextHash text = run.size() == 1 ? run.getFirst().hash() : TextHash.of(blocks(run));
      if (known == null) {
        ids.add(naming.name(text, blocks(run)));
      } else {
        naming.pass(text);
        ids.add(known.id());
      }
    }
    return ids;
  }

  private List<Departure> gone(Continuation continuation, Set<SectionId> present) {
    var gone = new ArrayList<Departure>();
    for (int s = 0; s < bodies.size(); s++) {
      SectionId id = bodies.get(s).id();
      if (!present.contains(id)) {
        gone.add(new Departure(id, continuation.group(s).isEmpty() ? null : heir(s, continuation)));
      }
    }
    return gone;
  }

  private static @Nullable SectionId heir(int section, Continuation continuation) {
    SectionLayout recorded = continuation.group(section).recorded();
    return recorded == null ? null : recorded.id();
  }

  private static Section section(SectionId id, Group group) {
    return new Section(
        id,
        blocks(group.side(Side.ORIGINAL)),
        blocks(group.side(Side.TRANSLATION)),
        group.alignment());
  }

  private static SectionLayout layout(Section section, Group group) {
    return new SectionLayout(
        section.id(),
        section.alignment(),
        prints(group.side(Side.ORIGINAL)),
        prints(group.side(Side.TRANSLATION)));
  }

  private static boolean isTitle(SectionLayout section) {
    return isTitle(section.original()) || isTitle(section.translation());
  }

  private static boolean isTitle(List<BlockPrint> run) {
    return !run.isEmpty() && run.getFirst().kind() == BlockKind.TITLE;
  }

  /** Whether there is nothing in the place of the title. */
  static boolean startsUntitled(List<Found> side) {
    return side.isEmpty() || side.getFirst().block().markdown().isEmpty();
  }

  private static List<Found> head(List<Found> side) {
    return startsUntitled(side) ? List.of() : side.subList(0, 1);
  }

  private static List<Found> body(List<Found> side) {
    return side.isEmpty() ? side : side.subList(1, side.size());
  }

  private static List<Block> blocks(List<Found> found) {
    return found.stream().map(Found::block).toList();
  }

  private static List<BlockPrint> prints(List<Found> found) {
    return found.stream().map(Found::print).toList();
  }
}
