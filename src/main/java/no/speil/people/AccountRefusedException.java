package no.speil.people;

import java.util.List;
import no.speil.corpus.Coded;

/** What was asked of the accounts cannot be done. */
public final class AccountRefusedException extends RuntimeException {
  private final Reason reason;
  private final transient List<Object> details;

  AccountRefusedException(Reason reason, Object... details) {
    super(reason.sentence.formatted(details), null, false, false);
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
    WRONG("The name or the password is wrong."),
    INVITATION_OVER("This invitation has been used or has expired."),
    TOKEN_OVER(
        "This sign-in link is not of the server that runs now; it prints one when it starts."),
    NO_PASSWORDS("This archive takes no passwords; people come by single sign-on."),
    NOT_BY_TOKEN("A token makes no tokens; sign in with a browser."),
    PASSWORD_GUESSABLE(
        "That password is easy to guess: it is made of names, common words, repeats or rows."),
    PASSWORD_SHORT("A password has at least %s characters."),
    PASSWORD_LONG("A password has at most %s characters."),
    NOT_LET_IN("%s has no account here; ask a keeper for one."),
    NAME_TAKEN("There is an account named %s."),
    LOOKS_LIKE("That name looks like %s, who has an account."),
    NO_EMAIL("%s is not an e-mail address."),
    PASSKEY("That passkey does not sign anybody in here."),
    PASSKEY_NEEDED("%s signs in with a passkey only."),
    EMAIL_OVER("That link is not the one that was sent last."),
    UNKNOWN("There is no account named %s."),
    FIRST_KEEPER("The first account is that of a keeper, who looks after the others."),
    LAST_KEEPER("%s is the only keeper who can sign in; make another person a keeper first."),
    UNREADABLE("The file of the accounts cannot be read: %s. Put it right first.");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }
  }
}
