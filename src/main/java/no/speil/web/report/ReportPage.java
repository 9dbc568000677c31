package no.speil.web.report;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import no.speil.corpus.Coded;
import no.speil.corpus.SectionId;
import no.speil.library.actions.Actor;
import no.speil.library.documents.ActionRefusedException.NotNow;
import no.speil.library.documents.DocumentStore;
import no.speil.library.documents.LiveSection;
import no.speil.messages.Messages;
import no.speil.messages.RefusalTexts;
import no.speil.people.NameRefusedException;
import no.speil.people.Person;
import no.speil.record.ReportCategory;
import no.speil.record.ReportEvent.ReportContent;
import no.speil.record.ReportVerdict;
import no.speil.record.TextQuote;
import no.speil.record.TrackedReport;
import no.speil.search.ExpansionOptions;
import no.speil.search.SearchRequest;
import no.speil.search.SearchResult;
import no.speil.status.TrackedSection;
import no.speil.web.http.FormData;
import no.speil.web.http.Json;
import no.speil.web.http.PathParams;
import no.speil.web.http.QueryParams;
import no.speil.web.http.ReportLimits;
import no.speil.web.http.RequestException.BadRequest;
import no.speil.web.page.PageShell;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.section.ReportJson;
import no.speil.web.section.SectionRow;
import no.speil.web.section.SectionRows;
import no.speil.web.section.Submission;
import org.jspecify.annotations.Nullable;

/**
 * Takes reports of errors, lists them and settles them, the latter only for users who may write.
 * What is refused stays in the form, with a sentence why.
 */
public final class ReportPage {
  private static final int SIZE = 20;

  private static final int MOST = 100;

  private final SiteContext site;

  public ReportPage(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) {
    site.access().requireReporter(context);
    LiveSection place = site.section(PathParams.section(context));
    UnaryOperator<String> fields =
        name ->
            switch (name) {
              case "words" -> ""; // the reader types them; no address has them
              case "name" -> site.access().person(context).map(Person::name).orElse("");
              default -> QueryParams.text(context, name);
            };
    boolean sent = context.queryParam("sent") != null;
    show(context, place, ReportDraft.of(fields, place.section()), "", sent);
  }

  public void reportFromForm(Context context) throws IOException {
    site.access().requireReporter(context);
    SectionId id = PathParams.section(context);
    LiveSection place = site.section(id);
    ReportDraft draft = ReportDraft.of(FormData.of(context)::get, place.section());
    Messages t = site.messages(context);
    if (draft.isUnexplained() || draft.isTooLong()) {
      String why = t.of(draft.isUnexplained() ? "report.empty" : "report.long");
      show(context.status(400), place, draft, why, false);
      return;
    }
    try {
      report(context, id, draft, "web");
      Redirects.other(context, SiteUrls.section(id) + "/report?sent=true");
    } catch (NameRefusedException e) {
      show(context.status(400), place, draft, t.of("error.name-refused.advice"), false);
    } catch (ReportLimits.Exhausted e) {
      long seconds = e.retryAfter().orElseThrow();
      context.header("Retry-After", String.valueOf(seconds));
      String why = t.of("report.exhausted", Math.ceilDiv(seconds, 60L));
      show(context.status(429), place, draft, why, false);
    } catch (NotNow e) {
      show(context.status(409), place, draft, RefusalTexts.of(t, e), false);
    }
  }

  public void reportFromApi(Context context) throws IOException {
    site.access().requireReporter(context);
    TrackedSection now = site.library().ids().section(PathParams.section(context));
    ReportBody body = Json.read(context, ReportBody.class);
    ReportDraft draft = body.draft(now);
    if (draft.isEmpty()) {
      throw new BadRequest(
          "Say what is wrong, as \"text\", as \"quote\" with \"exact\", or as a \"flaw\".");
    }
    if (draft.isTooLong()) {
      throw new BadRequest(
          "A text has at most %d characters, each part of a quotation %d."
              .formatted(ReportContent.MOST, TextQuote.MOST));
    }
    TrackedReport report = report(context, now.id(), draft, "api");
    Json.write(context.status(201), ReportedJson.of(report));
  }

  private TrackedReport report(Context context, SectionId id, ReportDraft draft, String via) {
    Actor reader = site.access().reporter(context, draft.name(), via);
    return site.library()
        .reports()
        .report(id, draft.reportContent(), draft.textQuote(), draft.seen(), reader);
  }

  private void show(
      Context context, LiveSection place, ReportDraft draft, String why, boolean sent) {
    PageShell shell = site.shell(context, "report.title");
    var view = new View(shell, SectionRows.one(site, shell, place), draft, why, sent);
    site.show(context, "report/report", view);
  }

  /** All reports of a section, settled or not. */
  public void ofSection(Context context) {
    TrackedSection section = site.library().ids().section(PathParams.section(context));
    Json.write(context, new ReportsJson(ReportJson.all(section)));
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
    DocumentStore documents = site.documents();
    List<ReportJson> reports =
        found.hits().stream()
            .flatMap(hit -> documents.live(hit.documentRef().document(), hit.section()).stream())
            .flatMap(live -> ReportJson.pending(live.section()).stream())
            .toList();
    Json.write(context, new PendingJson(found.total(), reports));
  }

  public void settle(Submission submission) throws IOException {
    Context context = submission.context();
    SectionId id = submission.id();
    String report = context.pathParam("report");
    SettleBody body = submission.read(SettleBody.class, form -> new SettleBody(form.get("do")));
    ReportVerdict verdict =
        Coded.parse(ReportVerdict.values(), String.valueOf(body.outcome()))
            .orElseThrow(
                () ->
                    new BadRequest(
                        "Say what comes of the report: accepted, mended, dismissed or open."));
    TrackedSection section =
        site.library().reports().settle(id, report, verdict, submission.actor()).section();
    if (!submission.isForm()) {
      Json.write(context, new ReportsJson(ReportJson.all(section)));
      return;
    }
    String next = Redirects.onward(submission.form().get("next"));
    Redirects.other(
        context,
        next.isEmpty()
            ? SiteUrls.history(id) + "#reports"
            : verdict != ReportVerdict.OPEN && next.startsWith("/queue")
                ? SiteUrls.with(next, "settled=" + id + "." + report) // so that it can be undone
                : next);
  }

  /**
   * The form by which a reader reports an error.
   *
   * @param why the last report was refused; empty if none was
   * @param sent whether a report has just been accepted
   */
  public record View(
      PageShell shell, SectionRow row, ReportDraft draft, String why, boolean sent) {}

  /** The accepted report, or an earlier one that says the same. */
  record ReportedJson(String id, String section, String outcome) {
    static ReportedJson of(TrackedReport report) {
      return new ReportedJson(
          report.report().id(), report.report().section().value(), report.verdict().code());
    }
  }

  /** Body of a report. */
  record ReportBody(
      @Nullable String flaw,
      @Nullable String text,
      @Nullable String by,
      @Nullable String version,
      @Nullable QuoteBody quote) {

    ReportDraft draft(TrackedSection now) {
      if (flaw != null && !flaw.isEmpty() && Coded.parse(ReportCategory.values(), flaw).isEmpty()) {
        throw new BadRequest("A flaw is meaning, missing, spelling, link or other.");
      }
      QuoteBody said = quote == null ? new QuoteBody(null, null, null, null) : quote;
      var fields = new HashMap<String, @Nullable String>();
      fields.put("flaw", flaw);
      fields.put("words", text);
      fields.put("name", by);
      fields.put("v", version);
      fields.put("side", said.side());
      fields.put("exact", said.exact());
      fields.put("prefix", said.prefix());
      fields.put("suffix", said.suffix());
      return ReportDraft.of(name -> Objects.requireNonNullElse(fields.get(name), ""), now);
    }
  }

  /** The words in question, as in the W3C's TextQuoteSelector. */
  record QuoteBody(
      @Nullable String side,
      @Nullable String exact,
      @Nullable String prefix,
      @Nullable String suffix) {}

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
