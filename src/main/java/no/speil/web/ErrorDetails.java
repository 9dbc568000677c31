package no.speil.web;

import io.javalin.http.Context;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.Map;
import java.util.OptionalLong;
import no.speil.archive.FileAccessException;
import no.speil.library.documents.ActionRefusedException.GoneSection;
import no.speil.library.documents.ActionRefusedException.NotNow;
import no.speil.library.documents.ActionRefusedException.ReadOnly;
import no.speil.library.documents.ActionRefusedException.RoleMissing;
import no.speil.library.documents.SectionLocation;
import no.speil.library.glossary.GlossaryRefusedException;
import no.speil.messages.Messages;
import no.speil.messages.RefusalTexts;
import no.speil.people.AccountRefusedException;
import no.speil.people.TooManyAttemptsException;
import no.speil.web.account.AccountRefusals;
import no.speil.web.http.AccessPolicy;
import no.speil.web.http.ProblemDetails;
import no.speil.web.http.RequestBody;
import no.speil.web.http.RequestException;
import no.speil.web.oai.OaiHandler;
import no.speil.web.page.TaggedText;
import org.jspecify.annotations.Nullable;

/**
 * What an error page says of the case, in the language of the page; programs are told in English.
 */
final class ErrorDetails {
  private static final Map<String, String> REASONS =
      Map.of(
          "Nearly all files of its folder are gone", "error.reason.gone",
          "Permission denied", "error.reason.denied",
          "No such file or directory", "error.reason.missing",
          "No space left on device", "error.reason.full",
          "Disk quota exceeded", "error.reason.full",
          "Read-only file system", "error.reason.read-only",
          "Input/output error", "error.reason.broken",
          "Too many open files", "error.reason.many");

  private ErrorDetails() {}

  /**
   * The detail in the page's language; English for errors in a request's form; empty if title and
   * advice say it all.
   *
   * @param problem what programs are told
   */
  static TaggedText of(Messages t, ProblemDetails problem, Exception failure, Context context) {
    String english = problem.detail();
    String said = sentence(t, failure);
    if (t == Messages.ENGLISH) {
      return new TaggedText(t.lang(), said.isEmpty() ? english : said);
    }
    return switch (problem.errorType().code()) {
      case "bad-request", "foreign-host", "wrong-type", "version-missing" ->
          new TaggedText(Messages.ENGLISH.lang(), english);
      case "not-found" ->
          new TaggedText(
              t.lang(), said.isEmpty() ? t.of("error.detail.address", context.path()) : said);
      case "method-not-allowed" ->
          new TaggedText(t.lang(), t.of("error.detail.method", context.req().getMethod()));
      default -> new TaggedText(t.lang(), said);
    };
  }

  private static String sentence(Messages t, Exception failure) {
    return switch (failure) {
      case NotNow notNow -> RefusalTexts.of(t, notNow);
      case GoneSection gone -> gone(t, gone.gone());
      case GlossaryRefusedException refused -> RefusalTexts.of(t, refused.reason());
      case RequestBody.BodyTooLarge tooLarge -> t.of("error.detail.bytes", tooLarge.limit());
      case AccessPolicy.NotSignedIn nobody -> t.of("obstacle.not-signed-in");
      case ReadOnly readOnly -> RefusalTexts.of(t, readOnly);
      case RoleMissing role -> RefusalTexts.of(t, role);
      case AccountRefusedException refused -> AccountRefusals.of(t, refused);
      case TooManyAttemptsException tooMany -> AccountRefusals.of(t, tooMany);
      case OaiHandler.NoContact nobody -> t.of("error.detail.no-contact");
      case RequestException wrong -> retry(t, wrong.retryAfter());
      default -> file(t, ErrorResponses.ofDisk(failure));
    };
  }

  private static String retry(Messages t, OptionalLong seconds) {
    return seconds.isPresent() ? t.of("error.detail.retry", seconds.getAsLong()) : "";
  }

  private static String gone(Messages t, SectionLocation.Gone gone) {
    return t.of("error.detail.gone", gone.section().value(), gone.document().value());
  }

  /** Empty if the cause is none of the disk, as when another process writes. */
  private static String file(Messages t, @Nullable Throwable cause) {
    if (cause instanceof FileAccessException access) {
      return t.of("error.detail.file", access.path(), reason(t, access));
    }
    boolean isOwn = cause instanceof UncheckedIOException || cause instanceof FileSystemException;
    return isOwn ? t.of("error.detail.own-file") : "";
  }

  private static String reason(Messages t, FileAccessException access) {
    OptionalLong limit = access.limitMegabytes();
    return limit.isPresent()
        ? t.of("error.reason.large", limit.getAsLong())
        : t.of(REASONS.getOrDefault(access.reason(), "error.reason.other"));
  }
}
