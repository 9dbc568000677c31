package no.speil.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import no.speil.cli.SpeilCommand;
import no.speil.corpus.Block;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.SideFile;
import no.speil.status.TrackedSection;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever people, programs, editors and accidents do, in whatever order: the server answers, every
 * block is in one section, and no word that it took is nowhere.
 */
@Tag("slow")
class RandomActionsTest {
  private static final int SEQUENCES = Integer.getInteger("speil.sequences", 2);
  private static final long FIRST = Long.getLong("speil.seed", 1);
  private static final int STEPS = 25;

  @TempDir private Path folder;

  static LongStream seeds() {
    return LongStream.range(FIRST, FIRST + SEQUENCES);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void serverAnswersAndNoWordIsLostWhateverIsDone(long seed) throws IOException {
    var random = new Random(seed);
    var markdown = new RandomTexts(random);
    Path root = Files.createDirectories(folder.resolve("root"));
    Files.createDirectories(root.resolve("archive"));
    Files.createDirectories(root.resolve("translations"));
    write(root.resolve("archive/a.md"), markdown.document(true, random.nextInt(8)));
    if (random.nextInt(4) > 0) {
      write(root.resolve("translations/a.md"), markdown.document(false, random.nextInt(8)));
    }
    var words = new AcknowledgedWords();
    try (var archive = new ServedArchive(root)) {
      var requests = new RandomRequests(archive, words, markdown, random);
      var changes = new RandomFileChanges(archive, words, markdown, random);
      try {
        for (int step = 0; step < STEPS; step++) {
          step(archive, requests, changes, random);
          check(archive, words, random);
        }
        checkRestart(archive, () -> {});
        checkRestart(archive, () -> archive.deleteOwn(".speil/index"));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError(e.getMessage() + "\nLatest first:\n" + archive.trail(), e);
      }
      checkCommandEnds(archive);
    }
  }

  /** Writes a text; half of a character that was cut in two becomes a question mark. */
  private static void write(Path file, String text) throws IOException {
    Files.write(file, text.getBytes(UTF_8));
  }

  private static void step(
      ServedArchive archive, RandomRequests requests, RandomFileChanges changes, Random random) {
    int kind = random.nextInt(100);
    archive.note("step of kind " + kind);
    if (kind < 3) {
      checkRestart(archive, () -> {});
    } else if (kind < 4) {
      checkRestart(archive, () -> archive.deleteOwn(".speil/index"));
    } else if (kind < 6) {
      archive.restart(changes::text);
    } else if (kind < 8) {
      archive.restart(changes::record);
    } else if (kind < 9) {
      archive.deleteOwn(".speil/index");
    } else if (kind < 10) {
      archive.deleteOwn(".speil");
    } else if (kind < 15) {
      archive.look();
    } else if (kind < 31) {
      changes.text();
    } else if (kind < 41) {
      changes.record();
    } else if (kind < 46) {
      changes.copy();
    } else {
      requests.one();
    }
  }

  /** A restart changes nothing. */
  private static void checkRestart(ServedArchive archive, Runnable meanwhile) {
    List<String> before = sections(archive);
    archive.restart(meanwhile);
    assertThat(sections(archive)).containsExactlyElementsOf(before);
  }

  private static List<String> sections(ServedArchive archive) {
    return archive.documents().stream()
        .flatMap(document -> document.sections().stream())
        .map(each -> "%s %s %s".formatted(each.section().id(), texts(each), each.version()))
        .toList();
  }

  private static List<String> texts(TrackedSection each) {
    return List.of(each.markdown(Side.ORIGINAL), each.markdown(Side.TRANSLATION));
  }

  private static void check(ServedArchive archive, AcknowledgedWords words, Random random) {
    List<LiveDocument> documents = archive.documents();
    documents.forEach(RandomActionsTest::checkWhole);
    if (!documents.isEmpty()) {
      look(archive, documents.get(random.nextInt(documents.size())), random);
    }
    archive.get(one(PAGES, random));
    assertThat(words.missing(archive.files())).isEmpty();
    if (random.nextInt(12) == 0) {
      checkCommandEnds(archive);
    }
  }

  /** Asks for all that shows a document and one of its sections. */
  private static void look(ServedArchive archive, LiveDocument document, Random random) {
    String path = ServedArchive.inPath(document.id());
    assertThat(archive.get("/d/" + path).statusCode()).isIn(200, 301);
    List<TrackedSection> sections = document.sections();
    SectionId id = sections.get(random.nextInt(sections.size())).section().id();
    archive.get("/s/" + id);
    archive.get("/s/" + id + "/history");
    archive.get("/s/" + id + "/edit");
    archive.get("/api/v1/sections/" + id);
    archive.get(
        random.nextBoolean()
            ? "/" + one(List.of("align", "mark", "edit"), random) + "/" + path
            : "/export/" + path + "." + one(FORMATS, random));
  }

  private static final List<String> FORMATS =
      List.of("xlf", "tmx", "po", "csv", "bib", "ris", "json");
  private static final List<String> PAGES =
      List.of(
          "/",
          "/queue",
          "/queue?mine",
          "/activity",
          "/progress",
          "/problems",
          "/search?q=styret",
          "/search?q=board+-styret",
          "/search?q=%22the+board%22",
          "/api/v1/search?q=ord",
          "/api/v1/changes",
          "/feed.atom",
          "/kwic?q=styret",
          "/count",
          "/word/styret",
          "/api/v1/progress",
          "/api/v1/problems",
          "/api/v1/documents",
          "/api/v1/reports",
          "/search.csv?q=styret",
          "/queue.atom",
          "/sitemap.xml",
          "/readyz");

  private static void checkWhole(LiveDocument document) {
    List<Section> sections = document.sections().stream().map(TrackedSection::section).toList();
    assertThat(sections.stream().map(Section::id)).doesNotHaveDuplicates();
    for (Side side : Side.values()) {
      SideFile file = document.file(side);
      List<Block> blocks = file == null ? List.of() : file.text().blocks();
      List<Block> all = new ArrayList<>();
      for (Section section : sections) {
        List<Block> run = section.side(side);
        assertThat(section.original().isEmpty() && section.translation().isEmpty()).isFalse();
        all.addAll(run);
        if (!run.isEmpty()) {
          int from = blocks.indexOf(run.getFirst());
          assertThat(run).isEqualTo(blocks.subList(from, from + run.size()));
        }
      }
      assertThat(all)
          .containsExactlyInAnyOrderElementsOf(
              blocks.stream().filter(block -> !block.markdown().isEmpty()).toList());
    }
  }

  private static void checkCommandEnds(ServedArchive archive) {
    var out = new ByteArrayOutputStream();
    int code =
        SpeilCommand.run(
            new String[] {"check", "--root", archive.root().toString()},
            Map.of(),
            new PrintStream(out, true, UTF_8),
            new PrintStream(out, true, UTF_8));
    assertThat(out.toString(UTF_8))
        .doesNotContain("\tat ", "Exception", "could not load this document");

    assertThat(code).isIn(0, 1);
  }

  private static String one(List<String> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }
}
