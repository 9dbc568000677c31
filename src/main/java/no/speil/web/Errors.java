package no.speil.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import no.speil.corpus.SectionId;
import no.speil.library.ActionRefused;
import no.speil.library.Whereabouts;
import no.speil.search.FoundSections;
import no.speil.web.view.ErrorView;
import no.speil.web.view.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every failure is answered with: the one table, and the two faces of an answer. */
final class Errors {
  /** A sort of failure; its code names its messages and its paragraph of the help page. */
  record Kind(Class<? extends Exception> failure, int status, String code) {}

  static final Kind BUG = new Kind(Exception.class, 500, "bug");

  /** The first that fits counts. */
  static final List<Kind> TABLE =
      List.of(
          new Kind(WrongRequest.BadRequest.class, 400, "bad-request"),
          new Kind(Names.NameRefused.class, 400, "name-refused"),
          new Kind(Gate.ForeignHost.class, 403, "foreign-host"),
          new Kind(Gate.CrossSite.class, 403, "cross-site"),
          new Kind(Access.NotAWriter.class, 403, "read-only"),
          new Kind(Access.NotAReporter.class, 403, "no-reports"),
          new Kind(WrongRequest.NotFound.class, 404, "not-found"),
          new Kind(ActionRefused.UnknownDocument.class, 404, "not-found"),
          new Kind(ActionRefused.UnknownSection.class, 404, "not-found"),
          new Kind(ActionRefused.NotNow.class, 409, "not-now"),
          new Kind(ActionRefused.TextRefused.class, 409, "text-refused"),
          new Kind(ActionRefused.GoneSection.class, 410, "gone"),
          new Kind(Conflict.class, 412, "stale-version"),
          new Kind(ActionRefused.StaleVersion.class, 412, "stale-version"),
          new Kind(ActionRefused.ReadOnly.class, 403, "read-only"),
          new Kind(ActionRefused.StorageRefused.class, 507, "storage"),
          new Kind(Body.BodyTooLarge.class, 413, "too-large"),
          new Kind(Body.WrongContentType.class, 415, "wrong-type"),
          new Kind(WrongRequest.VersionMissing.class, 428, "version-missing"),
          new Kind(ExportFiles.Busy.class, 429, "busy"),
          new Kind(Allowance.Exhausted.class, 429, "too-many-reports"),
          new Kind(FoundSections.Stopped.class, 503, "stopped"),
          BUG);

  private static final Kind NO_SUCH_ADDRESS =
      new Kind(HttpResponseException.class, 404, "not-found");
  static final Kind NO_SUCH_METHOD =
      new Kind(HttpResponseException.class, 405, "method-not-allowed");

  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  private final Json json;
  private final Pages pages;
  private final Frame frame;

  Errors(Json json, Pages pages, Frame frame) {
    this.json = json;
    this.pages = pages;
    this.frame = frame;
  }

  void register(RoutesConfig routes) {
    routes.exception(Exception.class, this::answer);
    routes.exception(HttpResponseException.class, this::answerFramework);
  }

  private void answer(Exception failure, Context context) {
    Kind kind = kindOf(failure);
    if (kind.equals(BUG)) {
      String reference = UUID.randomUUID().toString();
      LOG.error("{} {} {}", reference, context.req().getMethod(), context.path(), failure);
      send(context, new Trouble(kind, "The fault is ours.", Map.of("reference", reference)));
      return;
    }
    send(context, new Trouble(kind, String.valueOf(failure.getMessage()), members(failure)));
  }

  private void answerFramework(HttpResponseException failure, Context context) {
    int status = failure.getStatus();
    Kind kind =
        switch (status) {
          case 404 -> NO_SUCH_ADDRESS;
          case 405 -> NO_SUCH_METHOD;
          default -> new Kind(HttpResponseException.class, status, "bad-request");
        };
    String allowed = failure.getDetails().get("availableMethods");
    if (allowed != null) {
      context.header("Allow", allowed);
    }
    send(context, new Trouble(kind, detail(failure, context), Map.of()));
  }

  private static String detail(HttpResponseException failure, Context context) {
    return switch (failure.getStatus()) {
      case 404 -> "There is nothing at " + context.path() + ".";
      case 405 -> context.req().getMethod() + " is not answered at this address.";
      default -> String.valueOf(failure.getMessage());
    };
  }

  private void send(Context context, Trouble trouble) {
    Gate.protect(context);
    context.status(trouble.kind().status());
    if (wantsJson(context)) {
      String title = Messages.ENGLISH.of("error." + trouble.kind().code());
      json.write(context, Trouble.MEDIA_TYPE, trouble.document(title));
      return;
    }
    Messages messages = frame.messages(context);
    String code = trouble.kind().code();
    var view =
        new ErrorView(
            frame.around(context, messages.of("error." + code)),
            trouble.kind().status(),
            code,
            trouble.detail(),
            String.valueOf(trouble.members().getOrDefault("reference", "")));
    pages.show(context, "error", view);
  }

  static Kind kindOf(Exception failure) {
    return TABLE.stream()
        .filter(kind -> kind.failure().isInstance(failure))
        .findFirst()
        .orElse(BUG);
  }

  private static Map<String, Object> members(Exception failure) {
    return switch (failure) {
      case WrongRequest wrong -> wrong.members();
      case ActionRefused.NotNow notNow ->
          Map.of("reason", notNow.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      case ActionRefused.GoneSection gone -> becoming(gone.gone());
      default -> Map.of();
    };
  }

  private static Map<String, Object> becoming(Whereabouts.Gone gone) {
    var members = new LinkedHashMap<String, Object>();
    members.put("document", gone.document().value());
    SectionId became = gone.became();
    if (became != null) {
      members.put("became", became.value());
      members.put("url", Addresses.section(became));
    }
    members.put("history", EventJson.all(gone.section(), gone.history()));
    return members;
  }

  private static boolean wantsJson(Context context) {
    String path = context.path();
    if (path.startsWith("/api/") || path.endsWith(".json") || path.endsWith("yz")) {
      return true;
    }
    String accept = context.header("Accept");
    return accept != null && accept.contains("json") && !accept.contains("html");
  }
}
