package no.speil.web.account;

import io.javalin.http.Context;
import java.util.function.Consumer;
import no.speil.messages.Messages;
import no.speil.messages.RefusalTexts;
import no.speil.people.AccountName;
import no.speil.people.AccountRefusedException;
import no.speil.people.NameRefusedException;
import no.speil.people.TooManyAttemptsException;
import no.speil.web.page.SiteContext;

/** Says why something was refused, in the language of the page. */
public final class AccountRefusals {
  private AccountRefusals() {}

  /** A sentence; empty for failures that are not about accounts. */
  public static String of(Messages t, RuntimeException failure) {
    return switch (failure) {
      case AccountRefusedException refused -> RefusalTexts.of(t, refused);
      case TooManyAttemptsException refused ->
          t.of("account.too-many", Math.ceilDiv(refused.seconds(), 60));
      case NameRefusedException refused ->
          t == Messages.ENGLISH
              ? String.valueOf(refused.getMessage())
              : t.of("account.refused.name", AccountName.LONGEST);
      default -> "";
    };
  }

  /**
   * Does what a form asks for, or shows why that was refused.
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
      show.accept(of(site.messages(context), e));
    } catch (TooManyAttemptsException e) {
      context.status(429).header("Retry-After", String.valueOf(e.seconds()));
      show.accept(of(site.messages(context), e));
    }
  }
}
