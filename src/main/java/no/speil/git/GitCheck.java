package no.speil.git;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.speil.corpus.Problem;
import no.speil.git.UnmergedFiles.Unmerged;

/** What keeps an archive's work from its remote, as far as can be said without asking anybody. */
public final class GitCheck {
  private GitCheck() {}

  /**
   * Looks at the repository that a folder lies in; may run beside a server.
   *
   * @param root the folder that holds {@code archive/}
   */
  public static List<Problem> problems(Path root) {
    try {
      GitRepository repository = GitRepository.of(new GitProgram(root));
      repository.requireCommittable();
      var problems = new ArrayList<Problem>();
      GitRemote.of(repository, null)
          .map(GitRemote::waiting)
          .filter(waiting -> waiting.count() > 0)
          .ifPresent(waiting -> problems.add(waiting.problem()));
      new UnmergedFiles(repository).open().stream().map(Unmerged::problem).forEach(problems::add);
      return problems;
    } catch (GitException e) {
      return List.of(e.problem());
    }
  }
}
