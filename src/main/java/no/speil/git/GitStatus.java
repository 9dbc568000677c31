package no.speil.git;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import no.speil.corpus.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How the archive stands in git.
 *
 * @param branch that is checked out, such as {@code main}; empty while it is not known
 * @param remote its name; empty where there is none
 * @param waiting commits that the remote does not have
 * @param since when the oldest of them was made; null for none
 * @param fetched when the remote last answered; null before
 * @param problems what a keeper should put right
 * @param unmerged files that others have changed in the same place
 * @param commits the last ones
 */
public record GitStatus(
    String branch,
    String remote,
    int waiting,
    @Nullable Instant since,
    @Nullable Instant fetched,
    List<Problem> problems,
    List<UnmergedTexts> unmerged,
    List<Commit> commits) {
  static final GitStatus UNKNOWN =
      new GitStatus("", "", 0, null, null, List.of(), List.of(), List.of());

  public GitStatus {
    problems = List.copyOf(problems);
    unmerged = List.copyOf(unmerged);
    commits = List.copyOf(commits);
  }

  /** A commit, by the first digits of its id. */
  public record Commit(String id, String author, Instant at, String subject) {}

  /**
   * Both versions of a file.
   *
   * @param id of the two together
   * @param author who has committed the other
   */
  public record UnmergedTexts(
      String id, String path, String author, Instant at, String here, String there) {}

  /** The same once those of that id are settled. */
  GitStatus settled(String id) {
    Predicate<UnmergedTexts> isSettled = each -> each.id().equals(id);
    List<String> paths = unmerged.stream().filter(isSettled).map(UnmergedTexts::path).toList();
    List<Problem> left = problems.stream().filter(each -> !paths.contains(each.file())).toList();
    List<UnmergedTexts> open = unmerged.stream().filter(isSettled.negate()).toList();
    return new GitStatus(branch, remote, waiting, since, fetched, left, open, commits);
  }

  /** The same with that problem, and those of files that are not merged. */
  GitStatus troubledBy(Problem problem) {
    var all = new ArrayList<Problem>(List.of(problem));
    problems.stream().filter(each -> each.kind() == Problem.Kind.GIT_UNMERGED).forEach(all::add);
    return new GitStatus(branch, remote, waiting, since, fetched, all, unmerged, commits);
  }

  GitStatus waiting(String name, int count, @Nullable Instant oldest) {
    return new GitStatus(branch, name, count, oldest, fetched, problems, unmerged, commits);
  }
}
