package no.speil.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.speil.archive.PrivateFile;
import no.speil.corpus.Problem;
import no.speil.git.GitProgram.Call;
import no.speil.git.GitStatus.Commit;
import org.jspecify.annotations.Nullable;

/**
 * The repository that an archive lies in. Objects and trees are made beside the working tree,
 * through an index of our own; the checked-out branch moves only from the commit that it was at.
 * One thread at a time.
 */
final class GitRepository {
  private static final String OWN_INDEX = "speil-index";
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+");
  private static final Version OLDEST = Version.parse("2.38");

  /** As {@code ls-files -s} tells of a file, but its stage. */
  private static final String AS_STAGED = "%(objectmode) %(objectname)%x09%(path)";

  /** How many paths a command line takes in any case, each as long as a name of a file can be. */
  private static final int MOST_ARGUMENTS = 100;

  /** In digits of a number of bytes. */
  private static final int LONGEST_SIZE = 6;

  /** Bytes, below which a disk counts as full. */
  private static final long LEAST_ROOM = 1 << 16;

  /** The end of the year 9999. */
  private static final long LATEST = 253_402_300_799L;

  /** What stands in the way of commits, by the file that tells of it. */
  private static final Map<String, String> UNDER_WAY =
      Map.of(
          "MERGE_HEAD", "merge",
          "CHERRY_PICK_HEAD", "cherry-pick",
          "REVERT_HEAD", "revert",
          "rebase-merge", "rebase",
          "rebase-apply", "rebase");

  private final GitProgram program;
  private final Path folder;
  private final Path top;
  private final String prefix;
  private final String none;

  /** What our index changes of a commit were that has not become the branch's yet. */
  private final Map<String, String> placed = new HashMap<>();

  private GitRepository(GitProgram program, Path folder, Path top, String prefix, String none) {
    this.program = program;
    this.folder = folder;
    this.top = top;
    this.prefix = prefix;
    this.none = none;
  }

  /**
   * Finds the repository of a folder.
   *
   * @throws GitException if there is none that can be used
   */
  static GitRepository of(GitProgram program) {
    requireVersion(program.git("version").text());
    Call places =
        program.git("rev-parse", "--show-toplevel", "--absolute-git-dir", "--show-prefix");
    List<String> lines = places.text().lines().toList();
    Path top = Path.of(lines.getFirst());
    requireTranslationsInside(program, top);
    String prefix = lines.size() > 2 ? lines.get(2) : "";
    String emptyTree = program.git("hash-object", "-t", "tree", "--stdin").text();
    return new GitRepository(
        program.in(top), Path.of(lines.get(1)), top, prefix, "0".repeat(emptyTree.length()));
  }

  /** Their folder may be a link to elsewhere, or a repository by itself. */
  private static void requireTranslationsInside(GitProgram program, Path top) {
    Path folder = program.folder().resolve("translations");
    if (Files.isDirectory(folder)) {
      String found = program.in(folder).git("rev-parse", "--show-toplevel").output().text();
      if (!found.equals(top.toString())) {
        throw new GitException(Problem.Kind.GIT_OUTSIDE, "translations", top.toString());
      }
    }
  }

  /** Removes the lock of our own index that a stop of the machine has left. */
  void removeOwnLock() {
    new PrivateFile(folder, OWN_INDEX + ".lock").delete();
  }

  static void requireVersion(String said) {
    Matcher version = VERSION.matcher(said);
    if (!version.find() || Version.parse(version.group()).compareTo(OLDEST) < 0) {
      throw new GitException(Problem.Kind.GIT_TOO_OLD, said, OLDEST.toString());
    }
  }

  /**
   * Sees to it that commits can be made.
   *
   * @throws GitException if a keeper is in the middle of something, or no branch is checked out
   */
  void requireCommittable() {
    UNDER_WAY.forEach(
        (file, what) -> {
          if (Files.exists(folder.resolve(file))) {
            throw new GitException(Problem.Kind.GIT_BUSY, what);
          }
        });
    branch();
    Path lock = folder.resolve("index.lock");
    if (Files.exists(lock)) {
      throw new GitException(Problem.Kind.GIT_LOCKED, lock.toString());
    }
  }

  /** The checked-out branch, such as {@code refs/heads/main}. */
  String branch() {
    GitProgram.Output said = program.git("symbolic-ref", "-q", "HEAD").requireUpTo(1);
    if (said.status() == 1) {
      throw new GitException(Problem.Kind.GIT_DETACHED);
    }
    return said.text();
  }

  /** The commit that is checked out; empty before the first. */
  Optional<String> head() {
    return commit("HEAD");
  }

  /** The commit of that name; empty if there is none. */
  Optional<String> commit(String name) {
    GitProgram.Output said =
        program.git("rev-parse", "--verify", "-q", "--end-of-options", name + "^{commit}").output();
    return said.status() == 0 ? Optional.of(said.text()) : Optional.empty();
  }

  /** Whether a commit holds everything of another. */
  boolean isAncestor(String older, String newer) {
    return program.git("merge-base", "--is-ancestor", older, newer).requireUpTo(1).status() == 0;
  }

  /** The path of a file in the repository, with {@code /}; empty if it lies outside. */
  Optional<String> path(Path file) {
    return Optional.of(file)
        .filter(each -> each.startsWith(top))
        .map(each -> top.relativize(each).toString().replace('\\', '/'));
  }

  /** The folder that it was found from, with a slash at its end; empty for all of it. */
  String prefix() {
    return prefix;
  }

  Path file(String path) {
    return top.resolve(path);
  }

  /**
   * A file in a tree.
   *
   * @param blob null where it is not there
   */
  record Entry(String path, String mode, @Nullable String blob) {
    static final String REGULAR = "100644";

    static Entry of(String path, String blob) {
      return new Entry(path, REGULAR, blob);
    }

    static Entry removed(String path) {
      return new Entry(path, "0", null);
    }

    /** As git lists it in a tree or an index; of a file in conflict, one version of it. */
    static Entry parse(String part) {
      int tab = part.indexOf('\t');
      List<String> said = List.of(part.substring(0, tab).split(" ", -1));
      return new Entry(part.substring(tab + 1), said.get(0), said.get(1));
    }

    boolean isRegular() {
      return mode.startsWith("100");
    }
  }

  /** Keeps that content as git would keep it of a file of that path, and answers its id. */
  String keep(String path, byte[] content) {
    return program.git("hash-object", "-w", "--path=" + path, "--stdin").withInput(content).text();
  }

  /** The same of working files as they are: ids by path. */
  Map<String, String> keptFiles(Collection<String> paths) {
    return hashes(paths, "-w");
  }

  /** The ids that the working files of those paths would have; without options nothing is kept. */
  Map<String, String> hashes(Collection<String> paths, String... options) {
    var there =
        paths.stream()
            .filter(path -> !GitName.isForeign(path))
            .filter(path -> Files.isRegularFile(top.resolve(path), LinkOption.NOFOLLOW_LINKS))
            .toList();
    if (there.isEmpty()) {
      return Map.of();
    }
    Call hash = program.git("hash-object", "--stdin-paths").and(List.of(options));
    String names = there.stream().map(GitRepository::quoted).collect(joining("\n"));
    List<String> ids = hash.withInput(names.getBytes(UTF_8)).text().lines().toList();
    var hashes = new LinkedHashMap<String, String>();
    for (int i = 0; i < ids.size(); i++) {
      hashes.put(there.get(i), ids.get(i));
    }
    return hashes;
  }

  /** As git reads paths that may have any character in them. */
  private static String quoted(String path) {
    return "\"%s\""
        .formatted(
            path.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r"));
  }

  /** A time as commits tell it; the beginning of all time where they tell none. */
  static Instant instant(String seconds) {
    try {
      return Instant.ofEpochSecond(Math.clamp(Long.parseLong(seconds), 0, LATEST));
    } catch (NumberFormatException e) {
      return Instant.EPOCH;
    }
  }

  /** What is kept under that id. */
  byte[] blob(String id) {
    return program.git("cat-file", "blob", id).require().bytes();
  }

  /**
   * The text of a file, as {@code commit:path} names it; empty where it is not there, or is too
   * long to be read by anybody.
   */
  String content(String name) {
    String size = program.git("cat-file", "-s", name).output().text();
    if (size.isEmpty() || size.length() > LONGEST_SIZE) {
      return "";
    }
    GitProgram.Output said = program.git("cat-file", "blob", name).output();
    return said.status() == 0 ? new String(said.bytes(), UTF_8) : "";
  }

  /** The last commits of the checked-out branch. */
  List<Commit> latest(int most) {
    if (head().isEmpty()) {
      return List.of();
    }
    String log =
        program.git("log", "-n", String.valueOf(most), "--format=%h%x1f%at%x1f%an%x1f%s").text();
    return Stream.of(log.split("\n", -1))
        .map(line -> line.split("\u001f", 4))
        .filter(said -> said.length == 4)
        .map(said -> new Commit(said[0], readable(said[2]), instant(said[1]), readable(said[3])))
        .toList();
  }

  /** What somebody has written, without what no page should show. */
  static String readable(String text) {
    return text.replaceAll("\\p{C}", " ").strip();
  }

  /** What a tree has of those paths, by path. */
  Map<String, Entry> entries(String tree, Collection<String> paths) {
    var entries = new LinkedHashMap<String, Entry>();
    listed(paths, "ls-tree", "-r", "-z", "--format=" + AS_STAGED, tree)
        .forEach(each -> entries.put(each.path(), each));
    return entries;
  }

  /** What git lists of those paths; of many, and of strange names, it is asked for all it has. */
  private List<Entry> listed(Collection<String> paths, String... arguments) {
    if (paths.isEmpty()) {
      return List.of();
    }
    Call list = program.git(arguments);
    if (paths.size() <= MOST_ARGUMENTS && paths.stream().noneMatch(GitName::isForeign)) {
      list.and(List.of("--")).and(paths);
    }
    Set<String> wanted = Set.copyOf(paths);
    return list.require().parts().stream()
        .map(Entry::parse)
        .filter(each -> wanted.contains(each.path()))
        .toList();
  }

  private Call inOwnIndex(String... arguments) {
    return program.git(arguments).with("GIT_INDEX_FILE", folder.resolve(OWN_INDEX).toString());
  }

  /** The tree with those changes. */
  String tree(@Nullable String base, Collection<Entry> changes) {
    inOwnIndex("read-tree", base == null ? "--empty" : base).require();
    updateIndex(changes, inOwnIndex("update-index", "-z", "--index-info"));
    return inOwnIndex("write-tree").text();
  }

  private void updateIndex(Collection<Entry> changes, Call update) {
    if (changes.isEmpty()) {
      return;
    }
    var lines = new ArrayList<String>();
    List<Entry> goneFirst =
        changes.stream().sorted(Comparator.comparing(each -> each.blob() != null)).toList();
    for (Entry each : goneFirst) { // a file may become a folder, and a folder a file
      String blob = each.blob();
      lines.add(each.mode() + " " + (blob == null ? none : blob) + "\t" + each.path());
    }
    update.withInput(nul(lines)).require();
  }

  /** Who made a commit, and when. */
  record Author(String name, String address, Instant at) {
    Author {
      name = name.replaceAll("[<>\\p{C}]", " ").strip();
      name = name.isEmpty() ? "unknown" : name;
      address = address.replaceAll("[<>\\p{C}\\s]", "");
    }
  }

  /** What working files of a tree would have; those that are not in it are left out. */
  Map<String, byte[]> export(String tree, Collection<String> paths) {
    var contents = new HashMap<String, byte[]>();
    for (Entry each : entries(tree, paths).values()) {
      if (each.isRegular()) {
        Call filtered = program.git("cat-file", "--filters", tree + ":" + each.path());
        contents.put(each.path(), filtered.require().bytes());
      }
    }
    return contents;
  }

  private static byte[] nul(Collection<String> paths) {
    var all = new ByteArrayOutputStream();
    paths.forEach(path -> all.writeBytes(GitName.bytes(path + "\0")));
    return all.toByteArray();
  }

  /** Those of the paths that the keeper keeps out of git. */
  Set<String> ignored(Collection<String> paths) {
    if (paths.isEmpty()) {
      return Set.of();
    }
    Call check = program.git("check-ignore", "-z", "--stdin");
    check.with("GIT_LITERAL_PATHSPECS", "0"); // which it refuses
    return Set.copyOf(check.withInput(nul(paths)).requireUpTo(1).parts());
  }

  /** What git has of another repository while nobody has asked for it: its folder. */
  void makeFolder(Entry submodule) {
    try {
      if (submodule.blob() != null && !isThere(submodule.path())) {
        Files.createDirectories(top.resolve(submodule.path()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("making " + submodule.path(), e);
    }
  }

  /** Whether a file is there; of a name that is not UTF-8, whether it is otherwise than staged. */
  boolean isThere(String path) {
    if (GitName.isForeign(path)) {
      return program.git("ls-files", "-m", "-o", "-z").require().parts().contains(path);
    }
    return Files.exists(top.resolve(path), LinkOption.NOFOLLOW_LINKS);
  }

  /** The file that stands where a file of that path needs a folder; empty if there is none. */
  Optional<String> inTheWayOf(String path) {
    return IntStream.range(0, GitName.isForeign(path) ? 0 : path.length())
        .filter(i -> path.charAt(i) == '/')
        .mapToObj(i -> path.substring(0, i))
        .filter(folder -> isThere(folder) && !Files.isDirectory(top.resolve(folder)))
        .findFirst();
  }

  /** Puts files of a tree into the working tree and the index. */
  void checkOut(String tree, Collection<String> paths) {
    run(paths, "checkout", "-q", tree);
  }

  /** Removes files from the working tree and the index. */
  void remove(Collection<String> paths) {
    run(paths, "rm", "-q", "-f", "--ignore-unmatch");
  }

  private void run(Collection<String> paths, String... arguments) {
    if (!paths.isEmpty()) {
      Call call = program.git(arguments);
      call.and(List.of("--pathspec-from-file=-", "--pathspec-file-nul"));
      call.withInput(nul(paths)).require();
    }
  }

  /** Makes a commit; nothing refers to it yet. */
  String commit(String tree, List<String> parents, Author author, Author committer, String text) {
    Call commit = program.git("commit-tree", tree, "-F", "-");
    parents.forEach(parent -> commit.and(List.of("-p", parent)));
    return commit
        .with("GIT_AUTHOR_NAME", author.name())
        .with("GIT_AUTHOR_EMAIL", author.address())
        .with("GIT_AUTHOR_DATE", "@" + author.at().getEpochSecond() + " +0000")
        .with("GIT_COMMITTER_NAME", committer.name())
        .with("GIT_COMMITTER_EMAIL", committer.address())
        .with("GIT_COMMITTER_DATE", "@" + committer.at().getEpochSecond() + " +0000")
        .withInput(text.getBytes(UTF_8))
        .text();
  }

  /**
   * Moves the checked-out branch, and what the keeper's index has of those files, unless the keeper
   * has staged something else there. The index comes first: one that lagged behind would have the
   * keeper's next commit take the change back.
   *
   * @param before where the branch must be; null before the first commit
   * @throws GitException if it is elsewhere by now; it is then as it was
   */
  void moveHead(String commit, @Nullable String before, Collection<Entry> changes, String why) {
    List<String> paths = changes.stream().map(Entry::path).toList();
    Map<String, Entry> old = before == null ? Map.of() : entries(before, paths);
    var staged = new HashMap<String, String>();
    for (Entry each : listed(paths, "ls-files", "-s", "-z")) {
      staged.merge(each.path(), String.valueOf(each.blob()), (one, other) -> "conflict");
    }
    List<Entry> ours =
        changes.stream().filter(each -> isOurs(each, staged, old.get(each.path()))).toList();
    updateIndex(ours, program.git("update-index", "-z", "--index-info"));
    ours.forEach(each -> placed.put(each.path(), String.valueOf(each.blob())));
    program
        .git("update-ref", "-m", "speil: " + why, "HEAD", commit, before == null ? none : before)
        .require();
    placed.clear();
  }

  private boolean isOurs(Entry change, Map<String, String> staged, @Nullable Entry old) {
    @Nullable String now = staged.get(change.path());
    return Objects.equals(now, old == null ? null : old.blob())
        || String.valueOf(now).equals(placed.get(change.path()));
  }

  /** Files that differ from the checked-out commit, and those that git does not know. */
  List<String> changed(List<String> below) {
    Call others = program.git("ls-files", "-o", "-z", "--exclude-standard", "--");
    List<String> unknown = others.and(below).require().parts();
    if (head().isEmpty()) {
      return unknown;
    }
    Call differing =
        program.git("diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "HEAD", "--");
    return Stream.concat(differing.and(below).require().parts().stream(), unknown.stream())
        .distinct()
        .filter(path -> !GitName.isForeign(path))
        .toList();
  }

  /** Says so if there is no room for another commit. */
  Optional<Problem> fullDisk() {
    return folder.toFile().getUsableSpace() < LEAST_ROOM
        ? Optional.of(Problem.of(".git", 0, Problem.Kind.GIT_DISK_FULL, folder.toString()))
        : Optional.empty();
  }

  Call git(String... arguments) {
    return program.git(arguments);
  }
}
