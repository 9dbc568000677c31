package no.speil.web.account;

import io.javalin.http.Context;
import java.util.function.Consumer;
import no.speil.people.AccountRefusedException;
import no.speil.people.NameRefusedException;
import no.speil.people.TooManyAttemptsException;
import no.speil.web.page.SiteContext;

/** A form whose page says why it was refused. */
final class AccountForm {
  private AccountForm() {}

  /**
   * Does what the form asks for, or shows why that was refused.
   *
   * @param status of the answer for most refusals
   * @param show is given the reason in words
   */
  static void attempt(
      SiteContext site, Context context, int status, Runnable action, Consumer<String> show) {
    try {
      action.run();
    } catch (AccountRefusedException | NameRefusedException e) {
      context.status(status);
      show.accept(AccountMessages.of(site.messages(context), e));
    } catch (TooManyAttemptsException e) {
      context.status(429).header("Retry-After", String.valueOf(e.seconds()));
      show.accept(AccountMessages.of(site.messages(context), e));
    }
  }
}
