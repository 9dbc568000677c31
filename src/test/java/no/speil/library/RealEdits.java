package no.speil.library;

import static no.speil.library.TestLibrary.KARI;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.Block;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.BlockKind;
import no.speil.corpus.Freshness;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.Sketch;
import no.speil.corpus.State;
import no.speil.library.RandomOriginal.Done;
import no.speil.library.RandomOriginal.Piece;
import no.speil.library.documents.SectionLocation;
import no.speil.status.TrackedSection;
import no.speil.status.grading.Change;

/**
 * A real document under random edits of every kind, while the library is open, while it is closed,
 * with the index deleted, and with its files renamed; counts what came of each.
 */
final class RealEdits {
  private static final List<String> GRADES =
      List.of("none", "markup", "typography", "wording", "facts");

  private final Path folder;
  private final TestLibrary root;
  private final Random random;
  private final RandomOriginal randomOriginal;
  private final Map<String, Set<Integer>> translates = new HashMap<>();
  private final Tally tally;
  private String id;
  private Map<String, SectionId> owners = Map.of();
  private Map<SectionId, Integer> sizes = Map.of();

  /** What came of the edits. */
  static final class Tally {
    int edits;
    int unchanged;
    int kept;
    int translations;
    final List<String> wrong = new ArrayList<>();
    final List<String> lost = new ArrayList<>();
    final Map<RandomOriginal.Edit, int[]> known = new EnumMap<>(RandomOriginal.Edit.class);
    final List<Double> similarities = new ArrayList<>();
    final Map<String, Map<String, Integer>> grades = new TreeMap<>();
    final List<String> graver = new ArrayList<>();
    final List<String> milder = new ArrayList<>();
  }

  RealEdits(
      Path folder,
      String original,
      String translation,
      List<String> others,
      long seed,
      Tally tally) {
    this.folder = folder;
    this.root = new TestLibrary(folder);
    this.random = new Random(seed);
    this.randomOriginal = new RandomOriginal(original, others, random);
    this.tally = tally;
    this.id = "docs/en";
    root.put("archive/docs/en.md", randomOriginal.source());
    root.put("translations/docs/en.md", translation);
  }

  /** Runs so many rounds; false where the document is not one that is written block by block. */
  boolean run(int rounds) {
    if (!randomOriginal.isReadAsWritten()) {
      return false;
    }
    try (root) {
      root.open();
      vouch();
      learnPairs();
      remember();
      for (int round = 0; round < rounds; round++) {
        round(round);
      }
    }
    return true;
  }

  private void round(int round) {
    List<Piece> before = randomOriginal.pieces();
    List<Done> done = randomOriginal.edit(1 + random.nextInt(3));
    tally.edits += done.size();
    String where = id + " round " + round + " " + done.stream().map(Done::edit).toList();
    change(round);
    checkIds(where, before);
    checkCompany(where);
    done.forEach(this::checkKnown);
    vouch();
    remember();
  }

  /** Writes the file, and sometimes restarts, deletes the index or renames. */
  private void change(int round) {
    boolean whileOff = round % 3 == 1;
    if (whileOff) {
      root.close();
    }
    root.put("archive/" + id + ".md", randomOriginal.source());
    if (round % 10 == 9) {
      rename(round);
    }
    if (whileOff && round % 2 == 0) {
      delete(folder.resolve(".speil"));
    }
    if (whileOff) {
      root.open();
    } else if (round % 2 == 0 || round % 10 == 9) {
      root.library().sync().look();
    }
  }

  private void rename(int round) {
    String name = id.equals("docs/en") ? "annet/to" : "docs/en";
    var files = new ArrayList<>(List.of("archive/%s.md"));
    if (round % 20 == 9) {
      files.add("translations/%s.md");
    }
    if (round % 40 < 20) {
      files.add("translations/%s.jsonl");
    }
    for (String file : files) {
      Path from = folder.resolve(file.formatted(id));
      if (Files.exists(from)) {
        move(from, folder.resolve(file.formatted(name)));
      }
    }
    id = name;
  }

  /** Marks or confirms everything, so that each round is judged by itself. */
  private void vouch() {
    for (TrackedSection each : root.sections(id)) {
      boolean paired =
          !each.section().original().isEmpty() && !each.section().translation().isEmpty();
      if (paired
          && (each.sectionStatus().state() != State.TRANSLATED
              || each.sectionStatus().freshness() != Freshness.CURRENT
              || each.sectionStatus().change() != null)) {
        root.mark(each, State.TRANSLATED, KARI);
      }
    }
  }

  /** From what each translation was made, as the first layout has it. */
  private void learnPairs() {
    Map<String, Piece> byText = byText(randomOriginal.pieces());
    for (TrackedSection each : root.sections(id)) {
      Set<Integer> sources =
          each.section().original().stream()
              .map(block -> byText.get(block.markdown().strip()))
              .filter(java.util.Objects::nonNull)
              .flatMap(piece -> piece.sources().stream())
              .collect(Collectors.toSet());
      each.section().translation().forEach(block -> translates.put(block.markdown(), sources));
    }
    translates.values().removeIf(Set::isEmpty);
  }

  private void remember() {
    owners = owners();
    sizes =
        root.sections(id).stream()
            .collect(Collectors.toMap(s -> s.section().id(), s -> s.section().original().size()));
  }

  private Map<String, SectionId> owners() {
    Map<String, SectionId> now = new HashMap<>();
    Set<String> twice = new HashSet<>();
    for (TrackedSection each : root.sections(id)) {
      for (Block block : each.section().original()) {
        if (now.put(block.markdown().strip(), each.section().id()) != null) {
          twice.add(block.markdown().strip());
        }
      }
    }
    now.keySet().removeAll(twice);
    return now;
  }

  private void checkIds(String where, List<Piece> before) {
    Map<String, SectionId> now = owners();
    Set<String> after = byText(randomOriginal.pieces()).keySet();
    for (Piece piece : before) {
      SectionId was = owners.get(piece.text());
      if (was == null
          || !after.contains(piece.text())
          || sizes.getOrDefault(was, 0) != 1
          || isSign(piece)) {
        continue;
      }
      tally.unchanged++;
      SectionId is = now.get(piece.text());
      boolean merged =
          is != null
              && root.library()
                  .ids()
                  .locate(was)
                  .filter(w -> w instanceof SectionLocation.Gone gone && is.equals(gone.became()))
                  .isPresent();
      if (was.equals(is) || merged) {
        tally.kept++;
      } else if (is != null) {
        tally.lost.add(where + ": " + piece.text());
      } else {
        tally.unchanged--; // it is there twice now
      }
    }
  }

  /** Rules and closing tags, of which one is like another. */
  private static boolean isSign(Piece piece) {
    return piece.kind() == BlockKind.RULE
        || (piece.kind() == BlockKind.SHORTCODE && piece.text().length() < 30);
  }

  private void checkCompany(String where) {
    Map<String, Piece> byText = byText(randomOriginal.pieces());
    for (TrackedSection each : root.sections(id)) {
      Section section = each.section();
      if (section.isTitle() || section.original().isEmpty()) {
        continue;
      }
      Set<Integer> sources =
          section.original().stream()
              .map(block -> byText.get(block.markdown().strip()))
              .filter(java.util.Objects::nonNull)
              .flatMap(piece -> piece.sources().stream())
              .collect(Collectors.toSet());
      for (Block block : section.translation()) {
        Set<Integer> right = translates.get(block.markdown());
        if (right == null
            || section.original().stream().anyMatch(b -> b.kind() == BlockKind.RULE)) {
          continue;
        }
        tally.translations++;
        if (sources.stream().noneMatch(right::contains)) {
          tally.wrong.add(
              where + ": " + section.original().getFirst().markdown() + " = " + block.markdown());
        }
      }
    }
  }

  private void checkKnown(Done done) {
    Piece before = done.before();
    Piece after = done.after();
    if (before == null || after == null || done.edit() == RandomOriginal.Edit.REPLACE) {
      return;
    }
    SectionId was = owners.get(before.text());
    SectionId is = owners().get(after.text());
    if (was == null || is == null) {
      return;
    }
    int[] counts = tally.known.computeIfAbsent(done.edit(), edit -> new int[2]);
    counts[1]++;
    if (was.equals(is)) {
      counts[0]++;
    }
    if (done.edit().grade.isEmpty()) {
      return;
    }
    tally.similarities.add(similarity(before.text(), after.text()));
    TrackedSection section = root.library().ids().section(is);
    if (was.equals(is)
        && sizes.getOrDefault(was, 0) == 1
        && !section.section().translation().isEmpty()) {
      Change change = section.sectionStatus().change();
      String grade = change == null ? "none" : change.grade().code();
      boolean fresh = section.sectionStatus().freshness() == Freshness.CURRENT;
      String given = grade + (fresh ? " (current)" : " (stale)");
      tally
          .grades
          .computeIfAbsent(done.edit().grade + " " + done.edit(), k -> new TreeMap<>())
          .merge(given, 1, Integer::sum);
      String line = done.edit() + " as " + grade + ": " + before.text() + " → " + after.text();
      int by = GRADES.indexOf(grade) - GRADES.indexOf(done.edit().grade);
      if (by != 0) {
        (by > 0 ? tally.graver : tally.milder).add(line);
      }
    }
  }

  private static double similarity(String before, String after) {
    Sketch one = BlockFingerprint.of(RandomOriginal.read(before).blocks().getLast()).sketch();
    return one.similarity(
        BlockFingerprint.of(RandomOriginal.read(after).blocks().getLast()).sketch());
  }

  private static Map<String, Piece> byText(List<Piece> pieces) {
    Map<String, Piece> byText = new HashMap<>();
    pieces.forEach(piece -> byText.put(piece.text(), piece));
    return byText;
  }

  /** Paragraphs that do not occur in the document, to be written in. */
  static List<String> paragraphs(List<String> sources) {
    return sources.stream()
        .flatMap(source -> RandomOriginal.read(source).blocks().stream())
        .filter(block -> block.kind() == BlockKind.PARAGRAPH)
        .map(block -> block.markdown().strip())
        .filter(text -> text.length() > 80 && !text.contains("[") && !text.contains("\n"))
        .distinct()
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static void move(Path from, Path to) {
    try {
      Files.createDirectories(to.getParent());
      Files.move(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path tree) {
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
