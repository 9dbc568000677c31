package no.speil.git;

import java.time.Instant;
import java.util.List;
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
 */
public record GitStatus(
    String branch,
    String remote,
    int waiting,
    @Nullable Instant since,
    @Nullable Instant fetched,
    List<Problem> problems) {
  static final GitStatus UNKNOWN = new GitStatus("", "", 0, null, null, List.of());

  public GitStatus {
    problems = List.copyOf(problems);
  }
}
