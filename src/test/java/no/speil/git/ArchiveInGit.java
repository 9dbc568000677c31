package no.speil.git;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import no.speil.Program;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.library.TestLibrary;
import no.speil.library.actions.Actor;
import no.speil.status.TrackedSection;
import org.jspecify.annotations.Nullable;

/**
 * An archive with a letter, in a repository, open and watched; git works only when it is told to.
 */
final class ArchiveInGit implements AutoCloseable {
  static final String LETTER = "2015/brev";
  static final Actor KARI = TestLibrary.KARI;
  static final Actor OLA = TestLibrary.OLA;
  static final Duration PAUSE = Duration.ofMinutes(5);

  private static final String ORIGINAL =
      """
      ---
      title: Brev til styret
      language: nb
      ---

      Styret må gå før sommeren.

      Kvinners rettigheter er menneskerettigheter.

      Hva vi ber om står i vedlegget.
      """;

  private static final String TRANSLATION =
      """
      ---
      title: Letter to the board
      language: en
      ---

      The board must resign before the summer.

      Women's rights are human rights.

      What we ask for is in the annex.
      """;

  private final Path root;
  private final TestLibrary library;
  private final MovedClock clock;
  private @Nullable GitSync sync;
  private @Nullable String branch;

  private ArchiveInGit(Path root) {
    this.root = root;
    this.library = new TestLibrary(root);
    this.clock = new MovedClock();
  }

  /** A new archive whose two texts are committed. */
  static ArchiveInGit at(Path root) {
    return below(root, root);
  }

  /** The same in a repository that begins further up. */
  static ArchiveInGit below(Path top, Path root) {
    var archive = new ArchiveInGit(root);
    archive.library.put("archive/" + LETTER + ".md", ORIGINAL);
    archive.library.put("translations/" + LETTER + ".md", TRANSLATION);
    archive.git("init", "-q", "-b", "main", top.toString());
    archive.git("add", "archive", "translations");
    archive.git("commit", "-q", "-m", "Begin");
    return archive;
  }

  /** The same, with a bare remote beside it that has all of it. */
  static ArchiveInGit withRemote(Path root, Path remote) {
    ArchiveInGit archive = at(root);
    archive.open().sync().round(true);
    archive.git("init", "-q", "--bare", "-b", "main", remote.toString());
    archive.git("remote", "add", "origin", remote.toString());
    archive.git("push", "-q", "-u", "origin", "main");
    return archive;
  }

  static ArchiveInGit cloneOf(Path remote, Path root) {
    return cloneOf(remote, root, false);
  }

  /**
   * @param isAsWindows whether lines end with CR and LF in the working tree
   */
  static ArchiveInGit cloneOf(Path remote, Path root, boolean isAsWindows) {
    String ends = "core.autocrlf=" + isAsWindows;
    Program.git(remote, "clone", "-q", "-c", ends, remote.toString(), root.toString());
    return existing(root);
  }

  static ArchiveInGit existing(Path root) {
    return new ArchiveInGit(root);
  }

  ArchiveInGit pushingTo(String other) {
    branch = other;
    return this;
  }

  ArchiveInGit open() {
    opened().watch();
    return this;
  }

  /** Opens it as a server does, whose git works by itself. */
  ArchiveInGit start() {
    opened().start();
    return this;
  }

  private GitSync opened() {
    library.open(clock);
    GitSync opened =
        new GitSync(
            library.library(),
            new GitSettings(Duration.ofMinutes(1), PAUSE, branch, "geheim"),
            clock,
            name -> name.equals("kari") ? "kari@example.org" : name + "@archive.example");
    sync = opened;
    return opened;
  }

  GitSync sync() {
    return Objects.requireNonNull(sync, "not open");
  }

  Path folder() {
    return root;
  }

  TestLibrary library() {
    return library;
  }

  /** Lets time pass for everybody. */
  ArchiveInGit after(Duration time) {
    clock.shift = clock.shift.plus(time);
    return this;
  }

  /** Puts the clock right, and lets so much time pass that no file counts as just written. */
  ArchiveInGit rested() {
    clock.shift = Duration.ofMinutes(1);
    return this;
  }

  /** Saves a text for the section whose original or translation begins so. */
  TrackedSection save(String beginning, String text, Actor actor) {
    TrackedSection section = library.section(LETTER, beginning);
    SectionId id = section.section().id();
    library.library().edits().edit(id, text, section.version(), actor);
    return library.sections(LETTER).stream()
        .filter(each -> each.section().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  TrackedSection mark(String beginning, State state, Actor actor) {
    return library.mark(library.section(LETTER, beginning), state, actor);
  }

  /** The codes of what stands in git's way. */
  List<String> codes() {
    return sync().status().problems().stream().map(problem -> problem.kind().code()).toList();
  }

  /** Does something to the letter while a round of git waits for it, which then goes on. */
  void duringRound(boolean everything, Runnable work) throws InterruptedException {
    var round = new Thread(() -> sync().round(everything));
    library
        .library()
        .documents()
        .locks()
        .with(
            new DocumentId(LETTER),
            () -> {
              round.start();
              awaitBlocked(round);
              work.run();
              return round;
            })
        .join(Duration.ofMinutes(5));
  }

  /** Waits until a thread waits for a document that this one has. */
  private static void awaitBlocked(Thread thread) {
    long limit = System.nanoTime() + Duration.ofMinutes(5).toNanos();
    while (thread.isAlive() && System.nanoTime() < limit) {
      if (List.of(thread.getStackTrace()).toString().contains("ReentrantLock.lock(")) {
        return;
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("nobody has waited for the document");
  }

  String git(String... arguments) {
    return Program.git(root, arguments);
  }

  /**
   * What git calls a change, but for lines that the program has written into a record by itself,
   * which it does whenever it finds files at rest.
   */
  String changes() {
    return git("status", "--porcelain", "--untracked-files=all")
        .lines()
        .filter(line -> !isByProgram(line.substring(0, 2), line.substring(3)))
        .collect(joining("\n"));
  }

  private boolean isByProgram(String how, String path) {
    if (!path.endsWith(".jsonl") || !List.of(" M", "??").contains(how)) {
      return false;
    }
    Stream<String> changed =
        how.equals(" M")
            ? git("diff", "--unified=0", "--", path)
                .lines()
                .filter(line -> line.matches("[-+][{].*"))
            : library.read(path).lines().skip(1).map("+"::concat); // after its head
    return changed.allMatch(line -> line.startsWith("+") && line.contains("\"by\":\"speil\""));
  }

  /** Commits since the first, the newest first, in git's format. */
  List<String> log(String format) {
    return git("log", "--format=" + format, "--first-parent").lines().toList();
  }

  /** Ends as a process that is killed: nothing is committed. */
  ArchiveInGit kill() {
    library.close();
    sync = null;
    return this;
  }

  @Override
  public void close() {
    if (sync != null) {
      sync.close();
    }
    library.close();
  }

  private static final class MovedClock extends Clock {
    private Duration shift = Duration.ZERO;

    @Override
    public Instant instant() {
      return Instant.now().plus(shift);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
