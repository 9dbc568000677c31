package no.speil.web.account;

import io.javalin.http.Context;
import java.util.List;
import no.speil.messages.Messages;
import no.speil.people.People;
import no.speil.web.http.Authenticator;
import no.speil.web.http.FormData;
import no.speil.web.http.QueryParams;
import no.speil.web.http.RequestException.NotFound;
import no.speil.web.page.MailText;
import no.speil.web.page.PageShell;
import no.speil.web.page.SiteContext;

/** What people do about mail without signing in: ask for a new password, and end the digest. */
public final class MailPage {
  private final SiteContext site;

  public MailPage(SiteContext site) {
    this.site = site;
  }

  /** The form for a new password. */
  public void show(Context context) {
    requireMail();
    show(context, false, "");
  }

  /** Answers the same whether there is such an account or not, and as fast. */
  public void requestPasswordReset(Context context) {
    requireMail();
    String typed = FormData.of(context).get("name");
    Messages t = site.messages(context);
    People people = site.requirePeople();
    AccountRefusals.attempt(
        site,
        context,
        400,
        () -> {
          people.requestPasswordReset(Authenticator.browser(context));
          site.notices().outbox().later(() -> sendLinks(people, t, typed));
          show(context, false, t.of("mail.forgotten.sent"));
        },
        why -> show(context, false, why));
  }

  private void sendLinks(People people, Messages t, String typed) {
    String archive = site.archiveName(t);
    people.sendPasswordResets(
        typed,
        (account, secret) -> {
          var words = List.of(t.of("mail.forgotten.mail", account.name(), archive));
          String link = "/invitation?token=" + secret;
          var mail = new MailText(t, words, link, t.of("account.password.new"));
          String subject = t.of("mail.forgotten.subject", archive);
          site.notices().send(account, "password", subject, mail);
        });
  }

  private void requireMail() {
    site.requirePeople();
    if (!site.notices().outbox().sendsMail()) {
      throw new NotFound("No mail is sent from here.");
    }
  }

  /** Asks before a digest ends, since programs follow the links in mail. */
  public void offer(Context context) {
    show(context, true, "");
  }

  /** Ends a digest; says so, whether there was one or not. */
  public void unsubscribe(Context context) {
    site.requirePeople().unsubscribe(QueryParams.text(context, "secret"));
    show(context, true, site.messages(context).of("mail.digest.ended"));
  }

  private void show(Context context, boolean isDigest, String notice) {
    context.header("Cache-Control", "no-store");
    String title = isDigest ? "mail.digest.title" : "mail.forgotten.title";
    site.show(context, "account/mail", new View(site.shell(context, title), isDigest, notice));
  }

  /**
   * The page.
   *
   * @param isDigest whether it is about the digest, not about a password
   * @param notice what has been done, or was wrong; may be empty
   */
  public record View(PageShell shell, boolean isDigest, String notice) {}
}
