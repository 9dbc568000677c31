package no.speil.git;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.git.GitRepository.Author;
import no.speil.git.UnmergedFiles.Unmerged;
import no.speil.library.Library;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an archive in git while it is served. All of git runs on one thread of its own; whatever
 * fails there is a problem that is listed, and tried again. Thread-safe.
 */
public final class GitSync implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GitSync.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration CLOSING = Duration.ofSeconds(30);

  /** Of fetch, merge and push, at most. */
  private static final int ROUNDS = 3;

  /** Events that are remembered while git cannot commit them. */
  private static final int MOST_PENDING = 2_000;

  /** Commits, and files that are not merged, that the page lists. */
  private static final int SHOWN = 30;

  private final Library library;
  private final GitSettings settings;
  private final Clock clock;
  private final UnaryOperator<String> addresses;
  private final PendingWork pending;
  private final GitProgram program;
  private final Thread thread;
  private final Semaphore asked = new Semaphore(0);
  private volatile @Nullable GitRepository repository;
  private Instant nextRest = Instant.MIN;
  private volatile boolean closing;
  private volatile boolean accepts;

  /** When the remote was last asked; null for as soon as can be. */
  private volatile @Nullable Instant lastFetch;

  private final Queue<Kept> kept = new ConcurrentLinkedQueue<>();

  private volatile GitStatus status = GitStatus.UNKNOWN;

  /**
   * @param addresses the mail address of a person, by name
   */
  public GitSync(
      Library library, GitSettings settings, Clock clock, UnaryOperator<String> addresses) {
    this.library = library;
    this.settings = settings;
    this.clock = clock;
    this.addresses = addresses;
    this.pending = new PendingWork(clock, settings);
    this.program = new GitProgram(library.archive().root());
    this.thread = Thread.ofPlatform().daemon().name("git").unstarted(this::run);
  }

  /** Begins to note what people write, and to commit it. */
  public void start() {
    watch();
    thread.start();
  }

  /** Notes what people write; nothing is committed before {@link #round}. */
  void watch() {
    library.documents().watch(pending::note);
  }

  PendingWork pending() {
    return pending;
  }

  /** How it stands. */
  public GitStatus status() {
    return status;
  }

  /** By what forges sign what they post; null where nothing is taken from any. */
  public @Nullable String hookSecret() {
    return settings.hookSecret();
  }

  /** Commits what waits, and asks the remote, as soon as can be. */
  public void syncSoon() {
    asked.release();
  }

  /** Asks the remote as soon as can be; what people are writing is not committed for that. */
  public void fetchSoon() {
    lastFetch = null;
  }

  private void run() {
    try {
      while (!closing) {
        boolean isAsked = asked.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        isAsked |= asked.drainPermits() > 0; // however often somebody has asked
        if (!closing) {
          round(isAsked);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Does what is due.
   *
   * @param everything whether all that waits is committed, whoever may go on writing, and the
   *     remote is asked at once
   */
  void round(boolean everything) {
    attempt(
        () -> {
          Instant now = clock.instant();
          if (everything || isFetchDue(now)) {
            GitRepository opened = opened();
            opened.requireCommittable();
            keepTexts(opened);
            new HandCommits(library, opened).tell(this::named, now);
          }
          boolean hasCommitted = commit(everything);
          if (everything || hasCommitted || isFetchDue(now)) {
            lastFetch = now;
            exchange();
          }
        });
    if (pending.count() > MOST_PENDING) {
      pending.clear(); // the files tell all of it
      nextRest = Instant.MIN;
    }
  }

  /** Files that are not merged, by ids, that somebody wants as they are here. */
  private record Kept(String id, String person) {}

  private void keepTexts(GitRepository opened) {
    for (Kept next = kept.peek(); next != null; next = kept.peek()) {
      var author = new Author(next.person(), addresses.apply(next.person()), clock.instant());
      Author committer = new WorkCommits(library, opened, clock, addresses).committer();
      new UnmergedFiles(opened).keep(next.id(), author, committer);
      kept.remove();
    }
  }

  private boolean isFetchDue(Instant now) {
    Instant last = lastFetch;
    return last == null || now.isBefore(last) || !now.isBefore(last.plus(settings.fetch()));
  }

  private void attempt(Runnable work) {
    try {
      work.run();
    } catch (GitException e) {
      tell(problem(e));
    } catch (UncheckedIOException e) {
      tell(new GitException(Problem.Kind.GIT_FAILED, String.valueOf(e.getMessage())).problem());
    } catch (RuntimeException e) {
      LOG.warn("git is tried again", e);
      tell(new GitException(Problem.Kind.GIT_FAILED, String.valueOf(e.getMessage())).problem());
    }
  }

  /** What is wrong; of a full disk git itself does not always tell. */
  private Problem problem(GitException e) {
    GitRepository known = repository;
    boolean mayBeTheDisk = e.is(Problem.Kind.GIT_FAILED) || e.is(Problem.Kind.GIT_UNREACHABLE);
    return mayBeTheDisk && known != null ? known.fullDisk().orElse(e.problem()) : e.problem();
  }

  /** Fetches, merges and pushes, again where somebody else was faster. */
  private void exchange() {
    GitRepository opened = opened();
    opened.requireCommittable();
    GitRemote remote = GitRemote.of(opened, settings.branch()).orElse(null);
    if (remote == null) {
      tellFine(opened, null);
      return;
    }
    if (accepts) {
      remote.acceptRewritten();
      accepts = false;
    }
    for (int i = 0; i < ROUNDS; i++) {
      if (!merge(opened, remote, reach(remote, remote::fetch))) {
        continue;
      }
      String head = opened.head().orElse("");
      if (head.isEmpty() || !remote.isBehind(head) || reach(remote, () -> remote.push(head))) {
        tellFine(opened, remote);
        return;
      }
    }
    throw remote.rejected("others push all the time");
  }

  private boolean merge(GitRepository opened, GitRemote remote, List<String> tips) {
    String head = opened.head().orElse("");
    List<String> due =
        tips.stream().filter(tip -> head.isEmpty() || !opened.isAncestor(tip, head)).toList();
    if (!due.isEmpty()) {
      commit(true);
      var commits = new WorkCommits(library, opened, clock, addresses);
      boolean isKnown = remote.isKnown();
      for (String tip : due) {
        String ours = opened.head().orElse("");
        if (!ours.isEmpty()
            && !opened.isAncestor(tip, ours)
            && !new RemoteMerge(library, opened, commits, this::named, ours, tip).run(isKnown)) {
          return false;
        }
      }
      new HandCommits(library, opened).noteTold();
    }
    remote.noteMerged();
    return true;
  }

  /** Who has that address here. */
  private Optional<String> named(String address) {
    return library.catalogue().people().stream()
        .filter(name -> addresses.apply(name).equalsIgnoreCase(address))
        .findFirst();
  }

  /** Says of the network's failures how much waits for it. */
  private <T> T reach(GitRemote remote, Supplier<T> work) {
    try {
      return work.get();
    } catch (GitException e) {
      GitRemote.Waiting waiting = remote.waiting();
      status = status.waiting(remote.name(), waiting.count(), waiting.since());
      if (!e.is(Problem.Kind.GIT_FAILED) && !e.is(Problem.Kind.GIT_TOO_SLOW)) {
        throw e;
      }
      throw new GitException(
          Problem.Kind.GIT_UNREACHABLE,
          String.valueOf(waiting.count()),
          waiting.time(),
          remote.name(),
          e.is(Problem.Kind.GIT_FAILED)
              ? e.problem().details().getFirst()
              : "git %s: > %s s".formatted(e.problem().details().toArray()));
    }
  }

  private void tellFine(GitRepository opened, @Nullable GitRemote remote) {
    String branch = opened.branch().replaceFirst("refs/heads/", "");
    GitRemote.Waiting waiting = remote == null ? GitRemote.Waiting.NONE : remote.waiting();
    List<Unmerged> open = new UnmergedFiles(opened).open();
    status =
        new GitStatus(
            branch,
            remote == null ? "" : remote.name(),
            waiting.count(),
            waiting.since(),
            remote == null ? null : clock.instant(),
            open.stream().map(Unmerged::problem).toList(),
            open.stream().limit(SHOWN).map(file -> file.texts(opened)).toList(),
            opened.latest(SHOWN));
  }

  /** Goes on from a history of the remote that somebody has rewritten. */
  public void acceptRewritten() {
    accepts = true;
    syncSoon();
  }

  /**
   * Settles a file that is not merged as it is here, as soon as can be.
   *
   * @param id of {@link GitStatus.UnmergedTexts}; another is passed over
   * @param person who says that the text here is right
   */
  public void keep(String id, String person) {
    kept.add(new Kept(id, person));
    status = status.settled(id);
    syncSoon();
  }

  private void tell(Problem problem) {
    if (!status.problems().contains(problem)) {
      LOG.warn("{}: {}", problem.kind().code(), String.join(", ", problem.details()));
    }
    status = status.troubledBy(problem);
  }

  private GitRepository opened() {
    GitRepository known = repository;
    if (known == null) {
      known = GitRepository.of(program);
      known.removeOwnLock();
      repository = known;
    }
    return known;
  }

  private boolean commit(boolean everything) {
    List<DocumentId> due = pending.due(everything);
    if (due.isEmpty() && !everything && !isRestDue()) {
      return false;
    }
    GitRepository opened = opened();
    opened.requireCommittable();
    var commits = new WorkCommits(library, opened, clock, addresses);
    due.forEach(document -> commits.commit(document, pending, everything));
    if (everything || isRestDue()) {
      commits.commitRest(pending.documents());
      nextRest = clock.instant().plus(settings.pause());
    }
    return true;
  }

  /** What the program has noted by itself; before the index is complete it goes on noting. */
  private boolean isRestDue() {
    return !clock.instant().isBefore(nextRest) && library.sync().readiness().complete();
  }

  /** Commits what is left, and stops. Must come before the library is closed. */
  @Override
  public void close() {
    closing = true;
    asked.release();
    program.closeNetwork();
    try {
      thread.join(CLOSING.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!thread.isAlive()) {
      attempt(() -> commit(true));
    }
  }
}
