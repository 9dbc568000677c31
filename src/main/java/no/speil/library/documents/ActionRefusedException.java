package no.speil.library.documents;

import java.io.UncheckedIOException;
import no.speil.archive.FileAccessException;
import no.speil.corpus.Coded;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Role;
import no.speil.corpus.SectionId;
import no.speil.library.catalogue.DocumentFailure;
import no.speil.markdown.splice.SpliceException;
import no.speil.status.TrackedSection;
import org.jspecify.annotations.Nullable;

/**
 * An action that cannot be carried out. Nothing has been changed by it, except with {@link
 * StorageUncertain}, or with {@link DocumentFailed} where the document cannot be loaded after the
 * save.
 */
public abstract sealed class ActionRefusedException extends RuntimeException {
  private ActionRefusedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** There is no such document. */
  public static final class UnknownDocument extends ActionRefusedException {
    public UnknownDocument(DocumentId id) {
      super("There is no document \"" + id + "\".", null);
    }
  }

  /** The document cannot be loaded, by a fault of the program. */
  public static final class DocumentFailed extends ActionRefusedException {
    private final String reference;

    public DocumentFailed(DocumentFailure failure) {
      super(
          "The document \"%s\" cannot be loaded; the rest of the archive is."
              .formatted(failure.document()),
          null);
      this.reference = failure.problem().details().getFirst();
    }

    /** Under which the log has what happened. */
    public String reference() {
      return reference;
    }
  }

  /** No record holds the id. */
  public static final class UnknownSection extends ActionRefusedException {
    public UnknownSection(SectionId id) {
      super("There is no section \"" + id + "\".", null);
    }
  }

  /** The section was there. */
  public static final class GoneSection extends ActionRefusedException {
    private final transient SectionLocation.Gone gone;

    public GoneSection(SectionLocation.Gone gone) {
      super(
          "Section \"" + gone.section() + "\" is no longer in \"" + gone.document() + "\".", null);
      this.gone = gone;
    }

    public SectionLocation.Gone gone() {
      return gone;
    }
  }

  /** The section has moved on since the person saw it. */
  public static final class StaleVersion extends ActionRefusedException {
    private final transient TrackedSection now;

    public StaleVersion(TrackedSection now) {
      super("The section has changed since you saw it.", null);
      this.now = now;
    }

    /** The section as it is. */
    public TrackedSection now() {
      return now;
    }
  }

  /** The section is not such that this can be done with it; the message is a code. */
  public static final class NotNow extends ActionRefusedException {
    private final Reason reason;

    public NotNow(Reason reason) {
      super(reason.code(), null);
      this.reason = reason;
    }

    public Reason reason() {
      return reason;
    }

    /** Why not. */
    public enum Reason implements Coded {
      NO_TEXT,
      HAS_TEXT,
      NO_SUGGESTION,
      UNREAD_DRAFT,
      NO_REPORT,
      NO_COMMENT,
      NO_CHECK,
      MANY_REPORTS,
      OWN_REVIEW,
      NEW_TRANSLATION,
      NOT_UTF8,
      UNRESOLVED_MERGE,
      UNREADABLE,
      CANNOT_ALIGN,
      NOTHING_TO_MOVE,
      CANNOT_UNDO,
      UNFIT_RECORD,
      NEWER_RECORD
    }
  }

  /** The person has an account whose role may do less. */
  public static final class RoleMissing extends ActionRefusedException {
    private final Role needed;

    public RoleMissing(Role needed) {
      super("This takes the role of " + needed.code() + ".", null);
      this.needed = needed;
    }

    public Role needed() {
      return needed;
    }
  }

  /** The text would change its neighbours. */
  public static final class TextRefused extends ActionRefusedException {
    public TextRefused(SpliceException cause) {
      super(String.valueOf(cause.getMessage()), cause);
    }
  }

  /** The archive was opened for reading only. */
  public static final class ReadOnly extends ActionRefusedException {
    public ReadOnly() {
      super("This archive is served read-only.", null);
    }
  }

  /** What the disk's failure to write makes of an action. */
  public static ActionRefusedException storage(UncheckedIOException failure) {
    return failure instanceof FileAccessException access && access.isUncertain()
        ? new StorageUncertain(failure)
        : new StorageRefused(failure);
  }

  /** In brackets; empty for a failure whose message may name a path of the machine. */
  private static String reason(Throwable cause) {
    return cause instanceof FileAccessException ? " (" + cause.getMessage() + ")" : "";
  }

  /** The disk would not take it. */
  public static final class StorageRefused extends ActionRefusedException {
    public StorageRefused(Throwable cause) {
      super("The disk did not take it; nothing was changed." + reason(cause), cause);
    }
  }

  /** The disk failed when something may have been written already. */
  public static final class StorageUncertain extends ActionRefusedException {
    public StorageUncertain(Throwable cause) {
      super(
          "The disk failed while this was saved, so it may have been saved all the same; load the "
              + "page again to see."
              + reason(cause),
          cause);
    }
  }
}
