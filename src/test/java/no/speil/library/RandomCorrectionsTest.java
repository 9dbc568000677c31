package no.speil.library;

import static no.speil.library.TestLibrary.KARI;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.speil.align.correct.Correction;
import no.speil.corpus.Alignment;
import no.speil.corpus.Block;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.library.actions.ExpectedVersion;
import no.speil.library.documents.ActionRefusedException.NotNow;
import no.speil.status.TrackedSection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Corrections in any order: no text is lost, no id comes back, and each can be taken back. */
@Tag("slow")
class RandomCorrectionsTest {
  private static final int STEPS = 60;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void sectionsStayWholeWhateverIsCorrected(long seed) {
    var random = new Random(seed);
    try (var root = new TestLibrary(folder)) {
      int paragraphs = 3 + random.nextInt(6);
      root.put("archive/brev.md", text("Brev", "Sak %d gjelder side %d i boka.", paragraphs));
      root.put(
          "translations/brev.md",
          text(
              "Letter",
              "Case %d concerns page %d of the book.",
              paragraphs + random.nextInt(3) - 1));
      root.open();
      List<List<Block>> texts = texts(sections(root));
      Set<SectionId> ever = ids(sections(root));
      for (int step = 0; step < STEPS; step++) {
        List<Section> before = sections(root);
        TrackedSection done = correct(root, random);
        if (done == null) {
          assertThat(sections(root)).as("refused at " + step).isEqualTo(before);
          continue;
        }
        assertThat(texts(sections(root))).as("step " + step).isEqualTo(texts);
        Set<SectionId> fresh = ids(sections(root));
        fresh.removeAll(ids(before));
        assertThat(fresh).as("step " + step).doesNotContainAnyElementsOf(ever);
        ever.addAll(fresh);
        if (random.nextInt(3) == 0) {
          root.library().alignment().undo(expected(done), KARI);
          assertThat(sections(root)).as("undone at " + step).isEqualTo(before);
        }
      }
      survives(root);
    }
  }

  /** A restart changes nothing; a later edit leaves alone what people have put together. */
  private static void survives(TestLibrary root) {
    List<Section> corrected = sections(root);
    root.open();
    assertThat(sections(root)).isEqualTo(corrected);
    root.put(
        "archive/brev.md", root.read("archive/brev.md") + "\nEt helt nytt avsnitt til slutt.\n");
    root.open();
    assertThat(confirmed(sections(root))).containsAll(confirmed(corrected));
  }

  /** Makes one random correction; null if it is impossible or changes nothing. */
  private static @Nullable TrackedSection correct(TestLibrary root, Random random) {
    List<TrackedSection> all = root.sections("brev");
    int at = random.nextInt(all.size());
    TrackedSection section = all.get(at);
    TrackedSection other =
        all.get(Math.clamp(at + (random.nextBoolean() ? 1 : -1), 0, all.size() - 1));
    long lines = lines(root);
    try {
      TrackedSection now =
          root.library()
              .alignment()
              .correct(
                  correction(section.section(), other.section().id(), random),
                  List.of(expected(section), expected(other)),
                  KARI)
              .section();
      return lines(root) == lines ? null : now;
    } catch (NotNow e) {
      return null;
    }
  }

  private static Correction correction(Section section, SectionId other, Random random) {
    SectionId id = section.id();
    return switch (random.nextInt(5)) {
      case 0 -> new Correction.Join(id, other);
      case 1 ->
          new Correction.Split(
              id,
              random.nextInt(section.original().size() + 1),
              random.nextInt(section.translation().size() + 1));
      case 2 ->
          new Correction.Move(
              id,
              random.nextBoolean() ? Side.ORIGINAL : Side.TRANSLATION,
              1 + random.nextInt(2),
              other);
      case 3 -> new Correction.Unlink(id);
      default -> new Correction.Confirm(Set.of(id));
    };
  }

  private static ExpectedVersion expected(TrackedSection tracked) {
    return new ExpectedVersion(tracked.section().id(), tracked.version());
  }

  private static String text(String title, String sentence, int paragraphs) {
    return "---\ntitle: "
        + title
        + "\n---\n\n"
        + IntStream.range(0, paragraphs)
            .mapToObj(k -> sentence.formatted(k, 7 * k + 3))
            .collect(Collectors.joining("\n\n"))
        + "\n";
  }

  private static List<Section> sections(TestLibrary root) {
    return root.sections("brev").stream().map(TrackedSection::section).toList();
  }

  /** The blocks of either side in the order of the files, as the sections hold them. */
  private static List<List<Block>> texts(List<Section> sections) {
    return List.of(blocks(sections, Side.ORIGINAL), blocks(sections, Side.TRANSLATION));
  }

  private static List<Block> blocks(List<Section> sections, Side side) {
    return sections.stream()
        .flatMap(section -> section.side(side).stream())
        .sorted(Comparator.comparingInt(block -> block.source().start()))
        .toList();
  }

  private static Set<SectionId> ids(List<Section> sections) {
    Set<SectionId> ids =
        sections.stream().map(Section::id).collect(Collectors.toCollection(HashSet::new));
    assertThat(ids).hasSameSizeAs(sections);
    return ids;
  }

  /** What people have put together: the id and both texts. */
  private static Set<List<String>> confirmed(List<Section> sections) {
    return sections.stream()
        .filter(section -> section.alignment().equals(Alignment.CONFIRMED))
        .map(
            section ->
                List.of(
                    section.id().value(),
                    section.words(Side.ORIGINAL),
                    section.words(Side.TRANSLATION)))
        .collect(Collectors.toSet());
  }

  private static long lines(TestLibrary root) {
    return root.read("translations/brev.jsonl").lines().count();
  }
}
