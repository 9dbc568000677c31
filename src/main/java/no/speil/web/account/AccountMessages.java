package no.speil.web.account;

import io.javalin.http.Context;
import java.util.function.Consumer;
import no.speil.messages.Messages;
import no.speil.people.AccountName;
import no.speil.people.AccountRefusedException;
import no.speil.people.NameRefusedException;
import no.speil.people.TooManyAttemptsException;
import no.speil.web.page.SiteContext;

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

  /**
   * Does what may be refused, and shows why it was.
   *
   * @param status of the answer for most refusals
   * @param show is given the reason in words
   */
  static void attempt(
      SiteContext site, Context context, int status, Runnable action, Consumer<String> show) {
    Messages t = site.messages(context);
    try {
      action.run();
    } catch (AccountRefusedException e) {
      context.status(status);
      show.accept(of(t, e));
    } catch (NameRefusedException e) {
      context.status(status);
      show.accept(of(t, e));
    } catch (TooManyAttemptsException e) {
      context.status(429).header("Retry-After", String.valueOf(e.seconds()));
      show.accept(of(t, e));
    }
  }
}
