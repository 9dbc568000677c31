package no.speil.web.view;

import java.util.List;

/** What should be put right in the archive. */
public record ProblemsView(
    PageShell shell, String summary, List<ProblemLine> problems, Paging paging) {}
