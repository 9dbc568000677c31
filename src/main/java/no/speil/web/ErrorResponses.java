package no.speil.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import no.speil.archive.FileAccessException;
import no.speil.archive.WriterLockLostException;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.library.documents.ActionRefusedException.DocumentFailed;
import no.speil.library.documents.ActionRefusedException.GoneSection;
import no.speil.library.documents.ActionRefusedException.NotNow;
import no.speil.library.documents.ActionRefusedException.StorageRefused;
import no.speil.library.documents.ActionRefusedException.StorageUncertain;
import no.speil.library.documents.ActionRefusedException.UnknownDocument;
import no.speil.library.documents.SectionLocation;
import no.speil.library.sync.IndexIncompleteException;
import no.speil.messages.RefusalTexts;
import no.speil.people.TooManyAttemptsException;
import no.speil.web.account.SignInPage;
import no.speil.web.http.AccessPolicy.NotSignedIn;
import no.speil.web.http.Authenticator;
import no.speil.web.http.ErrorType;
import no.speil.web.http.Json;
import no.speil.web.http.ProblemDetails;
import no.speil.web.http.RequestException;
import no.speil.web.http.RequestGuard;
import no.speil.web.http.SitePath;
import no.speil.web.page.PageShell;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.section.HistoryJson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers every failure, in one of two faces: a page for people, a document for programs. */
final class ErrorResponses {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorResponses.class);

  private static final String UNAVAILABLE = "The server cannot use one of its own files.";
  private static final long RETRY_SECONDS = 5;

  /** So many texts are offered instead of one that is not there. */
  private static final int OFFERED = 5;

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final SiteContext site;

  ErrorResponses(SiteContext site) {
    this.site = site;
  }

  void register(RoutesConfig routes) {
    routes.exception(Exception.class, this::answer);
    routes.exception(HttpResponseException.class, this::answerFramework);
  }

  /** A handler whose errors are answered as its exceptions are. */
  static Handler withErrors(Handler handler) {
    return context -> {
      try {
        handler.handle(context);
      } catch (Error e) { // which of them end the process is decided where they are logged
        throw new IllegalStateException(e);
      }
    };
  }

  /** An error that came while something else was answered, or outside of any handler. */
  static void answerError(HttpServletResponse response, Error failure) {
    String reference = UUID.randomUUID().toString();
    LOG.error("{} an answer was broken off", reference, failure);
    // needs no other class, since one that cannot be loaded may be what failed
    response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    response.setContentType("text/plain;charset=utf-8");
    try {
      response.getOutputStream().print("The fault is ours. Reference: " + reference);
    } catch (IOException e) {
      LOG.debug("{} was not told", reference, e);
    }
  }

  private void answer(Exception failure, Context context) {
    if (failure instanceof NotSignedIn nobody) {
      boolean isFeed = Authenticator.isPrivateFeed(context);
      context.header(
          "WWW-Authenticate", isFeed ? "Basic realm=\"Speil\", charset=\"UTF-8\"" : "Bearer");
      if (!isFeed && !wantsJson(context)) {
        RequestGuard.protect(context);
        new SignInPage(site).ask(context, nobody);
        return;
      }
    }
    ErrorType errorType = ErrorType.of(failure);
    if (errorType.equals(ErrorType.BUG)) {
      String reference = UUID.randomUUID().toString();
      LOG.error("{} {} {}", reference, context.req().getMethod(), context.path(), failure);
      Map<String, Object> members = Map.of("reference", reference);
      send(context, failure, new ProblemDetails(errorType, "The fault is ours.", members));
      return;
    }
    retryAfter(failure)
        .ifPresent(seconds -> context.header("Retry-After", String.valueOf(seconds)));
    send(
        context,
        failure,
        new ProblemDetails(errorType, detail(failure, context), members(failure)));
  }

  /** In words that name no path of this machine. */
  private static String detail(Exception failure, Context context) {
    Throwable disk = ofDisk(failure);
    if (disk != null) {
      LOG.warn("{} {}: {}", context.req().getMethod(), context.path(), disk.getMessage());
    }
    if (failure instanceof FileAccessException refused) {
      return "The server cannot read or write %s: %s.".formatted(refused.path(), refused.reason());
    }
    return failure.equals(disk) ? UNAVAILABLE : RefusalTexts.english(failure);
  }

  /** The failure of the disk that this is or comes of, if any. */
  static @Nullable Throwable ofDisk(Exception failure) {
    return switch (failure) {
      case StorageRefused refused -> refused.getCause();
      case StorageUncertain uncertain -> uncertain.getCause();
      case UncheckedIOException disk -> disk;
      case FileSystemException disk -> disk;
      default -> null;
    };
  }

  private void answerFramework(HttpResponseException failure, Context context) {
    int status = failure.getStatus();
    ErrorType errorType =
        switch (status) {
          case 404 -> ErrorType.NO_SUCH_ADDRESS;
          case 405 -> ErrorType.NO_SUCH_METHOD;
          default -> new ErrorType(HttpResponseException.class, status, "bad-request");
        };
    String allowed = failure.getDetails().get("availableMethods");
    if (allowed != null) {
      context.header("Allow", allowed + ", OPTIONS");
    }
    if (allowed != null && context.req().getMethod().equals("OPTIONS")) {
      context.status(HttpStatus.NO_CONTENT).result("");
      return;
    }
    Optional<DocumentId> meant =
        status == 404 && context.req().getMethod().matches("GET|HEAD") && !wantsJson(context)
            ? site.library(context).links().document(SitePath.path(context))
            : Optional.empty();
    if (meant.isPresent()) {
      Redirects.moved(context, SiteUrls.document(meant.get()));
      return;
    }
    send(context, failure, new ProblemDetails(errorType, detail(failure, context), Map.of()));
  }

  private static String detail(HttpResponseException failure, Context context) {
    return switch (failure.getStatus()) {
      case 404 -> "There is nothing at " + context.path() + ".";
      case 405 -> context.req().getMethod() + " is not answered at this address.";
      default -> String.valueOf(failure.getMessage());
    };
  }

  private void send(Context context, Exception failure, ProblemDetails problemDetails) {
    RequestGuard.protect(context);
    context.status(problemDetails.errorType().status());
    if (wantsJson(context)) {
      Json.write(context, ProblemDetails.MEDIA_TYPE, problemDetails.document());
      return;
    }
    PageShell shell = site.shell(context, "error." + problemDetails.errorType().code());
    String path = path(context, failure);
    var view =
        new ErrorView(
            shell,
            problemDetails,
            ErrorDetails.of(shell.t(), problemDetails, failure, context),
            NO_WORD.matcher(path).replaceAll(" ").strip(),
            path.isEmpty() ? List.of() : site.library(context).links().alike(path, OFFERED));
    site.show(context, "error", view);
  }

  /** The path that a text was looked for by; empty where it was something else. */
  private static String path(Context context, Exception failure) {
    String path = SitePath.path(context);
    boolean isOfDocument = path.startsWith("/d/");
    boolean isMissing =
        isOfDocument
            ? failure instanceof UnknownDocument
            : failure instanceof HttpResponseException framework && framework.getStatus() == 404;
    return isMissing ? path.substring(isOfDocument ? 3 : 1) : "";
  }

  private static Map<String, Object> members(Exception failure) {
    return switch (failure) {
      case RequestException wrong -> wrong.members();
      case NotNow notNow -> Map.of("reason", notNow.reason().code());
      case DocumentFailed failed -> Map.of("reference", failed.reference());
      case GoneSection gone -> becoming(gone.gone());
      default -> Map.of();
    };
  }

  private static OptionalLong retryAfter(Exception failure) {
    return switch (failure) {
      case RequestException wrong -> wrong.retryAfter();
      case TooManyAttemptsException tooMany -> OptionalLong.of(tooMany.seconds());
      case IndexIncompleteException incomplete ->
          OptionalLong.of(IndexIncompleteException.RETRY_SECONDS);
      case WriterLockLostException lost -> OptionalLong.of(WriterLockLostException.RETRY_SECONDS);
      case UncheckedIOException disk -> OptionalLong.of(RETRY_SECONDS);
      case FileSystemException disk -> OptionalLong.of(RETRY_SECONDS);
      default -> OptionalLong.empty();
    };
  }

  private static Map<String, Object> becoming(SectionLocation.Gone gone) {
    var members = new LinkedHashMap<String, Object>();
    members.put("document", gone.document().value());
    SectionId became = gone.became();
    if (became != null) {
      members.put("became", became.value());
      members.put("url", SiteUrls.section(became));
    }
    var history = HistoryJson.latest(gone.section(), gone.history());
    members.put("history", history.history());
    members.put("historyTotal", history.historyTotal());
    if (history.earlier() != null) {
      members.put("earlier", history.earlier());
    }
    return members;
  }

  private static boolean wantsJson(Context context) {
    String path = SitePath.path(context);
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
