package no.speil.people;

import java.util.List;
import no.speil.corpus.Coded;

/** What was asked of the accounts cannot be done; the message is a code. */
public final class AccountRefusedException extends RuntimeException {
  private final Reason reason;
  private final transient List<Object> details;

  AccountRefusedException(Reason reason, Object... details) {
    super(reason.code(), null, false, false);
    this.reason = reason;
    this.details = List.of(details);
  }

  public Reason reason() {
    return reason;
  }

  /** Those of the sentence, for other languages. */
  public List<Object> details() {
    return details;
  }

  /** Why not. */
  public enum Reason implements Coded {
    WRONG,
    INVITATION_OVER,
    TOKEN_OVER,
    NO_PASSWORDS,
    NOT_BY_TOKEN,
    PASSWORD_GUESSABLE,
    PASSWORD_SHORT,
    PASSWORD_LONG,
    NOT_LET_IN,
    NAME_TAKEN,
    LOOKS_LIKE,
    NO_EMAIL,
    PASSKEY,
    PASSKEY_NEEDED,
    EMAIL_OVER,
    UNKNOWN,
    FIRST_KEEPER,
    LAST_KEEPER,
    UNREADABLE
  }
}
