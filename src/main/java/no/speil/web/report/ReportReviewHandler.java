package no.speil.web.report;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.speil.corpus.SectionId;
import no.speil.record.ReportVerdict;
import no.speil.search.ExpansionOptions;
import no.speil.search.Hit;
import no.speil.search.SearchRequest;
import no.speil.search.SearchResult;
import no.speil.status.TrackedSection;
import no.speil.web.http.PathParams;
import no.speil.web.http.QueryParams;
import no.speil.web.http.RequestException.BadRequest;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.section.ReportJson;
import no.speil.web.section.Submission;
import org.jspecify.annotations.Nullable;

/** Lists reports and settles them; both only for users who may write. */
public final class ReportReviewHandler {
  private static final int SIZE = 20;
  private static final int MOST = 100;

  private final SiteContext site;

  public ReportReviewHandler(SiteContext site) {
    this.site = site;
  }

  /** All reports of a section, settled or not. */
  public void ofSection(Context context) {
    site.answer(
        context,
        new ReportsJson(ReportJson.all(site.library().ids().section(PathParams.section(context)))));
  }

  /** The open reports, by section. */
  public void pending(Context context) {
    var request =
        new SearchRequest(
                "",
                QueryParams.number(context, "page", 1, 1, SearchRequest.FURTHEST),
                QueryParams.number(context, "size", SIZE, 1, MOST),
                SearchRequest.Sort.QUEUE_NEWS,
                SearchRequest.Group.SECTION,
                Map.of("work", List.of("report")),
                ExpansionOptions.NONE)
            .counting(SearchRequest.Facets.NONE);
    SearchResult found = site.library().search().run(request);
    List<ReportJson> reports =
        found.hits().stream()
            .flatMap(hit -> section(hit).stream())
            .flatMap(section -> ReportJson.pending(section).stream())
            .toList();
    site.answer(context, new PendingJson(found.total(), reports));
  }

  private Optional<TrackedSection> section(Hit hit) {
    return site.library()
        .documents()
        .findLoadable(hit.documentRef().document())
        .flatMap(document -> document.section(hit.section()));
  }

  public void settle(Submission submission) throws IOException {
    Context context = submission.context();
    SectionId id = submission.id();
    String report = context.pathParam("report");
    SettleBody body = submission.read(SettleBody.class, form -> new SettleBody(form.get("do")));
    ReportVerdict verdict =
        ReportVerdict.parse(String.valueOf(body.outcome()))
            .orElseThrow(
                () ->
                    new BadRequest(
                        "Say what comes of the report: accepted, mended, dismissed or open."));
    TrackedSection section =
        site.library().reports().settle(id, report, verdict, submission.actor()).section();
    if (!submission.isForm()) {
      site.answer(context, new ReportsJson(ReportJson.all(section)));
      return;
    }
    String next = Redirects.onward(submission.form().get("next"));
    Redirects.other(
        context,
        next.isEmpty()
            ? SiteUrls.section(id) + "/history#reports"
            : verdict != ReportVerdict.OPEN && next.startsWith("/queue")
                ? SiteUrls.with(next, "settled=" + id + "." + report) // so that it can be undone
                : next);
  }

  /**
   * The open reports.
   *
   * @param sections number of sections that have any
   */
  record PendingJson(long sections, List<ReportJson> reports) {}

  /** A section's reports, the oldest first. */
  record ReportsJson(List<ReportJson> reports) {}

  /** Body of a verdict on a report. */
  record SettleBody(@Nullable String outcome) {}
}
