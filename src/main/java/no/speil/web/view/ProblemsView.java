package no.speil.web.view;

import java.util.List;

/**
 * What should be put right in the archive.
 *
 * @param notices what to know of the summary
 */
public record ProblemsView(
    PageShell shell,
    List<String> notices,
    String summary,
    List<ProblemLine> problems,
    Paging paging) {}
