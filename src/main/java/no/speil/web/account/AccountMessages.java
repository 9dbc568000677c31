package no.speil.web.account;

import no.speil.people.AccountName;
import no.speil.people.AccountRefusedException;
import no.speil.people.NameRefusedException;
import no.speil.web.page.Messages;

/** Why something was refused, in the language of the page. */
final class AccountMessages {
  private AccountMessages() {}

  static String of(Messages t, AccountRefusedException refused) {
    return t.of("account.refused." + refused.reason().code(), refused.details().toArray());
  }

  static String of(Messages t, NameRefusedException refused) {
    return t == Messages.ENGLISH
        ? String.valueOf(refused.getMessage())
        : t.of("account.refused.name", AccountName.LONGEST);
  }
}
