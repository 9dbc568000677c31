package no.speil.alignment;

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
import no.speil.corpus.BlockKind;
import no.speil.corpus.BlockPrint;
import no.speil.corpus.Departure;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;
import org.jspecify.annotations.Nullable;

/** A document's sections while somebody divides its blocks in another way. */
final class Division {
  private final LaidOut document;
  private final List<Group> groups = new ArrayList<>();
  private final Set<SectionId> taken;
  private final Map<Found, Group> formerly = new HashMap<>();

  /**
   * @param held every id that the record has ever held
   */
  Division(LaidOut document, Set<SectionId> held, List<Found> originals, List<Found> translations) {
    this.document = document;
    this.taken = new HashSet<>(held);
    Map<Block, Found> left = byBlock(originals);
    Map<Block, Found> right = byBlock(translations);
    for (int k = 0; k < document.sections().size(); k++) {
      Section section = document.sections().get(k);
      var group = new Group(document.layout().get(k), section.alignment());
      group.put(Side.ORIGINAL, section.original().stream().map(left::get).toList());
      group.put(Side.TRANSLATION, section.translation().stream().map(right::get).toList());
      remember(group);
      groups.add(group);
      taken.add(section.id());
    }
  }

  private static Map<Block, Found> byBlock(List<Found> found) {
    Map<Block, Found> byBlock = new HashMap<>();
    found.forEach(each -> byBlock.put(each.block(), each));
    return byBlock;
  }

  private void remember(Group group) {
    for (Side side : Side.values()) {
      List<BlockPrint> prints = recorded(group).side(side);
      for (int k = 0; k < prints.size(); k++) {
        Found block = group.side(side).get(k);
        block.knownAs(prints.get(k));
        formerly.put(block, group);
      }
    }
  }

  /** In no particular order; to be changed. */
  List<Group> groups() {
    return groups;
  }

  /**
   * The sections as they are divided by now; empty where one would have blocks that stand apart.
   */
  Optional<Revision> revision() {
    return groups.stream().allMatch(Division::isRuns) ? Optional.of(outcome()) : Optional.empty();
  }

  private Revision outcome() {
    Optional<Group> title = groups.stream().filter(Division::isTitle).findFirst();
    List<Group> bodies = groups.stream().filter(group -> !isTitle(group)).toList();
    List<Group> ordered =
        Order.of(title.orElseGet(() -> new Group(null, Alignment.CONFIRMED)), bodies).stream()
            .filter(group -> !group.isEmpty())
            .toList();
    Map<Group, SectionId> ids = ids(ordered);
    List<Section> sections =
        ordered.stream().map(group -> section(group, group(ids, group))).toList();
    List<SectionLayout> layout =
        ordered.stream().map(group -> layout(group, group(ids, group))).toList();
    return new Revision(
        sections, Differences.between(document.layout(), layout), gone(document.layout(), ids));
  }

  private Map<Group, SectionId> ids(List<Group> ordered) {
    var naming = new Naming(document.id(), taken);
    var ids = new HashMap<Group, SectionId>();
    for (Group group : ordered) {
      SectionLayout known = group.recorded();
      List<Block> run =
          blocks(group.side(group.has(Side.ORIGINAL) ? Side.ORIGINAL : Side.TRANSLATION));
      ids.put(group, known == null ? naming.name(TextHash.of(run), run) : known.id());
    }
    return ids;
  }

  /** The ids that are no longer, each with the section that holds its first block. */
  private List<Departure> gone(List<SectionLayout> before, Map<Group, SectionId> ids) {
    var present = new HashSet<>(ids.values());
    Map<SectionId, SectionId> heirs = new HashMap<>();
    for (Map.Entry<Group, SectionId> each : ids.entrySet()) {
      for (Side side : Side.values()) {
        for (Found block : each.getKey().side(side)) {
          Group former = formerly.get(block);
          if (former != null && (side == Side.ORIGINAL || !isFrom(former, Side.ORIGINAL))) {
            heirs.putIfAbsent(recorded(former).id(), each.getValue());
          }
        }
      }
    }
    return before.stream()
        .map(SectionLayout::id)
        .filter(id -> !present.contains(id))
        .map(id -> new Departure(id, heirs.get(id)))
        .toList();
  }

  private static boolean isFrom(Group former, Side side) {
    return !recorded(former).side(side).isEmpty();
  }

  private static SectionId group(Map<Group, SectionId> ids, Group group) {
    return Objects.requireNonNull(ids.get(group));
  }

  static SectionLayout recorded(Group group) {
    @Nullable SectionLayout recorded = group.recorded();
    return Objects.requireNonNull(recorded);
  }

  private static Section section(Group group, SectionId id) {
    return new Section(
        id,
        blocks(group.side(Side.ORIGINAL)),
        blocks(group.side(Side.TRANSLATION)),
        group.alignment());
  }

  /** As it is recorded where nothing has changed, so that no more is written than has. */
  private static SectionLayout layout(Group group, SectionId id) {
    var now =
        new SectionLayout(
            id, group.alignment(), prints(group, Side.ORIGINAL), prints(group, Side.TRANSLATION));
    SectionLayout recorded = group.recorded();
    boolean same =
        recorded != null
            && recorded.alignment().equals(now.alignment())
            && hashes(recorded.original()).equals(hashes(now.original()))
            && hashes(recorded.translation()).equals(hashes(now.translation()));
    return recorded != null && same ? recorded : now;
  }

  private static List<BlockPrint> prints(Group group, Side side) {
    return group.side(side).stream().map(Found::print).toList();
  }

  private static List<TextHash> hashes(List<BlockPrint> run) {
    return run.stream().map(BlockPrint::hash).toList();
  }

  private static List<Block> blocks(List<Found> found) {
    return found.stream().map(Found::block).toList();
  }

  static List<Found> inOrder(Stream<Found> blocks) {
    return blocks.sorted(Comparator.comparingInt(Found::place)).toList();
  }

  static boolean isTitle(Group group) {
    return Stream.of(Side.values())
        .anyMatch(
            side ->
                group.has(side) && group.side(side).getFirst().block().kind() == BlockKind.TITLE);
  }

  /** Whether the blocks of each side stand one after another. */
  private static boolean isRuns(Group group) {
    return Stream.of(Side.values())
        .filter(group::has)
        .allMatch(side -> group.last(side) - group.first(side) == group.side(side).size() - 1);
  }
}
