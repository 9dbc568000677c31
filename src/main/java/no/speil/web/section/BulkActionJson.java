package no.speil.web.section;

import java.util.List;
import java.util.Map;
import no.speil.corpus.DocumentId;
import no.speil.library.actions.ActionRunner.ActionResult;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.ActionRefusedException.StaleVersion;
import no.speil.messages.RefusalTexts;
import no.speil.status.TrackedSection;
import no.speil.web.http.ErrorType;
import no.speil.web.http.ProblemDetails;
import org.jspecify.annotations.Nullable;

/** The results of an action on several sections, as programs see them. */
public record BulkActionJson(String document, List<AnswerJson> answers) {
  public static BulkActionJson of(DocumentId document, List<ActionResult> results) {
    return new BulkActionJson(
        document.value(), results.stream().map(each -> AnswerJson.of(document, each)).toList());
  }

  /** The section after the action, or the problem for which it was refused. */
  record AnswerJson(
      String id, @Nullable SectionJson section, @Nullable Map<String, Object> problem) {
    public static AnswerJson of(DocumentId document, ActionResult actionResult) {
      @Nullable TrackedSection now = actionResult.now();
      @Nullable ActionRefusedException refused = actionResult.refused();
      return new AnswerJson(
          actionResult.id().value(),
          now == null ? null : SectionJson.withoutHistory(document, now),
          refused == null ? null : refusal(document, refused));
    }
  }

  /** Why that was refused, with what the section is now where it has changed. */
  public static Map<String, Object> refusal(DocumentId document, ActionRefusedException refused) {
    String detail = RefusalTexts.english(refused);
    Map<String, Object> members =
        refused instanceof StaleVersion stale
            ? Map.of("theirs", SectionJson.withoutHistory(document, stale.now()))
            : Map.of();
    return new ProblemDetails(ErrorType.of(refused), detail, members).document();
  }
}
