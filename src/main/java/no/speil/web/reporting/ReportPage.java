package no.speil.web.reporting;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import no.speil.corpus.SectionId;
import no.speil.library.ActionRefused.NotNow;
import no.speil.library.Library;
import no.speil.library.Said;
import no.speil.tracking.Flaw;
import no.speil.tracking.TrackedSection;
import no.speil.web.answer.Addresses;
import no.speil.web.answer.Frame;
import no.speil.web.answer.Pages;
import no.speil.web.answer.See;
import no.speil.web.request.Form;
import no.speil.web.request.Paths;
import no.speil.web.rows.Rows;
import no.speil.web.rows.SectionOnPage;
import no.speil.web.view.Messages;
import no.speil.web.view.ReportView;
import no.speil.web.view.Shell;
import no.speil.web.visitor.Allowance;
import no.speil.web.visitor.Names;
import no.speil.web.visitor.Reporters;

/** Where a reader reports an error. What is refused stays in the form, with a sentence why. */
public final class ReportPage {
  private final Library library;
  private final Reporters reporters;
  private final Rows rows;
  private final Pages pages;
  private final Frame frame;

  public ReportPage(Library library, Reporters reporters, Rows rows, Pages pages, Frame frame) {
    this.library = library;
    this.reporters = reporters;
    this.rows = rows;
    this.pages = pages;
    this.frame = frame;
  }

  public void show(Context context) {
    reporters.require(context);
    var place = SectionOnPage.of(library, Paths.section(context));
    TrackedSection now = place.section();
    boolean sent = context.queryParam("sent") != null;
    show(context, place, ReportDraft.of(context, now, reporters.offered(context)), "", sent);
  }

  public void post(Context context) throws IOException {
    reporters.require(context);
    SectionId id = Paths.section(context);
    var place = SectionOnPage.of(library, id);
    ReportDraft draft = ReportDraft.of(Form.of(context), place.section());
    Messages t = frame.messages(context);
    if (draft.isEmpty() || draft.isTooLong()) {
      refuse(
          context.status(400),
          place,
          draft,
          t.of(draft.isEmpty() ? "report.empty" : "report.long"));
      return;
    }
    try {
      var said = new Said(reporters.actor(context, draft.name(), "web"), draft.seen());
      library.report(id, draft.complaint(), draft.quotation(), said);
      See.other(context, Addresses.section(id) + "/report?sent=true");
    } catch (Names.NameRefused e) {
      refuse(context.status(400), place, draft, t.of("error.name-refused.advice"));
    } catch (Allowance.Exhausted e) {
      context.header("Retry-After", String.valueOf(e.seconds()));
      refuse(context.status(429), place, draft, t.of("report.exhausted", minutes(e)));
    } catch (NotNow e) {
      String reason = e.reason().name().toLowerCase(Locale.ROOT);
      refuse(context.status(409), place, draft, t.of("refused." + reason));
    }
  }

  private static long minutes(Allowance.Exhausted exhausted) {
    return Math.ceilDiv(exhausted.seconds(), 60L);
  }

  private void refuse(Context context, SectionOnPage place, ReportDraft draft, String why) {
    show(context, place, draft, why, false);
  }

  private void show(
      Context context, SectionOnPage place, ReportDraft draft, String why, boolean sent) {
    Messages t = frame.messages(context);
    Shell shell = frame.around(context, t.of("report.title"));
    pages.show(
        context,
        "report",
        new ReportView(
            shell,
            new ReportView.Place(place.title(t), place.href()),
            place.row(rows, shell),
            fields(draft),
            why,
            sent));
  }

  private static ReportView.Fields fields(ReportDraft draft) {
    var quotation = draft.quotation();
    return new ReportView.Fields(
        Arrays.stream(Flaw.values()).map(Flaw::code).toList(),
        draft.complaint().flaw().code(),
        draft.complaint().words(),
        new ReportView.Quote(
            quotation.side().name().toLowerCase(Locale.ROOT),
            quotation.exact(),
            quotation.prefix(),
            quotation.suffix()),
        draft.name(),
        draft.seen().toString());
  }
}
