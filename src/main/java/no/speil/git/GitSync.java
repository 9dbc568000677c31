package no.speil.git;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import no.speil.corpus.Problem;
import no.speil.git.PendingWork.Stint;
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

  private final Library library;
  private final Clock clock;
  private final UnaryOperator<String> addresses;
  private final Map<String, String> environment;
  private final PendingWork pending;
  private final Thread thread;
  private final Object wake = new Object();
  private @Nullable GitRepository repository;
  private boolean hasCommittedRest;
  private boolean asked;
  private boolean closing;
  private volatile GitStatus status = GitStatus.UNKNOWN;

  /**
   * @param addresses the mail address of a person, by name
   */
  public GitSync(
      Library library, GitSettings settings, Clock clock, UnaryOperator<String> addresses) {
    this(library, settings, clock, addresses, Map.of());
  }

  GitSync(
      Library library,
      GitSettings settings,
      Clock clock,
      UnaryOperator<String> addresses,
      Map<String, String> environment) {
    this.library = library;
    this.clock = clock;
    this.addresses = addresses;
    this.environment = Map.copyOf(environment);
    this.pending = new PendingWork(clock, settings);
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

  /** How it stands. */
  public GitStatus status() {
    return status;
  }

  /** Commits what waits, and asks the remote, as soon as can be. */
  public void syncSoon() {
    synchronized (wake) {
      asked = true;
      wake.notifyAll();
    }
  }

  private void run() {
    while (true) {
      boolean isAsked;
      synchronized (wake) {
        try {
          if (!asked && !closing) {
            wake.wait(LOOK.toMillis());
          }
        } catch (InterruptedException e) {
          return;
        }
        if (closing) {
          return;
        }
        isAsked = asked;
        asked = false;
      }
      round(isAsked);
    }
  }

  /**
   * Does what is due.
   *
   * @param everything whether all that waits is committed, whoever may go on writing
   */
  void round(boolean everything) {
    try {
      commit(everything);
      status = new GitStatus(status.branch(), "", 0, null, null, List.of());
    } catch (GitException e) {
      tell(e.problem());
    } catch (RuntimeException e) {
      LOG.warn("git is tried again", e);
      tell(new GitException(Problem.Kind.GIT_FAILED, String.valueOf(e.getMessage())).problem());
    }
  }

  private void tell(Problem problem) {
    if (!status.problems().contains(problem)) {
      LOG.warn("{}: {}", problem.kind().code(), String.join(", ", problem.details()));
    }
    status =
        new GitStatus(
            status.branch(),
            status.remote(),
            status.waiting(),
            status.since(),
            status.fetched(),
            List.of(problem));
  }

  private GitRepository opened() {
    GitRepository known = repository;
    if (known == null) {
      known = GitRepository.of(new GitProgram(library.archive().root(), environment));
      repository = known;
    }
    return known;
  }

  private void commit(boolean everything) {
    List<Stint> due = everything ? pending.takeAll() : pending.takeDue();
    if (due.isEmpty() && !everything && !isRestDue()) {
      return;
    }
    int done = 0;
    try {
      GitRepository opened = opened();
      opened.requireCommittable();
      var commits = new WorkCommits(library.archive(), opened, clock, addresses);
      for (Stint stint : due) {
        commits.commit(stint);
        done++;
      }
      if (everything || isRestDue()) {
        commits.commitRest(Set.of());
        hasCommittedRest = true;
      }
    } finally {
      pending.putBack(due.subList(done, due.size()));
    }
  }

  /** Before the index is complete the program goes on noting what it finds. */
  private boolean isRestDue() {
    return !hasCommittedRest && library.sync().readiness().complete();
  }

  /** Commits what is left, and stops. Must come before the library is closed. */
  @Override
  public void close() {
    synchronized (wake) {
      closing = true;
      wake.notifyAll();
    }
    try {
      thread.join(CLOSING.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!thread.isAlive()) {
      round(true);
    }
  }
}
