package no.speil.web.view;

import java.util.List;
import no.speil.corpus.Problem;

/** What should be put right in the archive. */
public record ProblemsView(Shell shell, String summary, List<Problem> problems, Paging paging) {}
