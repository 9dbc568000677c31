package no.speil.web.report;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.speil.corpus.SectionId;
import no.speil.library.actions.Actor;
import no.speil.library.actions.ReportSource;
import no.speil.record.ReportCategory;
import no.speil.record.ReportContent;
import no.speil.record.TextQuote;
import no.speil.record.TrackedReport;
import no.speil.search.ExpansionOptions;
import no.speil.search.Hit;
import no.speil.search.SearchRequest;
import no.speil.search.SearchResult;
import no.speil.status.TrackedSection;
import no.speil.web.http.PathParams;
import no.speil.web.http.QueryParams;
import no.speil.web.http.RequestException;
import no.speil.web.page.ReportJson;
import no.speil.web.page.SiteContext;
import org.jspecify.annotations.Nullable;

/** Reports for programs. Who may only report is told of no other report than their own. */
public final class ReportApi {
  private static final int SIZE = 20;
  private static final int MOST = 100;

  private final SiteContext site;

  public ReportApi(SiteContext site) {
    this.site = site;
  }

  public void report(Context context) throws IOException {
    site.reporters().require(context);
    TrackedSection now = site.library().ids().section(PathParams.section(context));
    ReportBody body = site.json().read(context, ReportBody.class);
    ReportDraft draft = body.draft(now);
    if (draft.isEmpty()) {
      throw new RequestException.BadRequest(
          "Say what is wrong, as \"text\", as \"quote\" with \"exact\", or as a \"flaw\".");
    }
    if (draft.isTooLong()) {
      throw new RequestException.BadRequest(
          "A text has at most %d characters, each part of a quotation %d."
              .formatted(ReportContent.MOST, TextQuote.MOST));
    }
    var reportSource =
        new ReportSource(site.reporters().actor(context, draft.name(), "api"), draft.seen());
    TrackedReport trackedReport =
        site.library()
            .reports()
            .report(now.section().id(), draft.reportContent(), draft.textQuote(), reportSource);
    site.json().write(context.status(201), TakenJson.of(trackedReport));
  }

  /** Those of a section, whatever has come of them. */
  public void ofSection(Context context) {
    site.writers().actor(context, "api");
    site.json()
        .write(
            context,
            Map.of(
                "reports",
                ReportJson.all(site.library().ids().section(PathParams.section(context)))));
  }

  /** Those that wait, by section. */
  public void pending(Context context) {
    site.writers().actor(context, "api");
    var request =
        new SearchRequest(
            "",
            QueryParams.number(context, "page", 1, 1, SearchRequest.FURTHEST),
            QueryParams.number(context, "size", SIZE, 1, MOST),
            SearchRequest.Sort.QUEUE_NEWS,
            SearchRequest.Group.SECTION,
            Map.of("work", List.of("report")),
            ExpansionOptions.NONE);
    SearchResult found = site.library().search().run(request);
    List<ReportJson> reports =
        found.hits().stream()
            .flatMap(hit -> section(hit).stream())
            .flatMap(section -> ReportJson.pending(section).stream())
            .toList();
    site.json().write(context, new PendingJson(found.total(), reports));
  }

  private Optional<TrackedSection> section(Hit hit) {
    return site.library()
        .documents()
        .findLoadable(hit.documentRef().document())
        .flatMap(document -> document.section(hit.section()));
  }

  public void settle(Context context) throws IOException {
    Actor actor = site.writers().actor(context, "api");
    SectionId id = PathParams.section(context);
    String outcome = site.json().read(context, SettleBody.class).outcome();
    String report = context.pathParam("report");
    TrackedSection after =
        site.library()
            .reports()
            .settle(id, report, ReportForms.verdict(Optional.ofNullable(outcome).orElse("")), actor)
            .section();
    site.json().write(context, Map.of("reports", ReportJson.all(after)));
  }

  /**
   * Reports that wait.
   *
   * @param sections how many sections have any
   */
  record PendingJson(long sections, List<ReportJson> reports) {}

  /** A report that is there now; one that said the same may have been there before. */
  record TakenJson(String id, String section, String outcome) {
    static TakenJson of(TrackedReport trackedReport) {
      return new TakenJson(
          trackedReport.report().id(),
          trackedReport.report().section().value(),
          trackedReport.verdict().code());
    }
  }

  /** Body of what comes of a report. */
  record SettleBody(@Nullable String outcome) {}

  /** Body of a report. */
  record ReportBody(
      @Nullable String flaw,
      @Nullable String text,
      @Nullable String by,
      @Nullable String version,
      @Nullable QuoteBody quote) {

    ReportDraft draft(TrackedSection now) {
      QuoteBody said = quote == null ? new QuoteBody(null, null, null, null) : quote;
      return new ReportDraft(
          new ReportContent(known(or(flaw)), or(text).strip()),
          new TextQuote(
              ReportDraft.side(or(said.side()), now.section()),
              or(said.exact()),
              or(said.prefix()),
              or(said.suffix())),
          or(by).strip(),
          ReportDraft.version(or(version), now));
    }

    private static ReportCategory known(String code) {
      return code.isEmpty()
          ? ReportCategory.OTHER
          : ReportCategory.parse(code)
              .orElseThrow(
                  () ->
                      new RequestException.BadRequest(
                          "A flaw is meaning, missing, spelling, link or other."));
    }

    private static String or(@Nullable String text) {
      return text == null ? "" : text;
    }
  }

  /** The words in question, as in the W3C's TextQuoteSelector. */
  record QuoteBody(
      @Nullable String side,
      @Nullable String exact,
      @Nullable String prefix,
      @Nullable String suffix) {}
}
