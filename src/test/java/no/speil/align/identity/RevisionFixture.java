package no.speil.align.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.speil.align.LayoutEngine;
import no.speil.align.dp.TestAligners;
import no.speil.corpus.Block;
import no.speil.corpus.DocumentId;
import no.speil.corpus.DocumentText;
import no.speil.corpus.RemovedSection;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.SectionPlacement;
import org.jspecify.annotations.Nullable;

/** A document under revision; its record holds only what the revisions say to write. */
public final class RevisionFixture {
  public static final DocumentId DOCUMENT = new DocumentId("2015/styret");

  private final LayoutEngine layoutEngine = new LayoutEngine(TestAligners.none());
  private List<SectionLayout> remembered = List.of();
  private final Set<SectionId> held = new HashSet<>();
  private final Set<SectionId> orphaned = new HashSet<>();
  private final Map<SectionId, SectionLayout> fullest = new LinkedHashMap<>();
  private List<Section> sections = List.of();
  private List<SectionId> first = List.of();

  public Revision revise(String @Nullable [] original, String @Nullable [] translation) {
    return revise(
        original == null ? null : TestTexts.text("Tittel", original),
        translation == null ? null : TestTexts.text("Title", translation));
  }

  /** Revises, replays the revision on the recorded layout, and checks that both agree. */
  public Revision revise(@Nullable DocumentText original, @Nullable DocumentText translation) {
    var known = new RecordedLayout(remembered, held, orphaned, lost());
    Revision revision = layoutEngine.revise(DOCUMENT, known, original, translation);
    sections = revision.sections();
    if (first.isEmpty()) {
      first = sections.stream().map(Section::id).toList();
    }
    remembered = replay(remembered, revision);
    assertThat(remembered).isEqualTo(sections.stream().map(SectionLayout::of).toList());
    revision.removed().forEach(removedSection -> fullest.remove(removedSection.id()));
    for (SectionLayout section : remembered) {
      fullest.put(section.id(), filled(section, fullest.get(section.id())));
      held.add(section.id());
      if (!section.original().isEmpty()) {
        orphaned.add(section.id());
      }
    }
    return revision;
  }

  private List<SectionLayout> lost() {
    Set<SectionId> whole =
        remembered.stream()
            .filter(each -> !each.original().isEmpty() && !each.translation().isEmpty())
            .map(SectionLayout::id)
            .collect(Collectors.toSet());
    return fullest.values().stream().filter(each -> !whole.contains(each.id())).toList();
  }

  private static SectionLayout filled(SectionLayout now, @Nullable SectionLayout before) {
    return before == null
        ? now
        : new SectionLayout(
            now.id(),
            now.alignment(),
            now.original().isEmpty() ? before.original() : now.original(),
            now.translation().isEmpty() ? before.translation() : now.translation());
  }

  /** How long the last revision took. */
  public List<Section> sections() {
    return sections;
  }

  List<SectionLayout> remembered() {
    return remembered;
  }

  /** The id of the section that has this block on either side. */
  public SectionId id(String markdown) {
    return sections.stream()
        .filter(
            section ->
                contains(section.original(), markdown) || contains(section.translation(), markdown))
        .findFirst()
        .orElseThrow()
        .id();
  }

  /** Each section as "original = translation", blocks joined by " + ". */
  public List<String> pairs() {
    return sections.stream().map(RevisionFixture::pair).toList();
  }

  /** Each section as "number: original = translation"; the number of its first layout, or "new". */
  public List<String> layout() {
    return sections.stream().map(section -> label(section.id()) + ": " + pair(section)).toList();
  }

  private String label(SectionId id) {
    int number = first.indexOf(id);
    return number < 0 ? "new" : String.valueOf(number);
  }

  private static String pair(Section section) {
    return (run(section.original()) + " = " + run(section.translation())).strip();
  }

  /** Confirms a section's link by hand. */
  public void confirm(SectionId id) {
    remembered =
        remembered.stream()
            .map(
                section ->
                    section.id().equals(id)
                        ? new SectionLayout(
                            id,
                            new no.speil.corpus.Alignment(
                                no.speil.corpus.Alignment.Method.CONFIRMED, 1),
                            section.original(),
                            section.translation())
                        : section)
            .toList();
  }

  private static List<SectionLayout> replay(List<SectionLayout> before, Revision revision) {
    var list = new ArrayList<>(before);
    var known = new HashSet<SectionId>();
    before.forEach(section -> known.add(section.id()));
    int at = 0;
    for (SectionPlacement sectionPlacement : revision.changed()) {
      SectionId id = sectionPlacement.section().id();
      if (!known.add(id)) {
        list.removeIf(section -> section.id().equals(id));
      }
      SectionId after = sectionPlacement.after();
      if (after == null) {
        at = 0;
      } else if (at == 0 || at > list.size() || !list.get(at - 1).id().equals(after)) {
        at = 1; // not just after the one before
        while (!list.get(at - 1).id().equals(after)) {
          at++;
        }
      }
      list.add(at++, sectionPlacement.section());
    }
    Set<SectionId> gone =
        revision.removed().stream().map(RemovedSection::id).collect(Collectors.toSet());
    list.removeIf(section -> gone.contains(section.id()));
    return list;
  }

  private static boolean contains(List<Block> run, String markdown) {
    return run.stream().anyMatch(block -> block.markdown().equals(markdown));
  }

  private static String run(List<Block> run) {
    return run.stream().map(Block::markdown).collect(Collectors.joining(" + "));
  }
}
