package no.speil.web.account;

import no.speil.messages.Messages;
import no.speil.people.AccountName;
import no.speil.people.AccountRefusedException;
import no.speil.people.TooManyAttemptsException;

/** Why something was refused, in the language of the page. */
public final class AccountMessages {
  private AccountMessages() {}

  public static String of(Messages t, RuntimeException refused) {
    return switch (refused) {
      case AccountRefusedException account ->
          t.of("account.refused." + account.reason().code(), account.details().toArray());
      case TooManyAttemptsException attempts ->
          t.of("account.too-many", Math.ceilDiv(attempts.seconds(), 60));
      default ->
          t == Messages.ENGLISH
              ? String.valueOf(refused.getMessage())
              : t.of("account.refused.name", AccountName.LONGEST);
    };
  }
}
