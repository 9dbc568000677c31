package no.speil.web.reporting;

import io.javalin.http.Context;
import java.io.IOException;
import no.speil.corpus.SectionId;
import no.speil.library.Actor;
import no.speil.library.Library;
import no.speil.tracking.Verdict;
import no.speil.web.answer.Addresses;
import no.speil.web.answer.See;
import no.speil.web.request.Form;
import no.speil.web.request.Paths;
import no.speil.web.request.WrongRequest;
import no.speil.web.visitor.Writers;

/** What comes of reports, said by those who may write. */
public final class ReportForms {
  private final Library library;
  private final Writers writers;

  public ReportForms(Library library, Writers writers) {
    this.library = library;
    this.writers = writers;
  }

  public void settle(Context context) throws IOException {
    Actor actor = writers.actor(context, "web");
    SectionId id = Paths.section(context);
    String report = context.pathParam("report");
    Form form = Form.of(context);
    Verdict verdict = verdict(form.get("do"));
    library.settle(id, report, verdict, actor);
    String next = See.onward(form.get("next"));
    See.other(
        context,
        next.isEmpty()
            ? Addresses.section(id) + "/history#reports"
            : verdict != Verdict.OPEN && next.startsWith("/queue")
                ? remembering(next, id + "." + report)
                : next);
  }

  static Verdict verdict(String code) {
    return Verdict.parse(code)
        .orElseThrow(
            () ->
                new WrongRequest.BadRequest(
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
