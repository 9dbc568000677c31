package no.speil.web.answer;

import io.javalin.http.HttpResponseException;
import java.util.List;
import no.speil.library.ActionRefused;
import no.speil.search.answer.FoundSections;
import no.speil.web.request.Body;
import no.speil.web.request.WrongRequest;
import no.speil.web.visitor.Access;
import no.speil.web.visitor.Allowance;
import no.speil.web.visitor.Gate;
import no.speil.web.visitor.Names;

/** A sort of failure; its code names its messages and its paragraph of the help page. */
public record Fault(Class<? extends Exception> failure, int status, String code) {
  public static final Fault BUG = new Fault(Exception.class, 500, "bug");

  /** The first that fits counts. */
  public static final List<Fault> TABLE =
      List.of(
          new Fault(WrongRequest.BadRequest.class, 400, "bad-request"),
          new Fault(Names.NameRefused.class, 400, "name-refused"),
          new Fault(Gate.ForeignHost.class, 403, "foreign-host"),
          new Fault(Gate.CrossSite.class, 403, "cross-site"),
          new Fault(Access.NotAWriter.class, 403, "read-only"),
          new Fault(Access.NotAReporter.class, 403, "no-reports"),
          new Fault(WrongRequest.NotFound.class, 404, "not-found"),
          new Fault(ActionRefused.UnknownDocument.class, 404, "not-found"),
          new Fault(ActionRefused.UnknownSection.class, 404, "not-found"),
          new Fault(ActionRefused.NotNow.class, 409, "not-now"),
          new Fault(ActionRefused.TextRefused.class, 409, "text-refused"),
          new Fault(ActionRefused.GoneSection.class, 410, "gone"),
          new Fault(WrongRequest.Outdated.class, 412, "stale-version"),
          new Fault(ActionRefused.StaleVersion.class, 412, "stale-version"),
          new Fault(ActionRefused.ReadOnly.class, 403, "read-only"),
          new Fault(ActionRefused.StorageRefused.class, 507, "storage"),
          new Fault(Body.BodyTooLarge.class, 413, "too-large"),
          new Fault(Body.WrongContentType.class, 415, "wrong-type"),
          new Fault(WrongRequest.VersionMissing.class, 428, "version-missing"),
          new Fault(WrongRequest.Busy.class, 429, "busy"),
          new Fault(Allowance.Exhausted.class, 429, "too-many-reports"),
          new Fault(FoundSections.Stopped.class, 503, "stopped"),
          BUG);

  public static final Fault NO_SUCH_ADDRESS =
      new Fault(HttpResponseException.class, 404, "not-found");
  public static final Fault NO_SUCH_METHOD =
      new Fault(HttpResponseException.class, 405, "method-not-allowed");

  /** The sort of that failure; a bug where the table has none. */
  public static Fault of(Exception failure) {
    return TABLE.stream()
        .filter(fault -> fault.failure().isInstance(failure))
        .findFirst()
        .orElse(BUG);
  }
}
