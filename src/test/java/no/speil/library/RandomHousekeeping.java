package no.speil.library;

import static no.speil.Program.git;
import static no.speil.library.TestLibrary.OLA;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.library.HousekeepingArchive.Outcome;
import no.speil.library.HousekeepingArchive.WorkedSection;
import no.speil.status.TrackedSection;

/**
 * What a keeper does to the files of an archive on an ordinary day, by chance: each step says to
 * the archive's truth what it has moved, and then asks what has become of the work.
 */
final class RandomHousekeeping implements AutoCloseable {
  private static final int SHORTEST_RARE = 60;

  private final HousekeepingArchive archive;
  private final Path aside;
  private final Random random;
  private final Set<String> touched = new HashSet<>();
  private final List<String> trail = new ArrayList<>();
  private boolean isRunning;
  private int names;
  private int persons = FormLetters.LETTERS;
  private int folders;

  /** Every kind of housekeeping that is drawn. */
  enum Kind {
    RENAME,
    SWAP,
    ROTATE,
    RENUMBER,
    COPY_AND_DELETE,
    CUT_AND_PASTE,
    MOVE_PARAGRAPH,
    SPLIT,
    MERGE,
    LETTERS,
    FOLDER,
    DELETE_AND_RETURN,
    UNMOUNT,
    BACKUP,
    CLONES
  }

  /**
   * @param aside a folder for what lies outside the archive for a while
   */
  RandomHousekeeping(HousekeepingArchive archive, Path aside, long seed) {
    this.archive = archive;
    this.aside = aside;
    this.random = new Random(seed);
    this.isRunning = false;
  }

  /** The steps so far, oldest first. */
  List<String> trail() {
    return trail;
  }

  /** Does that, with a server running or while it is stopped, and says what came of it. */
  Outcome step(Kind kind) {
    List<WorkedSection> before = archive.worked();
    touched.clear();
    boolean running = random.nextInt(5) < 3;
    trail.add(kind + (running ? " running" : " stopped"));
    if (running) {
      open();
      Object sync = archive.library().library().sync();
      synchronized (sync) { // no look of its own between two moves of files: pauses are drawn
        act(kind);
      }
    } else {
      archive.close();
      isRunning = false;
      act(kind);
      if (random.nextInt(12) == 0) {
        note("index deleted");
        archive.delete(".speil");
      }
    }
    open();
    look();
    look();
    return archive.check(before, touched);
  }

  private void open() {
    if (!isRunning) {
      archive.library().open();
      isRunning = true;
    }
  }

  private void look() {
    archive.library().library().sync().look();
  }

  /** Time passes between two moves of files: the server looks, or is started for a while. */
  private void pause() {
    note("pause");
    if (isRunning) {
      look();
      look();
    } else {
      archive.library().open();
      look();
      archive.close();
    }
  }

  private boolean maybePause() {
    boolean pauses = random.nextBoolean();
    if (pauses) {
      pause();
    }
    return pauses;
  }

  private void note(String what) {
    trail.set(trail.size() - 1, trail.getLast() + "; " + what);
  }

  private void act(Kind kind) {
    switch (kind) {
      case RENAME -> rename();
      case SWAP -> rotate(2);
      case ROTATE -> rotate(3 + random.nextInt(3));
      case RENUMBER -> renumber();
      case COPY_AND_DELETE -> copyAndDelete();
      case CUT_AND_PASTE -> cutAndPaste();
      case MOVE_PARAGRAPH -> moveParagraph();
      case SPLIT -> split();
      case MERGE -> merge();
      case LETTERS -> letters();
      case FOLDER -> moveFolder();
      case DELETE_AND_RETURN -> deleteAndReturn();
      case UNMOUNT -> unmount();
      case BACKUP -> restoreBackup();
      case CLONES -> mergeClones();
    }
  }

  private void rename() {
    String from = anyDocument();
    String to = newName(from);
    note(from + " -> " + to);
    touch(from, to);
    boolean withRecord = random.nextInt(3) == 0;
    if (random.nextInt(3) == 0) {
      archive.move("archive/" + from + ".md", "archive/" + to + ".md");
      pause();
      archive.move("translations/" + from + ".md", "translations/" + to + ".md");
    } else {
      archive.moveDocument(from, to, withRecord);
    }
    archive.moved(Map.of(from, Optional.of(to)));
  }

  private void rotate(int size) {
    List<String> all = new ArrayList<>(random.nextBoolean() ? letterNames() : archive.pairs());
    Collections.shuffle(all, random);
    List<String> chosen = all.subList(0, Math.min(size, all.size()));
    Map<String, String> names = new LinkedHashMap<>();
    for (int i = 0; i < chosen.size(); i++) {
      names.put(chosen.get(i), chosen.get((i + 1) % chosen.size()));
    }
    renameAll(names);
  }

  /** A letter is put in between, or taken out, and those behind it have other numbers. */
  private void renumber() {
    List<String> letters = letterNames();
    int at = random.nextInt(letters.size() - 2);
    int last = Math.min(letters.size() - 1, at + 2 + random.nextInt(20));
    Map<String, String> names = new LinkedHashMap<>();
    if (random.nextBoolean()) {
      for (int i = at; i < last; i++) {
        names.put(letters.get(i), letters.get(i + 1));
      }
      String end = newName(letters.get(last));
      names.put(letters.get(last), end);
      renameAll(names);
      int person = ++persons;
      note("new " + letters.get(at));
      archive.putDocument(
          letters.get(at), FormLetters.original(person), FormLetters.translation(person));
    } else {
      deleteForGood(letters.get(at));
      for (int i = at + 1; i <= last; i++) {
        names.put(letters.get(i), letters.get(i - 1));
      }
      renameAll(names);
    }
  }

  /** All at once, by way of temporary names; with the records or without them. */
  private void renameAll(Map<String, String> names) {
    boolean withRecord = random.nextInt(3) == 0;
    note((withRecord ? "with records " : "") + names);
    Map<String, Optional<String>> moved = new HashMap<>();
    names.forEach(
        (from, to) -> {
          touch(from, to);
          archive.moveDocument(from, from + ".tmp", withRecord);
          moved.put(from, Optional.of(to));
        });
    names.forEach((from, to) -> archive.moveDocument(from + ".tmp", to, withRecord));
    archive.moved(moved);
  }

  /** "Copy, look, then delete", or a copy made by mistake. */
  private void copyAndDelete() {
    String from = anyDocument();
    String to = newName(from);
    boolean isMistake = random.nextInt(3) == 0;
    note(from + " copied to " + to + (isMistake ? ", copy deleted" : ", deleted"));
    touch(from, to);
    boolean withRecord = random.nextInt(4) == 0;
    archive.copyFile("archive/" + from + ".md", "archive/" + to + ".md");
    archive.copyFile("translations/" + from + ".md", "translations/" + to + ".md");
    if (withRecord) {
      archive.copyFile("translations/" + from + ".jsonl", "translations/" + to + ".jsonl");
    }
    maybePause();
    if (isMistake) {
      archive.deleteDocument(to, archive.exists("translations/" + to + ".jsonl"));
    } else {
      archive.deleteDocument(from, withRecord);
      archive.moved(Map.of(from, Optional.of(to)));
    }
  }

  /** Some letters are thrown away, and others of the form written, at once or later. */
  private void letters() {
    List<String> letters = new ArrayList<>(letterNames());
    Collections.shuffle(letters, random);
    for (String name : letters.subList(0, 1 + random.nextInt(3))) {
      deleteForGood(name);
    }
    maybePause();
    for (int added = 1 + random.nextInt(3); added > 0; added--) {
      int person = ++persons;
      String name = FormLetters.FOLDER + "ny-" + person;
      note("new " + name);
      archive.putDocument(name, FormLetters.original(person), FormLetters.translation(person));
    }
  }

  private void deleteForGood(String name) {
    note("delete " + name);
    touch(name);
    archive.deleteDocument(name, random.nextInt(4) == 0);
    archive.moved(Map.of(name, Optional.empty()));
  }

  /** A folder has another name, first on one side and then on the other, or on both at once. */
  private void moveFolder() {
    List<String> tops =
        archive.pairs().stream()
            .filter(name -> name.contains("/"))
            .map(name -> name.substring(0, name.indexOf('/')))
            .distinct()
            .toList();
    String from = any(tops);
    String to = from.replaceFirst("-\\d+$", "") + "-" + ++folders;
    note(from + "/ -> " + to + "/");
    Map<String, Optional<String>> moved = new HashMap<>();
    for (String name : archive.pairs()) {
      if (name.startsWith(from + "/")) {
        String other = to + name.substring(from.length());
        moved.put(name, Optional.of(other));
        touch(name, other);
      }
    }
    String first = random.nextInt(3) > 0 ? "archive/" : "translations/";
    String second = first.equals("archive/") ? "translations/" : "archive/";
    archive.move(first + from, first + to);
    maybePause();
    moveInto(second + from, second + to);
    archive.moved(moved);
  }

  /** As {@code mv} does: into a folder that is there already; then the keeper puts that right. */
  private void moveInto(String from, String to) {
    if (!archive.exists(to)) {
      archive.move(from, to);
      return;
    }
    String inside = to + from.substring(from.lastIndexOf('/'));
    archive.move(from, inside);
    maybePause();
    Path wrong = archive.root().resolve(inside);
    try (Stream<Path> files = Files.walk(wrong)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String below = wrong.relativize(file).toString();
        if (below.endsWith(".md")) {
          archive.move(inside + "/" + below, to + "/" + below);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deleted, and a while later back as it was. */
  private void deleteAndReturn() {
    String name = anyDocument();
    note(name);
    touch(name);
    List<String> files =
        switch (random.nextInt(3)) {
          case 0 -> List.of("archive/%s.md", "translations/%s.md");
          case 1 -> List.of("archive/%s.md", "translations/%s.md", "translations/%s.jsonl");
          default -> List.of(random.nextBoolean() ? "archive/%s.md" : "translations/%s.md");
        };
    note(files.toString());
    String bin = "../" + aside.getFileName() + "/bin/";
    for (String file : files) {
      archive.move(file.formatted(name), bin + file.formatted(name));
    }
    pause();
    for (String file : files) {
      if (archive.exists(file.formatted(name))) {
        archive.delete(file.formatted(name)); // a record that was begun meanwhile
      }
      archive.move(bin + file.formatted(name), file.formatted(name));
    }
  }

  /** One of the two folders, or both, are empty for a while, or gone. */
  private void unmount() {
    int which = random.nextInt(3);
    boolean isEmptyThere = random.nextBoolean();
    List<String> gone =
        which == 0
            ? List.of("archive")
            : which == 1 ? List.of("translations") : List.of("archive", "translations");
    note(gone + (isEmptyThere ? " empty" : " gone"));
    for (String folder : gone) {
      archive.move(folder, "../" + aside.getFileName() + "/unmounted-" + folder);
      if (isEmptyThere || !isRunning) {
        archive.root().resolve(folder).toFile().mkdirs();
      }
    }
    pause();
    for (String folder : gone) {
      archive.delete(folder);
      archive.move("../" + aside.getFileName() + "/unmounted-" + folder, folder);
    }
  }

  /** What was done since a backup is gone with its files; what was there before is as it was. */
  private void restoreBackup() {
    List<WorkedSection> truth = archive.worked();
    Path backup = aside.resolve("backup");
    copyFolders(archive.root(), backup);
    act(any(List.of(Kind.RENAME, Kind.SWAP, Kind.RENUMBER, Kind.SPLIT, Kind.LETTERS)));
    pause();
    note("restore all");
    copyFolders(backup, archive.root());
    archive.setWorked(truth);
  }

  /** Puts both folders in the place of those that are there. */
  private static void copyFolders(Path from, Path to) {
    for (String folder : List.of("archive", "translations")) {
      HousekeepingArchive.deleteTree(to.resolve(folder));
      HousekeepingArchive.copyTree(from.resolve(folder), to.resolve(folder));
    }
  }

  /** A pair of paragraphs that stands nowhere else, cut out and put back in two saves. */
  private void cutAndPaste() {
    Optional<WorkedSection> chosen = rareParagraph();
    if (chosen.isEmpty()) {
      note("nothing");
      return;
    }
    WorkedSection section = chosen.get();
    String document = Objects.requireNonNull(section.document());
    note(section.tag() + " in " + document);
    touch(document);
    boolean atEnd = random.nextBoolean();
    boolean oneByOne = random.nextInt(3) == 0;
    Map<Side, List<String>> around = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      around.put(side, cut(path(side, document), section.side(side).getFirst()));
      if (oneByOne) {
        pause();
      }
    }
    pause();
    for (Side side : Side.values()) {
      paste(path(side, document), around.get(side), section.side(side).getFirst(), atEnd);
      if (oneByOne) {
        pause();
      }
    }
  }

  private List<String> cut(String path, String text) {
    String whole = archive.read(path);
    int at = whole.indexOf(text);
    String before = whole.substring(0, at);
    String after = whole.substring(at + text.length());
    archive.write(path, before.stripTrailing() + "\n\n" + after.stripLeading());
    return List.of(before, after);
  }

  private void paste(String path, List<String> around, String text, boolean atEnd) {
    archive.write(
        path,
        atEnd
            ? archive.read(path).stripTrailing() + "\n\n" + text + "\n"
            : around.getFirst() + text + around.getLast());
  }

  private void moveParagraph() {
    Optional<WorkedSection> chosen = rareParagraph();
    if (chosen.isEmpty()) {
      note("nothing");
      return;
    }
    WorkedSection section = chosen.get();
    String from = Objects.requireNonNull(section.document());
    String to = any(plainDocuments().stream().filter(name -> !name.equals(from)).toList());
    note(section.tag() + " from " + from + " to " + to);
    touch(from, to);
    boolean cutsFirst = random.nextBoolean();
    if (cutsFirst) {
      cutBoth(section, from);
      maybePause();
    }
    for (Side side : Side.values()) {
      String path = path(side, to);
      archive.write(
          path, archive.read(path).stripTrailing() + "\n\n" + section.side(side).getFirst() + "\n");
    }
    if (!cutsFirst) {
      maybePause();
      cutBoth(section, from);
    }
    archive.change(section, section.in(to));
  }

  private void cutBoth(WorkedSection section, String document) {
    for (Side side : Side.values()) {
      cut(path(side, document), section.side(side).getFirst());
    }
  }

  private static String path(Side side, String document) {
    return (side == Side.ORIGINAL ? "archive/" : "translations/") + document + ".md";
  }

  /** The later part of a document becomes one of its own. */
  private void split() {
    List<String> documents = new ArrayList<>(plainDocuments());
    Collections.shuffle(documents, random);
    for (String name : documents) {
      List<WorkedSection> cuts =
          archive.workedIn(name).stream().filter(this::isRareParagraph).toList();
      for (WorkedSection cut : cuts) {
        Map<WorkedSection, Boolean> behind = behind(name, cut);
        if (!behind.isEmpty()) {
          splitAt(name, cut, behind);
          return;
        }
      }
    }
    note("nothing");
  }

  private void splitAt(String name, WorkedSection cut, Map<WorkedSection, Boolean> behind) {
    String to = newName(name);
    note(name + " from " + cut.tag() + " on -> " + to);
    touch(name, to);
    List<String> rest = new ArrayList<>();
    for (Side side : Side.values()) {
      String whole = archive.read(path(side, name));
      int at = whole.indexOf(cut.side(side).getFirst());
      archive.write(path(side, name), whole.substring(0, at).stripTrailing() + "\n");
      rest.add(
          "---\ntitle: %s %s\nlanguage: %s\n---\n\n%s"
              .formatted(
                  side == Side.ORIGINAL ? "Andre del av" : "Second part of",
                  to,
                  side == Side.ORIGINAL ? "nb" : "en",
                  whole.substring(at)));
    }
    maybePause();
    archive.putDocument(to, rest.getFirst(), rest.getLast());
    behind.forEach(
        (section, isBehind) -> {
          if (isBehind) {
            archive.change(section, section.in(to));
          }
        });
  }

  /**
   * Which worked sections of a document stand behind the cut on both sides; empty where one is torn
   * by it or its place is not plain.
   */
  private Map<WorkedSection, Boolean> behind(String name, WorkedSection cut) {
    Map<WorkedSection, Boolean> behind = new LinkedHashMap<>();
    for (WorkedSection each : archive.workedIn(name)) {
      List<Boolean> sides = new ArrayList<>();
      for (Side side : Side.values()) {
        String whole = archive.read(path(side, name));
        int at = whole.indexOf(cut.side(side).getFirst());
        for (String block : each.side(side)) {
          int first = whole.indexOf(block);
          int last = whole.lastIndexOf(block);
          boolean isPlain =
              first < 0
                  ? isTitle(each, archive.read(path(Side.ORIGINAL, name)))
                  : (first < at) == (last < at);
          if (!isPlain) {
            return Map.of();
          }
          sides.add(first >= at);
        }
      }
      if (sides.stream().distinct().count() != 1) {
        return Map.of();
      }
      behind.put(each, sides.getFirst());
    }
    return behind;
  }

  /** Whether it is the title in a document's front matter. */
  private static boolean isTitle(WorkedSection section, String whole) {
    return whole.lastIndexOf(section.original().getFirst()) < whole.indexOf("\n---\n");
  }

  /** A document's body is put at the end of another. */
  private void merge() {
    List<String> plain = plainDocuments();
    String from = any(plain);
    String to = any(plain.stream().filter(name -> !name.equals(from)).toList());
    note(from + " into " + to);
    touch(from, to);
    for (Side side : Side.values()) {
      String whole = archive.read(path(side, from));
      String body = whole.substring(whole.indexOf("\n---\n") + 5).strip();
      archive.write(
          path(side, to), archive.read(path(side, to)).stripTrailing() + "\n\n" + body + "\n");
    }
    maybePause();
    boolean withRecord = random.nextInt(4) == 0;
    String whole = archive.read(path(Side.ORIGINAL, from));
    for (WorkedSection each : archive.workedIn(from)) {
      archive.change(each, each.in(withRecord || isTitle(each, whole) ? null : to));
    }
    archive.deleteDocument(from, withRecord);
  }

  private void mergeClones() {
    Path root = archive.root();
    Path clone = aside.resolve("clone-" + ++folders);
    if (!Files.exists(root.resolve(".git"))) {
      git(root, "init", "-q", "-b", "main");
    }
    commit(root);
    HousekeepingArchive.copyTree(root, clone);
    Optional<WorkedSection> chosen = rareParagraph();
    if (chosen.isEmpty()) {
      note("nothing");
      return;
    }
    WorkedSection section = chosen.get();
    String document = Objects.requireNonNull(section.document());
    touch(document);
    List<WorkedSection> truth = archive.worked();
    boolean isRename = random.nextBoolean();
    String name = newName(document);
    String changed = section.original().getFirst() + " Dette er nytt.";
    note((isRename ? "clone renames " + document : "clone edits " + section.tag()) + ", " + name);
    inClone(clone, section, isRename ? name : "", changed);
    String rewritten = "This has been rewritten here. " + section.translation().getFirst();
    rewrite(section, rewritten);
    commit(root);
    WorkedSection expected = section.with(Side.TRANSLATION, rewritten);
    if (!isRename) {
      expected = expected.with(Side.ORIGINAL, changed);
    }
    try {
      git(root, "pull", "-q", "--no-rebase", "--no-edit", clone.toString(), "main");
      archive.change(section, expected);
      if (isRename) {
        touch(name);
        archive.moved(Map.of(document, Optional.of(name)));
      }
    } catch (IllegalStateException e) {
      note("conflict, given up: " + e.getMessage().lines().findFirst().orElse(""));
      git(root, "merge", "--abort");
      archive.setWorked(truth);
      archive.change(section, section.with(Side.TRANSLATION, rewritten));
    }
    HousekeepingArchive.deleteTree(clone);
  }

  private static void inClone(Path clone, WorkedSection section, String name, String changed) {
    try (TestLibrary other = new TestLibrary(clone)) {
      other.open();
      String document = Objects.requireNonNull(section.document());
      if (name.isEmpty()) {
        String path = "archive/" + document + ".md";
        other.put(path, other.read(path).replace(section.original().getFirst(), changed));
      } else {
        for (String folder : List.of("archive/", "translations/")) {
          other.put(folder + name + ".md", other.read(folder + document + ".md"));
          other.delete(folder + document + ".md");
        }
      }
      other.library().sync().look();
      other.library().sync().look();
    }
    commit(clone);
  }

  /** On the page, where a server runs; it is started for that where none does. */
  private void rewrite(WorkedSection section, String text) {
    boolean wasRunning = isRunning;
    open();
    TrackedSection now = archive.library().library().ids().section(section.id());
    archive.library().library().edits().edit(now.section().id(), text, now.version(), OLA);
    archive
        .library()
        .mark(archive.library().library().ids().section(section.id()), State.TRANSLATED, OLA);
    if (!wasRunning) {
      archive.close();
      isRunning = false;
    }
  }

  private static void commit(Path root) {
    git(root, "add", "-A");
    git(root, "commit", "-q", "--allow-empty", "-m", "Work");
  }

  private void touch(String... documents) {
    touched.addAll(List.of(documents));
  }

  private String anyDocument() {
    return any(random.nextBoolean() ? letterNames() : archive.pairs());
  }

  private List<String> letterNames() {
    return archive.pairs().stream().filter(name -> name.startsWith("2021")).toList();
  }

  /** Those without notes and references, which would say something else in another place. */
  private List<String> plainDocuments() {
    return archive.pairs().stream()
        .filter(
            name ->
                Stream.of(Side.values())
                    .map(side -> archive.read(path(side, name)))
                    .allMatch(
                        text ->
                            text.startsWith("---\n")
                                && text.split("```", -1).length % 2 == 1 // else it ends in code
                                && !text.contains("[^")
                                && !text.contains("]: ")))
        .toList();
  }

  private Optional<WorkedSection> rareParagraph() {
    Set<String> plain = Set.copyOf(plainDocuments());
    List<WorkedSection> rare =
        archive.worked().stream()
            .filter(each -> each.document() != null && plain.contains(each.document()))
            .filter(this::isRareParagraph)
            .toList();
    return rare.isEmpty() ? Optional.empty() : Optional.of(any(rare));
  }

  /** Whether both texts are one paragraph and stand in their files once, and in no other. */
  private boolean isRareParagraph(WorkedSection section) {
    return Stream.of(Side.values())
        .allMatch(
            side ->
                section.side(side).size() == 1
                    && section.side(side).getFirst().length() >= SHORTEST_RARE
                    && isParagraph(
                        archive.read(path(side, Objects.requireNonNull(section.document()))),
                        section.side(side).getFirst())
                    && archive.worked().stream()
                        .filter(other -> other.document() != null && !other.equals(section))
                        .noneMatch(
                            other -> other.side(side).contains(section.side(side).getFirst())));
  }

  private static boolean isParagraph(String whole, String text) {
    int at = whole.indexOf("\n\n" + text + "\n");
    return at >= 0
        && at == whole.lastIndexOf("\n\n" + text + "\n")
        && Character.isLetter(text.charAt(0));
  }

  private String newName(String like) {
    String folder = like.substring(0, like.lastIndexOf('/') + 1);
    return folder + "navn-" + ++names;
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  @Override
  public void close() {
    archive.close();
  }
}
