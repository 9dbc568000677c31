package no.speil.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import no.speil.corpus.SectionId;
import no.speil.library.ActionRefused;
import no.speil.library.Whereabouts;
import no.speil.web.answer.Addresses;
import no.speil.web.answer.Fault;
import no.speil.web.answer.Frame;
import no.speil.web.answer.Json;
import no.speil.web.answer.Pages;
import no.speil.web.answer.Trouble;
import no.speil.web.request.WrongRequest;
import no.speil.web.rows.EventJson;
import no.speil.web.view.ErrorView;
import no.speil.web.view.Messages;
import no.speil.web.visitor.Gate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers every failure, in one of two faces: a page for people, a document for programs. */
final class Errors {
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
    Fault fault = Fault.of(failure);
    if (fault.equals(Fault.BUG)) {
      String reference = UUID.randomUUID().toString();
      LOG.error("{} {} {}", reference, context.req().getMethod(), context.path(), failure);
      send(context, new Trouble(fault, "The fault is ours.", Map.of("reference", reference)));
      return;
    }
    send(context, new Trouble(fault, String.valueOf(failure.getMessage()), members(failure)));
  }

  private void answerFramework(HttpResponseException failure, Context context) {
    int status = failure.getStatus();
    Fault fault =
        switch (status) {
          case 404 -> Fault.NO_SUCH_ADDRESS;
          case 405 -> Fault.NO_SUCH_METHOD;
          default -> new Fault(HttpResponseException.class, status, "bad-request");
        };
    String allowed = failure.getDetails().get("availableMethods");
    if (allowed != null) {
      context.header("Allow", allowed);
    }
    send(context, new Trouble(fault, detail(failure, context), Map.of()));
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
    context.status(trouble.fault().status());
    if (wantsJson(context)) {
      String title = Messages.ENGLISH.of("error." + trouble.fault().code());
      json.write(context, Trouble.MEDIA_TYPE, trouble.document(title));
      return;
    }
    Messages messages = frame.messages(context);
    String code = trouble.fault().code();
    var view =
        new ErrorView(
            frame.around(context, messages.of("error." + code)),
            trouble.fault().status(),
            code,
            trouble.detail(),
            String.valueOf(trouble.members().getOrDefault("reference", "")));
    pages.show(context, "error", view);
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
    if (path.startsWith("/api/")
        || path.endsWith(".json")
        || path.equals("/healthz")
        || path.equals("/readyz")) {
      return true;
    }
    String accept = context.header("Accept");
    return accept != null && accept.contains("json") && !accept.contains("html");
  }
}
