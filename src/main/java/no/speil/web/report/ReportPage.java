package no.speil.web.report;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import no.speil.corpus.SectionId;
import no.speil.library.actions.ReportSource;
import no.speil.library.documents.ActionRefusedException.NotNow;
import no.speil.record.ReportCategory;
import no.speil.status.TrackedSection;
import no.speil.web.http.FormData;
import no.speil.web.http.PathParams;
import no.speil.web.http.RateLimiter;
import no.speil.web.http.UserNames;
import no.speil.web.page.Messages;
import no.speil.web.page.PageShell;
import no.speil.web.page.Redirects;
import no.speil.web.page.SectionInDocument;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;

/** Where a reader reports an error. What is refused stays in the form, with a sentence why. */
public final class ReportPage {
  private final SiteContext site;

  public ReportPage(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) {
    site.reporters().require(context);
    var place = SectionInDocument.of(site, PathParams.section(context));
    TrackedSection now = place.section();
    boolean sent = context.queryParam("sent") != null;
    show(context, place, ReportDraft.of(context, now, site.reporters().offered(context)), "", sent);
  }

  public void post(Context context) throws IOException {
    site.reporters().require(context);
    SectionId id = PathParams.section(context);
    var place = SectionInDocument.of(site, id);
    ReportDraft draft = ReportDraft.of(FormData.of(context), place.section());
    Messages t = site.pageShells().messages(context);
    if (draft.isEmpty() || draft.isTooLong()) {
      refuse(
          context.status(400),
          place,
          draft,
          t.of(draft.isEmpty() ? "report.empty" : "report.long"));
      return;
    }
    try {
      var reportSource =
          new ReportSource(site.reporters().actor(context, draft.name(), "web"), draft.seen());
      site.library().reports().report(id, draft.reportContent(), draft.textQuote(), reportSource);
      Redirects.other(context, SiteUrls.section(id) + "/report?sent=true");
    } catch (UserNames.NameRefused e) {
      refuse(context.status(400), place, draft, t.of("error.name-refused.advice"));
    } catch (RateLimiter.Exhausted e) {
      context.header("Retry-After", String.valueOf(e.seconds()));
      refuse(context.status(429), place, draft, t.of("report.exhausted", minutes(e)));
    } catch (NotNow e) {
      String reason = e.reason().name().toLowerCase(Locale.ROOT);
      refuse(context.status(409), place, draft, t.of("refused." + reason));
    }
  }

  private static long minutes(RateLimiter.Exhausted exhausted) {
    return Math.ceilDiv(exhausted.seconds(), 60L);
  }

  private void refuse(Context context, SectionInDocument place, ReportDraft draft, String why) {
    show(context, place, draft, why, false);
  }

  private void show(
      Context context, SectionInDocument place, ReportDraft draft, String why, boolean sent) {
    Messages t = site.pageShells().messages(context);
    PageShell shell = site.pageShells().around(context, t.of("report.title"));
    site.pages()
        .show(
            context,
            "report",
            new ReportView(
                shell,
                new ReportView.Place(place.title(t), place.href()),
                place.row(site.rows(), shell),
                fields(draft),
                why,
                sent));
  }

  private static ReportView.Fields fields(ReportDraft draft) {
    var textQuote = draft.textQuote();
    return new ReportView.Fields(
        Arrays.stream(ReportCategory.values()).map(ReportCategory::code).toList(),
        draft.reportContent().reportCategory().code(),
        draft.reportContent().words(),
        new ReportView.Quote(
            textQuote.side().name().toLowerCase(Locale.ROOT),
            textQuote.exact(),
            textQuote.prefix(),
            textQuote.suffix()),
        draft.name(),
        draft.seen().toString());
  }
}
