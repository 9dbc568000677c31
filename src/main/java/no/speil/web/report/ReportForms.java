package no.speil.web.report;

import io.javalin.http.Context;
import java.io.IOException;
import no.speil.corpus.SectionId;
import no.speil.library.actions.Actor;
import no.speil.record.ReportVerdict;
import no.speil.web.http.FormData;
import no.speil.web.http.PathParams;
import no.speil.web.http.RequestException;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;

/** What comes of reports, said by those who may write. */
public final class ReportForms {
  private final SiteContext site;

  public ReportForms(SiteContext site) {
    this.site = site;
  }

  public void settle(Context context) throws IOException {
    Actor actor = site.writers().actor(context, "web");
    SectionId id = PathParams.section(context);
    String report = context.pathParam("report");
    FormData form = FormData.of(context);
    ReportVerdict verdict = verdict(form.get("do"));
    site.library().reports().settle(id, report, verdict, actor);
    String next = Redirects.onward(form.get("next"));
    Redirects.other(
        context,
        next.isEmpty()
            ? SiteUrls.section(id) + "/history#reports"
            : verdict != ReportVerdict.OPEN && next.startsWith("/queue")
                ? remembering(next, id + "." + report)
                : next);
  }

  static ReportVerdict verdict(String code) {
    return ReportVerdict.parse(code)
        .orElseThrow(
            () ->
                new RequestException.BadRequest(
                    "Say what comes of the report: accepted, mended, dismissed or open."));
  }

  /** The queue is told what was just done there, so that it can be taken back there. */
  private static String remembering(String queue, String settled) {
    int hash = queue.indexOf('#');
    String address = hash < 0 ? queue : queue.substring(0, hash);
    String place = hash < 0 ? "" : queue.substring(hash);
    return address + (address.contains("?") ? "&" : "?") + "settled=" + settled + place;
  }
}
