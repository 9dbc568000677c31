package no.speil.git;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import no.speil.corpus.Problem;
import no.speil.git.GitProgram.Call;
import org.jspecify.annotations.Nullable;

/**
 * The repository that others push to. It is asked and pushed to plainly: nothing of it is ever
 * replaced, and when somebody else has replaced something there, that is not taken for a reset.
 */
final class GitRemote {
  private static final String HEADS = "refs/heads/";
  private static final String SEEN = "refs/speil/seen/";
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Pattern BEHIND =
      Pattern.compile("\\[rejected]|non-fast-forward|fetch first|cannot lock ref|failed to lock");

  private final GitRepository repository;
  private final String name;
  private final String upstream;
  private final String target;
  private final Map<String, String> tips = new HashMap<>();

  private GitRemote(GitRepository repository, String name, String upstream, String target) {
    this.repository = repository;
    this.name = name;
    this.upstream = upstream;
    this.target = target;
  }

  /**
   * The remote of the checked-out branch; empty where there is none.
   *
   * @param branch to push to; null for the one that the checked-out branch follows
   */
  static Optional<GitRemote> of(GitRepository repository, @Nullable String branch) {
    String own = repository.branch().substring(HEADS.length());
    List<String> remotes = repository.git("remote").text().lines().toList();
    String upstream = setting(repository, "branch." + own + ".merge").orElse(HEADS + own);
    String target = branch == null ? upstream : HEADS + branch;
    return setting(repository, "branch." + own + ".remote")
        .filter(remotes::contains)
        .or(() -> remotes.stream().filter("origin"::equals).findFirst())
        .or(() -> remotes.stream().findFirst())
        .map(remote -> new GitRemote(repository, remote, upstream, target));
  }

  private static Optional<String> setting(GitRepository repository, String key) {
    GitProgram.Output said = repository.git("config", "--get", key).output();
    return said.status() == 0 ? Optional.of(said.text()) : Optional.empty();
  }

  String name() {
    return name;
  }

  private Call call(String... arguments) {
    return repository.git(arguments).remotely(LIMIT);
  }

  /**
   * Fetches what is new in its branches.
   *
   * @return the commits to merge, in order
   * @throws GitException if it does not answer, or has been rewritten
   */
  List<String> fetch() {
    Set<String> wanted = new LinkedHashSet<>(List.of(upstream, target));
    call("fetch", "--quiet", "--prune", "--no-tags", "--no-recurse-submodules")
        .and(List.of("--no-write-fetch-head", "--no-auto-maintenance", name))
        // a pattern, since a branch that is not there would be an error
        .and(wanted.stream().map(ref -> "+" + ref + "*:" + copy(ref) + "*").toList())
        .require();
    tips.clear();
    wanted.forEach(ref -> repository.commit(copy(ref)).ifPresent(tip -> tips.put(ref, tip)));
    wanted.forEach(this::requireSameHistory);
    return wanted.stream().map(tips::get).filter(Objects::nonNull).distinct().toList();
  }

  private String copy(String ref) {
    return "refs/remotes/" + name + "/" + ref.substring(HEADS.length());
  }

  private String seen(String ref) {
    return SEEN + name + "/" + ref.substring(HEADS.length());
  }

  private void requireSameHistory(String ref) {
    @Nullable String tip = tips.get(ref);
    Optional<String> known = repository.commit(seen(ref));
    if (tip != null && known.isPresent() && !repository.isAncestor(known.get(), tip)) {
      throw new GitException(
          Problem.Kind.GIT_REWRITTEN, ref.substring(HEADS.length()), known.get(), tip, name);
    }
  }

  /** Goes on from a history that somebody has rewritten, as the keeper has chosen. */
  void acceptRewritten() {
    for (String ref : List.of(upstream, target)) {
      repository.git("update-ref", seen(ref), copy(ref)).output();
    }
  }

  /** Whether the keeper's choice, or an earlier merge, says that this is the right remote. */
  boolean isKnown() {
    return repository.commit(seen(upstream)).or(() -> repository.commit(seen(target))).isPresent();
  }

  /** Remembers that everything of it is in the checked-out branch. */
  void noteMerged() {
    tips.forEach((ref, tip) -> repository.git("update-ref", seen(ref), tip).require());
  }

  /** What the remote has of the branch that is pushed to; null for nothing. */
  private @Nullable String base() {
    String own = tips.get(target);
    return own == null ? tips.get(upstream) : own;
  }

  /** Whether it lacks commits of the checked-out branch. */
  boolean isBehind(String head) {
    String base = base();
    return base == null || !repository.isAncestor(head, base);
  }

  /**
   * Commits that it does not have.
   *
   * @param since when the oldest was made; null for none
   */
  record Waiting(int count, @Nullable Instant since) {
    static final Waiting NONE = new Waiting(0, null);

    Problem problem() {
      return Problem.of(".git", 0, Problem.Kind.GIT_WAITING, String.valueOf(count), time());
    }

    /** The time here, without the day if that is today; empty for none. */
    String time() {
      if (since == null) {
        return "";
      }
      ZonedDateTime local = since.atZone(ZoneId.systemDefault());
      boolean isToday = local.toLocalDate().equals(LocalDate.now(local.getZone()));
      return DateTimeFormatter.ofPattern(isToday ? "HH:mm" : "yyyy-MM-dd HH:mm").format(local);
    }
  }

  Waiting waiting() {
    Optional<String> head = repository.head();
    if (head.isEmpty()) {
      return Waiting.NONE;
    }
    String known = Objects.requireNonNullElse(base(), "--remotes=" + name);
    Call log = repository.git("log", "-n", "10000", "--format=%ct", head.get(), "--not", known);
    List<String> times = log.text().lines().toList();
    return times.isEmpty()
        ? Waiting.NONE
        : new Waiting(times.size(), Instant.ofEpochSecond(Long.parseLong(times.getLast())));
  }

  /**
   * Pushes.
   *
   * @return false if somebody else was faster
   * @throws GitException if it is not taken for another reason
   */
  boolean push(String head) {
    GitProgram.Output said =
        call("push", "--porcelain", "--no-follow-tags", name, head + ":" + target).output();
    if (said.status() == 0) {
      tips.put(target, head);
      noteMerged();
      return true;
    }
    String all = said.text() + "\n" + said.errors();
    if (BEHIND.matcher(all).find()) {
      return false;
    }
    if (all.contains("[remote rejected]") || all.contains("protected")) {
      throw rejected(GitProgram.message(all));
    }
    throw GitProgram.failure(said);
  }

  /** That it does not take what waits for it. */
  GitException rejected(String why) {
    String count = String.valueOf(waiting().count());
    String branch = target.substring(HEADS.length());
    return new GitException(Problem.Kind.GIT_REJECTED, count, branch, why);
  }
}
