package no.speil.web.account;

import io.javalin.http.Context;
import java.util.Objects;
import no.speil.messages.Messages;
import no.speil.people.AccountRefusedException;
import no.speil.people.NewSession;
import no.speil.people.People;
import no.speil.people.UserAgent;
import no.speil.web.http.Authenticator;
import no.speil.web.http.FormData;
import no.speil.web.http.QueryParams;
import no.speil.web.page.PageShell;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;

/**
 * Where an invitation leads: its owner chooses a password. The secret in the link goes into a
 * cookie at once, so that it stays in no history and no referrer.
 */
public final class InvitationPage {
  private static final String COOKIE = "speil-invitation";
  private static final int HALF_AN_HOUR = 30 * 60;

  private final SiteContext site;

  public InvitationPage(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) {
    // The address may hold a token. With no-referrer the form would send "Origin: null".
    context.header("Cache-Control", "no-store").header("Referrer-Policy", "strict-origin");
    String secret = QueryParams.text(context, "token");
    if (secret.isEmpty()) {
      show(context, "");
      return;
    }
    setCookie(context, secret, HALF_AN_HOUR);
    Redirects.other(context, "/invitation");
  }

  public void accept(Context context) {
    AccountRefusals.attempt(site, context, 400, () -> begin(context), why -> show(context, why));
  }

  private void begin(Context context) {
    FormData form = FormData.of(context);
    People people = site.requirePeople();
    UserAgent browser = Authenticator.browser(context);
    NewSession session = people.accept(secret(context), form.get("password"), browser);
    if (form.has("tokens")) {
      people.endTokens(session.name());
    }
    site.authenticator().keep(context, session);
    setCookie(context, "", 0);
    Redirects.other(context, "/");
  }

  private void show(Context context, String notice) {
    Messages t = site.messages(context);
    String name = "";
    String said = notice;
    try {
      name = site.requirePeople().invited(secret(context));
    } catch (AccountRefusedException e) {
      said = AccountRefusals.of(t, e);
      context.status(400);
    }
    boolean hasTokens = !site.requirePeople().tokens(name).isEmpty();
    var view = new View(site.shell(context, "account.invitation"), name, hasTokens, said);
    site.show(context, "account/invitation", view);
  }

  private static String secret(Context context) {
    return Objects.requireNonNullElse(context.cookie(COOKIE), "");
  }

  private void setCookie(Context context, String value, int maxAge) {
    site.authenticator().setCookie(context, COOKIE, value.replaceAll("[^\\w-]", ""), maxAge);
  }

  /**
   * The page.
   *
   * @param name of who is invited; empty if the invitation does not work
   * @param hasTokens whether programs act in the name
   * @param notice what was wrong; may be empty
   */
  public record View(PageShell shell, String name, boolean hasTokens, String notice) {}
}
