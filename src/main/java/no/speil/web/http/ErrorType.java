package no.speil.web.http;

import io.javalin.http.HttpResponseException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.List;
import no.speil.archive.WriterLockLostException;
import no.speil.library.documents.ActionRefusedException.DocumentFailed;
import no.speil.library.documents.ActionRefusedException.GoneSection;
import no.speil.library.documents.ActionRefusedException.NotNow;
import no.speil.library.documents.ActionRefusedException.ReadOnly;
import no.speil.library.documents.ActionRefusedException.RoleMissing;
import no.speil.library.documents.ActionRefusedException.StaleVersion;
import no.speil.library.documents.ActionRefusedException.StorageRefused;
import no.speil.library.documents.ActionRefusedException.StorageUncertain;
import no.speil.library.documents.ActionRefusedException.TextRefused;
import no.speil.library.documents.ActionRefusedException.UnknownDocument;
import no.speil.library.documents.ActionRefusedException.UnknownSection;
import no.speil.library.glossary.GlossaryChangedException;
import no.speil.library.glossary.GlossaryRefusedException;
import no.speil.library.sync.IndexIncompleteException;
import no.speil.people.AccountRefusedException;
import no.speil.people.NameRefusedException;
import no.speil.people.TooManyAttemptsException;
import no.speil.search.execute.SectionIterator;
import no.speil.web.http.RequestException.BadRequest;
import no.speil.web.http.RequestException.Busy;
import no.speil.web.http.RequestException.NotFound;
import no.speil.web.http.RequestException.OtherWriter;
import no.speil.web.http.RequestException.Removed;
import no.speil.web.http.RequestException.TextTooLong;
import no.speil.web.http.RequestException.VersionMissing;

/** A sort of failure; its code names its messages and its paragraph of the help page. */
public record ErrorType(Class<? extends Exception> failure, int status, String code) {
  public static final ErrorType BUG = new ErrorType(Exception.class, 500, "bug");

  /** The first that fits counts. */
  public static final List<ErrorType> TABLE =
      List.of(
          new ErrorType(BadRequest.class, 400, "bad-request"),
          new ErrorType(GlossaryRefusedException.class, 400, "glossary-refused"),
          new ErrorType(GlossaryChangedException.class, 409, "glossary-changed"),
          new ErrorType(NameRefusedException.class, 400, "name-refused"),
          new ErrorType(AccountRefusedException.class, 400, "account-refused"),
          new ErrorType(TooManyAttemptsException.class, 429, "too-many-attempts"),
          new ErrorType(AccessPolicy.NotSignedIn.class, 401, "not-signed-in"),
          new ErrorType(RoleMissing.class, 403, "role-missing"),
          new ErrorType(RequestGuard.ForeignHost.class, 403, "foreign-host"),
          new ErrorType(RequestGuard.CrossSite.class, 403, "cross-site"),
          new ErrorType(AccessPolicy.NotAReporter.class, 403, "no-reports"),
          new ErrorType(RequestException.Unsigned.class, 403, "unsigned"),
          new ErrorType(NotFound.class, 404, "not-found"),
          new ErrorType(UnknownDocument.class, 404, "not-found"),
          new ErrorType(UnknownSection.class, 404, "not-found"),
          new ErrorType(DocumentFailed.class, 500, "document-failed"),
          new ErrorType(NotNow.class, 409, "not-now"),
          new ErrorType(OtherWriter.class, 409, "other-writer"),
          new ErrorType(TextRefused.class, 409, "text-refused"),
          new ErrorType(GoneSection.class, 410, "gone"),
          new ErrorType(Removed.class, 410, "removed"),
          new ErrorType(VersionConflictException.class, 412, "stale-version"),
          new ErrorType(StaleVersion.class, 412, "stale-version"),
          new ErrorType(ReadOnly.class, 403, "read-only"),
          new ErrorType(StorageRefused.class, 507, "storage"),
          new ErrorType(StorageUncertain.class, 507, "storage-uncertain"),
          new ErrorType(RequestBody.BodyTooLarge.class, 413, "too-large"),
          new ErrorType(RequestBody.BodyTooSlow.class, 408, "too-slow"),
          new ErrorType(TextTooLong.class, 413, "too-large"),
          new ErrorType(RequestBody.WrongContentType.class, 415, "wrong-type"),
          new ErrorType(VersionMissing.class, 428, "version-missing"),
          new ErrorType(Busy.class, 503, "busy"),
          new ErrorType(ReportLimits.Exhausted.class, 429, "too-many-reports"),
          new ErrorType(SectionIterator.Stopped.class, 503, "stopped"),
          new ErrorType(IndexIncompleteException.class, 503, "indexing"),
          new ErrorType(WriterLockLostException.class, 503, "another-writer"),
          new ErrorType(UncheckedIOException.class, 503, "unavailable"),
          new ErrorType(FileSystemException.class, 503, "unavailable"),
          BUG);

  public static final ErrorType NO_SUCH_ADDRESS =
      new ErrorType(HttpResponseException.class, 404, "not-found");
  public static final ErrorType NO_SUCH_METHOD =
      new ErrorType(HttpResponseException.class, 405, "method-not-allowed");

  /** The sort of that failure; a bug where the table has none. */
  public static ErrorType of(Exception failure) {
    return TABLE.stream()
        .filter(type -> type.failure().isInstance(failure))
        .findFirst()
        .orElse(BUG);
  }
}
