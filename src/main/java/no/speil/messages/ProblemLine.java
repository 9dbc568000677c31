package no.speil.messages;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.speil.corpus.Problem;

/**
 * A problem in words.
 *
 * @param file path below the root, with {@code /}
 * @param line from 1, or 0 for the file as a whole
 * @param kind the code of its kind, for programs
 * @param what is wrong, one sentence
 * @param remedy what to do, one sentence
 */
public record ProblemLine(String file, int line, String kind, String what, String remedy) {
  /** Kinds whose first detail is a number that the sentence depends on. */
  private static final Set<Problem.Kind> COUNTED =
      Set.of(Problem.Kind.GIT_UNREACHABLE, Problem.Kind.GIT_REJECTED, Problem.Kind.GIT_WAITING);

  /**
   * In that language.
   *
   * @param base the path below which the site is served, for the addresses in it
   */
  public static ProblemLine in(Messages t, Problem problem, String base) {
    String kind = problem.kind().code();
    Stream<String> last =
        Stream.concat(Stream.of(base), Stream.ofNullable(problem.why()).map(t::of));
    Object[] details = Stream.concat(problem.details().stream(), last).toArray();
    if (COUNTED.contains(problem.kind())) {
      details[0] = Integer.valueOf(problem.details().getFirst());
    }
    return new ProblemLine(
        problem.file(),
        problem.line(),
        kind,
        t.of("problem." + kind, details),
        t.of("problem." + kind + ".remedy", details));
  }

  public static List<ProblemLine> all(Messages t, List<Problem> problems, String base) {
    return problems.stream().map(problem -> in(t, problem, base)).toList();
  }
}
