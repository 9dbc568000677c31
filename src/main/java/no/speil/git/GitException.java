package no.speil.git;

import no.speil.corpus.Problem;

/** Git cannot do what it is asked for, which a keeper has to know of. */
final class GitException extends RuntimeException {
  private final transient Problem problem;

  GitException(Problem.Kind kind, String... details) {
    super(kind.code() + " " + String.join(" ", details));
    this.problem = Problem.of(".git", 0, kind, details);
  }

  Problem problem() {
    return problem;
  }

  /** Whether it is for that reason. */
  boolean is(Problem.Kind kind) {
    return problem.kind() == kind;
  }
}
