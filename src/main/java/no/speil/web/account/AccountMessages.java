package no.speil.web.account;

import no.speil.messages.Messages;
import no.speil.people.AccountName;
import no.speil.people.AccountRefusedException;
import no.speil.people.NameRefusedException;
import no.speil.people.TooManyAttemptsException;

/** Why something was refused, in the language of the page. */
public final class AccountMessages {
  private AccountMessages() {}

  public static String of(Messages t, AccountRefusedException refused) {
    return t.of("account.refused." + refused.reason().code(), refused.details().toArray());
  }

  public static String of(Messages t, TooManyAttemptsException refused) {
    return t.of("account.too-many", Math.ceilDiv(refused.seconds(), 60));
  }

  static String of(Messages t, NameRefusedException refused) {
    return t == Messages.ENGLISH
        ? String.valueOf(refused.getMessage())
        : t.of("account.refused.name", AccountName.LONGEST);
  }
}
