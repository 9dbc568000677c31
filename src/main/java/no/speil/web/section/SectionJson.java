package no.speil.web.section;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import no.speil.corpus.Block;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Section;
import no.speil.library.documents.DocumentChecks;
import no.speil.library.documents.DocumentChecks.FailedCheck;
import no.speil.library.documents.LiveDocument;
import no.speil.messages.CheckTexts;
import no.speil.messages.Messages;
import no.speil.record.CheckEvent;
import no.speil.record.CommentEvent;
import no.speil.record.SuggestEvent;
import no.speil.status.TrackedSection;
import no.speil.status.grading.Change;
import no.speil.status.grading.DiffPart;
import no.speil.web.http.Json;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.UiLanguage;
import no.speil.web.section.HistoryWindow.Limits;
import org.jspecify.annotations.Nullable;

/**
 * A section for programs. The history and what waits for an answer are null if not wanted; the JSON
 * then has no such members.
 *
 * @param history the latest events
 * @param historyTotal number of events
 * @param earlier address of earlier events; null if there are none
 * @param suggestions the latest open ones
 * @param suggestionsTotal number of open ones
 * @param comments the latest open ones
 * @param commentsTotal number of open ones
 * @param checks those that fail, also dismissed ones
 */
public record SectionJson(
    String id,
    String document,
    @Nullable SideJson original,
    @Nullable SideJson translation,
    String state,
    boolean omitted,
    String freshness,
    @Nullable ChangeJson change,
    AlignmentJson alignment,
    String version,
    String url,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Map<String, Object>> history,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer historyTotal,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String earlier,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<SuggestionJson> suggestions,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer suggestionsTotal,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<CommentJson> comments,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer commentsTotal,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<CheckJson> checks) {

  /** Answers with the section as it is in this document, its version as the ETag. */
  public static void answer(Context context, LiveDocument document, TrackedSection section) {
    context.header("ETag", tag(section));
    Json.write(context, withHistory(context, document, section));
  }

  public static String tag(TrackedSection section) {
    return "\"" + section.version() + "\"";
  }

  /** The section with its history and what waits for an answer. */
  static SectionJson withHistory(Context context, LiveDocument document, TrackedSection tracked) {
    Messages t = UiLanguage.of(context);
    return of(
        document.id(),
        tracked,
        HistoryJson.latest(tracked.id(), tracked.history()),
        HistoryWindow.latest(tracked.openSuggestions(), Limits.WHOLE),
        HistoryWindow.latest(tracked.openComments(), Limits.WHOLE),
        new DocumentChecks(document)
            .of(tracked).stream().map(each -> CheckJson.of(t, each)).toList());
  }

  public static SectionJson withoutHistory(DocumentId document, TrackedSection tracked) {
    return of(document, tracked, null, null, null, null);
  }

  private static SectionJson of(
      DocumentId document,
      TrackedSection tracked,
      @Nullable HistoryJson history,
      @Nullable HistoryWindow<SuggestEvent> suggestions,
      @Nullable HistoryWindow<CommentEvent> comments,
      @Nullable List<CheckJson> checks) {
    Section section = tracked.section();
    return new SectionJson(
        section.id().value(),
        document.value(),
        SideJson.of(section.original()),
        SideJson.of(section.translation()),
        tracked.sectionStatus().state().code(),
        tracked.sectionStatus().isLeftOut(),
        tracked.sectionStatus().freshness().code(),
        ChangeJson.of(tracked.sectionStatus().change()),
        new AlignmentJson(section.alignment().method().code(), section.alignment().confidence()),
        tracked.version().toString(),
        SiteUrls.section(section.id()),
        history == null ? null : history.history(),
        history == null ? null : history.historyTotal(),
        history == null ? null : history.earlier(),
        suggestions == null ? null : suggestions.events().stream().map(SuggestionJson::of).toList(),
        suggestions == null ? null : suggestions.total(),
        comments == null ? null : comments.events().stream().map(CommentJson::of).toList(),
        comments == null ? null : comments.total(),
        checks);
  }

  /** The blocks of one side. */
  record SideJson(List<BlockJson> blocks) {
    static @Nullable SideJson of(List<Block> run) {
      return run.isEmpty() ? null : new SideJson(run.stream().map(BlockJson::of).toList());
    }
  }

  /** A block. */
  record BlockJson(String kind, int level, String markdown, String text) {
    static BlockJson of(Block block) {
      return new BlockJson(block.kind().code(), block.level(), block.markdown(), block.text());
    }
  }

  /** How the original has changed since the translation was marked or confirmed. */
  record ChangeJson(@JsonProperty("class") String grade, List<DiffPart> diff) {
    static @Nullable ChangeJson of(@Nullable Change change) {
      return change == null ? null : new ChangeJson(change.grade().code(), change.diff());
    }
  }

  /** An open suggestion. */
  record SuggestionJson(String id, String at, String by, String text, String reason) {
    static SuggestionJson of(SuggestEvent suggest) {
      return new SuggestionJson(
          suggest.id(),
          suggest.at().toString(),
          suggest.by(),
          suggest.text(),
          suggest.reason().code());
    }
  }

  /** An open comment. */
  record CommentJson(String id, String at, String by, String text) {
    static CommentJson of(CommentEvent comment) {
      return new CommentJson(comment.id(), comment.at().toString(), comment.by(), comment.text());
    }
  }

  /**
   * A failed check.
   *
   * @param message in the language of the request
   * @param dismissed null if nobody has dismissed it
   */
  record CheckJson(
      String code,
      List<String> words,
      String message,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable DismissalJson dismissed) {
    static CheckJson of(Messages t, FailedCheck failed) {
      CheckEvent dismissal = failed.dismissal();
      return new CheckJson(
          failed.code(),
          failed.warning().words(),
          CheckTexts.message(t, failed.warning()),
          dismissal == null ? null : DismissalJson.of(dismissal));
    }
  }

  /** Why a check that fails is no error. */
  record DismissalJson(String at, String by, String reason) {
    static DismissalJson of(CheckEvent dismissal) {
      String reason = dismissal.verdict().reason();
      return new DismissalJson(
          dismissal.at().toString(), dismissal.by(), reason == null ? "" : reason);
    }
  }

  /** How the two sides were aligned. */
  record AlignmentJson(String method, double confidence) {}
}
