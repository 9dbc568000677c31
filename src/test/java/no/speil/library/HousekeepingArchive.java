package no.speil.library;

import static no.speil.library.TestLibrary.KARI;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import no.speil.TestCorpora;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.library.actions.ExpectedVersion;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.SectionLocation;
import no.speil.record.CommentEvent;
import no.speil.status.TrackedSection;
import org.jspecify.annotations.Nullable;

/**
 * An archive of real documents and a series of form letters, on which people have worked, and the
 * truth about it: which text each piece of work was done on, and where that text is now. The truth
 * is kept by those who move the texts and never asked of the program.
 */
final class HousekeepingArchive implements AutoCloseable {
  private static final String COMMENT = "comment of ";

  /** Problems that ask a person whose a record, or where the other half of a document, is. */
  private static final Set<Problem.Kind> QUESTIONS =
      Set.of(
          Problem.Kind.RECORD_OF_ANOTHER,
          Problem.Kind.RECORD_UNFIT,
          Problem.Kind.RECORD_LEFT,
          Problem.Kind.OTHER_HALF,
          Problem.Kind.RENAMED_ORIGINAL);

  private final Path root;
  private final TestLibrary library;
  private List<WorkedSection> worked = new ArrayList<>();

  /**
   * A pair of texts that somebody has marked and commented.
   *
   * @param document where it stands, or null where it is deleted
   * @param isEdited whether its texts are not those that were marked, so that its state may differ
   */
  record WorkedSection(
      String tag,
      SectionId id,
      @Nullable String document,
      List<String> original,
      List<String> translation,
      boolean isEdited) {

    WorkedSection in(@Nullable String other) {
      return new WorkedSection(tag, id, other, original, translation, isEdited);
    }

    WorkedSection with(Side side, String text) {
      return side == Side.ORIGINAL
          ? new WorkedSection(tag, id, document, List.of(text), translation, true)
          : new WorkedSection(tag, id, document, original, List.of(text), true);
    }

    List<String> side(Side side) {
      return side == Side.ORIGINAL ? original : translation;
    }
  }

  /** Where the program shows a comment. */
  private record Place(String document, TrackedSection section) {
    List<String> side(Side side) {
      return texts(section.section(), side);
    }
  }

  /** What came of some housekeeping, counted in pieces of work on the texts that it moved. */
  record Outcome(int kept, List<String> wrong, List<String> asked, List<String> lost) {
    int all() {
      return kept + wrong.size() + asked.size() + lost.size();
    }
  }

  private HousekeepingArchive(Path root) {
    this.root = root;
    this.library = new TestLibrary(root);
  }

  /** Makes the archive and does the work; takes some seconds, so copy it. */
  static HousekeepingArchive make(Path root) {
    var made = new HousekeepingArchive(root);
    Path corpus = TestCorpora.path("nb-preservation");
    if (Files.isDirectory(corpus)) {
      made.library.copyOf(corpus);
    }
    FormLetters.write(made.library);
    made.library.open();
    made.work(new Random(1));
    made.library.close();
    return made;
  }

  HousekeepingArchive copy(Path other) {
    copyTree(root, other);
    var copy = new HousekeepingArchive(other);
    copy.worked = new ArrayList<>(worked);
    return copy;
  }

  /** Marks and comments some of the sections that have both texts. */
  private void work(Random random) {
    for (LiveDocument document : documents()) {
      var commented = new ArrayList<ExpectedVersion>();
      for (TrackedSection tracked : document.sections()) {
        Section section = tracked.section();
        boolean isLetter = document.id().value().startsWith(FormLetters.FOLDER);
        if (section.original().isEmpty()
            || section.translation().isEmpty()
            || random.nextInt(isLetter ? 2 : 5) > 0) {
          continue;
        }
        var truth =
            new WorkedSection(
                "T" + worked.size(),
                section.id(),
                document.id().value(),
                texts(section, Side.ORIGINAL),
                texts(section, Side.TRANSLATION),
                false);
        worked.add(truth);
        library.library().marks().comment(section.id(), COMMENT + truth.tag(), KARI);
        commented.add(new ExpectedVersion(section.id(), tracked.version()));
      }
      boolean areMarked =
          library
              .library()
              .marks()
              .markAll(document.id(), State.TRANSLATED, commented, KARI)
              .stream()
              .allMatch(each -> each.refused() == null);
      if (!areMarked) {
        throw new IllegalStateException("not all is marked in " + document.id());
      }
    }
  }

  private static List<String> texts(Section section, Side side) {
    return section.side(side).stream().map(block -> block.markdown().strip()).toList();
  }

  Path root() {
    return root;
  }

  TestLibrary library() {
    return library;
  }

  List<WorkedSection> worked() {
    return List.copyOf(worked);
  }

  /** Those whose texts stand in the document, as the truth is. */
  List<WorkedSection> workedIn(String document) {
    return worked.stream().filter(each -> document.equals(each.document())).toList();
  }

  /** Sets the truth of all, after a backup was restored. */
  void setWorked(List<WorkedSection> truths) {
    worked = new ArrayList<>(truths);
  }

  void change(WorkedSection before, WorkedSection after) {
    worked.set(worked.indexOf(before), after);
  }

  /** The texts of some documents are now those of others; null where they are deleted. */
  void moved(Map<String, Optional<String>> names) {
    worked.replaceAll(
        each ->
            each.document() != null && names.containsKey(each.document())
                ? each.in(names.get(each.document()).orElse(null))
                : each);
  }

  /** The documents with both texts, as the files are. */
  List<String> pairs() {
    Path originals = root.resolve("archive");
    try (Stream<Path> files = Files.walk(originals)) {
      return files
          .map(file -> originals.relativize(file).toString())
          .filter(name -> name.endsWith(".md"))
          .map(name -> name.substring(0, name.length() - 3))
          .filter(name -> exists("translations/" + name + ".md"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean exists(String path) {
    return Files.exists(root.resolve(path));
  }

  String read(String path) {
    return library.read(path);
  }

  void write(String path, String text) {
    library.put(path, text);
  }

  /** As {@code mv} and {@code rm} do; keeps the file's time. */
  void move(String from, String to) {
    try {
      Files.createDirectories(Objects.requireNonNull(root.resolve(to).getParent()));
      Files.move(root.resolve(from), root.resolve(to), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void copyFile(String from, String to) {
    try {
      Files.createDirectories(Objects.requireNonNull(root.resolve(to).getParent()));
      Files.copy(
          root.resolve(from),
          root.resolve(to),
          StandardCopyOption.COPY_ATTRIBUTES,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(String path) {
    deleteTree(root.resolve(path));
  }

  /** Both texts of a document to another name, with its record or without. */
  void moveDocument(String from, String to, boolean withRecord) {
    move("archive/" + from + ".md", "archive/" + to + ".md");
    move("translations/" + from + ".md", "translations/" + to + ".md");
    if (withRecord && exists("translations/" + from + ".jsonl")) {
      move("translations/" + from + ".jsonl", "translations/" + to + ".jsonl");
    }
  }

  /** Both texts; the record stays, unless it is taken too. */
  void deleteDocument(String name, boolean withRecord) {
    delete("archive/" + name + ".md");
    delete("translations/" + name + ".md");
    if (withRecord) {
      delete("translations/" + name + ".jsonl");
    }
  }

  void putDocument(String name, String original, String translation) {
    write("archive/" + name + ".md", original);
    write("translations/" + name + ".md", translation);
  }

  /**
   * Looks for every comment and compares with the truth. Work that is asked for, lost or at a wrong
   * text is given up, so that each is counted once.
   *
   * @param before the truth before the housekeeping, which says what it has moved
   * @param touched documents whose files it changed
   */
  Outcome check(List<WorkedSection> before, Set<String> touched) {
    Map<String, List<Place>> places = places();
    List<Problem> problems = library.library().problems();
    int kept = 0;
    var wrong = new ArrayList<String>();
    var asked = new ArrayList<String>();
    var lost = new ArrayList<String>();
    Set<WorkedSection> unchanged = new HashSet<>(before);
    var left = new ArrayList<WorkedSection>();
    for (WorkedSection truth : worked) {
      List<Place> found = places.getOrDefault(truth.tag(), List.of());
      Optional<String> error =
          found.stream().flatMap(place -> wrongAt(truth, place).stream()).findFirst();
      Optional<String> lack = error.isPresent() ? Optional.empty() : lack(truth, found);
      boolean isTouched =
          !unchanged.contains(truth)
              || (truth.document() != null && touched.contains(truth.document()));
      if (error.isPresent()) {
        wrong.add(error.get());
      } else if (lack.isPresent()) {
        (isAsked(truth, problems) ? asked : lost).add(lack.get());
      } else {
        kept += isTouched && truth.document() != null ? 1 : 0;
        left.add(truth);
      }
    }
    worked = left;
    return new Outcome(kept, wrong, asked, lost);
  }

  /** Says what is wrong where work is shown at a text that it was not done on. */
  private static Optional<String> wrongAt(WorkedSection truth, Place place) {
    boolean isElsewhere = !place.document().equals(truth.document());
    boolean isOther =
        Stream.of(Side.values())
            .anyMatch(
                side ->
                    !place.side(side).isEmpty()
                        && place.side(side).stream().noneMatch(truth.side(side)::contains));
    return isElsewhere || isOther
        ? Optional.of(
            "%s of %s at %s %s | %s"
                .formatted(
                    describe(truth),
                    truth.document(),
                    place.document(),
                    place.side(Side.ORIGINAL),
                    place.side(Side.TRANSLATION)))
        : Optional.empty();
  }

  /** Says what is missing where work is not wholly at its text. */
  private Optional<String> lack(WorkedSection truth, List<Place> places) {
    Optional<SectionLocation> location = library.library().ids().locate(truth.id());
    boolean isPresent = location.isPresent() && location.get() instanceof SectionLocation.Present;
    if (truth.document() == null) {
      return isPresent
          ? Optional.of(describe(truth) + ": its address leads to " + location)
          : Optional.empty();
    }
    if (places.size() != 1) {
      return Optional.of(
          "%s of %s: its comment is at %d sections, in records %s"
              .formatted(
                  describe(truth), truth.document(), places.size(), recordsWith(truth.tag())));
    }
    Place place = places.getFirst();
    if (!place.side(Side.ORIGINAL).equals(truth.original())
        || !place.side(Side.TRANSLATION).equals(truth.translation())) {
      return Optional.of(
          "%s of %s: torn, at %s | %s"
              .formatted(
                  describe(truth),
                  truth.document(),
                  place.side(Side.ORIGINAL),
                  place.side(Side.TRANSLATION)));
    }
    State state = place.section().sectionStatus().state();
    if (!truth.isEdited() && state != State.TRANSLATED) {
      return Optional.of("%s of %s is %s".formatted(describe(truth), truth.document(), state));
    }
    boolean leadsHere =
        isPresent
            ? location.orElseThrow().document().value().equals(truth.document())
            : location.isPresent()
                && location.get() instanceof SectionLocation.Gone gone
                && place.section().section().id().equals(gone.became());
    return leadsHere
        ? Optional.empty()
        : Optional.of(
            "%s of %s: its address leads to %s"
                .formatted(describe(truth), truth.document(), location));
  }

  private static String describe(WorkedSection truth) {
    String text = truth.original().getFirst();
    return truth.tag() + " '" + text.substring(0, Math.min(30, text.length())) + "'";
  }

  /** Whether a question names the document, or the record that holds the work. */
  private boolean isAsked(WorkedSection truth, List<Problem> problems) {
    Set<String> names = new HashSet<>(recordsWith(truth.tag()));
    if (truth.document() != null) {
      names.add(truth.document());
    }
    return problems.stream()
        .filter(problem -> QUESTIONS.contains(problem.kind()))
        .flatMap(problem -> Stream.concat(Stream.of(problem.file()), problem.details().stream()))
        .anyMatch(
            said ->
                names.stream()
                    .anyMatch(
                        name ->
                            said.equals(name)
                                || said.endsWith("/" + name + ".md")
                                || said.endsWith("/" + name + ".jsonl")));
  }

  private List<String> recordsWith(String tag) {
    Path folder = root.resolve("translations");
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".jsonl"))
          .filter(file -> TestCorpora.read(file).contains(COMMENT + tag + "\""))
          .map(file -> folder.relativize(file).toString().replace(".jsonl", ""))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, List<Place>> places() {
    Map<String, List<Place>> places = new HashMap<>();
    for (LiveDocument document : documents()) {
      for (TrackedSection tracked : document.sections()) {
        tracked.history().stream()
            .filter(CommentEvent.class::isInstance)
            .map(event -> ((CommentEvent) event).text())
            .filter(text -> text.startsWith(COMMENT))
            .distinct()
            .forEach(
                text ->
                    places
                        .computeIfAbsent(text.substring(COMMENT.length()), t -> new ArrayList<>())
                        .add(new Place(document.id().value(), tracked)));
      }
    }
    return places;
  }

  private List<LiveDocument> documents() {
    return library.library().catalogue().ids().stream()
        .map(DocumentId::value)
        .map(id -> library.library().documents().findLoadable(new DocumentId(id)))
        .flatMap(Optional::stream)
        .toList();
  }

  static void copyTree(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(Objects.requireNonNull(copy.getParent()));
        Files.copy(
            file, copy, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void deleteTree(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    library.close();
  }
}
