package no.speil.web.account;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.function.Consumer;
import no.speil.corpus.Role;
import no.speil.messages.Messages;
import no.speil.people.Account;
import no.speil.people.Account.Invitation;
import no.speil.people.People;
import no.speil.people.Person;
import no.speil.web.http.FormData;
import no.speil.web.http.RequestException.BadRequest;
import no.speil.web.page.MailText;
import no.speil.web.page.PageShell;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;

/** Where keepers invite people, give them roles and close accounts. */
public final class PeoplePage {
  private final SiteContext site;

  public PeoplePage(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) {
    show(context, Link.NONE, "");
  }

  /** Does what a form asks for; where that is refused, the page says why. */
  public Handler attempt(Consumer<Context> change) {
    return context ->
        AccountRefusals.attempt(
            site, context, 400, () -> change.accept(context), why -> show(context, Link.NONE, why));
  }

  public void invite(Context context) {
    FormData form = FormData.of(context);
    String name = form.get("name");
    String secret = site.requirePeople().add(name, role(form), form.get("email"));
    log(context, "add", name, form.get("role"));
    show(context, link(context, name, secret), "");
  }

  public void change(Context context) {
    FormData form = FormData.of(context);
    People people = site.requirePeople();
    String name = context.pathParam("name");
    log(context, form.get("do"), name, form.get("role"));
    switch (form.get("do")) {
      case "role" -> people.changeRole(name, role(form));
      case "disable" -> people.disable(name);
      case "enable" -> people.enable(name);
      case "withdraw" -> people.withdraw(name);
      case "invite" -> {
        show(context, link(context, name, people.invite(name)), "");
        return;
      }
      default -> throw new BadRequest("“do” is role, disable, enable, withdraw or invite.");
    }
    Redirects.other(context, "/people");
  }

  /** Also what is then refused. */
  private void log(Context context, String what, String name, String role) {
    String by = site.access().person(context).map(Person::name).orElse("");
    People.AUDIT.info("{}: {} {} {}", by, what, name, role);
  }

  private static Role role(FormData form) {
    return Role.parse(form.get("role")).orElseThrow(() -> new BadRequest("There is no such role."));
  }

  private Link link(Context context, String name, String secret) {
    String href = site.absolute(context, "/invitation?token=" + secret);
    Messages t = site.messages(context);
    Account account = site.requirePeople().find(name).orElseThrow();
    Invitation invitation = account.invitation();
    String until = invitation == null ? "" : t.day(invitation.until());
    String archive = site.archiveName(t);
    var mail =
        new MailText(
            t,
            List.of(
                t.of("invitation.mail", account.name(), archive), t.of("people.link.until", until)),
            "/invitation?token=" + secret,
            t.of("account.invitation"));
    site.notices().send(account, "invitation", t.of("invitation.subject", archive), mail);
    return new Link(account.name(), href, until, account.email());
  }

  private void show(Context context, Link link, String notice) {
    PageShell shell = site.shell(context, "people.title");
    var view = new View(shell, site.requirePeople(), link, notice);
    site.show(context, "account/people", view);
  }

  /**
   * An invitation that was just made, shown once.
   *
   * @param until the day on which it expires
   * @param email where it was sent to, if mail is sent; may be empty
   */
  public record Link(String name, String href, String until, String email) {
    static final Link NONE = new Link("", "", "", "");
  }

  /**
   * The page.
   *
   * @param notice what was wrong; may be empty
   */
  public record View(PageShell shell, People people, Link link, String notice) {}
}
