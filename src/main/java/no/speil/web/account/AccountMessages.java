package no.speil.web.account;

import no.speil.messages.Messages;
import no.speil.people.AccountName;
import no.speil.people.AccountRefusedException;
import no.speil.people.NameRefusedException;
import no.speil.people.TooManyAttemptsException;

/** Why something was refused, in the language of the page. */
public final class AccountMessages {
  private AccountMessages() {}

  /** A sentence; empty for failures that are not about accounts. */
  public static String of(Messages t, RuntimeException failure) {
    return switch (failure) {
      case AccountRefusedException refused ->
          t.of("account.refused." + refused.reason().code(), refused.details().toArray());
      case TooManyAttemptsException refused ->
          t.of("account.too-many", Math.ceilDiv(refused.seconds(), 60));
      case NameRefusedException refused ->
          t == Messages.ENGLISH
              ? String.valueOf(refused.getMessage())
              : t.of("account.refused.name", AccountName.LONGEST);
      default -> "";
    };
  }
}
