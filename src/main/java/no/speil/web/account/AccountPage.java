package no.speil.web.account;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import no.speil.corpus.Coded;
import no.speil.messages.Messages;
import no.speil.people.Account;
import no.speil.people.Account.AccessToken;
import no.speil.people.NewSession;
import no.speil.people.People;
import no.speil.people.Person;
import no.speil.people.Preferences.Digest;
import no.speil.people.UserAgent;
import no.speil.web.http.Authenticator;
import no.speil.web.http.FormData;
import no.speil.web.http.QueryParams;
import no.speil.web.page.MailText;
import no.speil.web.page.PageShell;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;

/** One's own account: password, browsers that are signed in, tokens for programs. */
public final class AccountPage {
  private static final String HERE = "/account";
  private static final List<String> BROWSERS = List.of("Edg", "OPR", "Firefox", "Chrome", "Safari");
  private static final List<String> SYSTEMS =
      List.of("Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux");

  private final SiteContext site;

  public AccountPage(SiteContext site) {
    this.site = site;
  }

  public void show(Context context, Person person) {
    show(context, person, "", "");
  }

  /** Does what a form asks for; where that is refused, the page says why. */
  public BiConsumer<Context, Person> attempt(BiConsumer<Context, Person> change) {
    return (context, person) ->
        AccountRefusals.attempt(
            site,
            context,
            400,
            () -> change.accept(context, person),
            why -> show(context, person, "", why));
  }

  public void changePassword(Context context, Person person) {
    FormData form = FormData.of(context);
    People people = site.requirePeople();
    UserAgent browser = Authenticator.browser(context);
    NewSession session =
        people.changePassword(person.name(), form.get("old"), form.get("password"), browser);
    if (form.has("tokens")) {
      people.endTokens(person.name());
    }
    site.authenticator().keep(context, session);
    Redirects.other(context, HERE);
  }

  /**
   * Takes another address, once the link that is sent there is opened, and how often mail comes.
   */
  public void changeMail(Context context, Person person) {
    FormData form = FormData.of(context);
    People people = site.requirePeople();
    Messages t = site.messages(context);
    Account account = people.find(person.name()).orElseThrow();
    String email = form.get("email").strip();
    UserAgent browser = Authenticator.browser(context);
    boolean isOther = !email.equals(account.email());
    String secret =
        isOther ? people.askForEmail(person.name(), form.get("password"), email, browser) : "";
    Digest.Every every = Coded.parse(Digest.Every.values(), form.get("digest")).orElse(null);
    people.changeDigest(person.name(), every, t.lang());
    if (isOther && email.isEmpty()) {
      people.confirmEmail(person.name(), secret);
    }
    if (!isOther || email.isEmpty()) {
      Redirects.other(context, HERE);
      return;
    }
    String archive = site.archiveName(t);
    var mail =
        new MailText(
            t,
            List.of(t.of("mail.address.mail", person.name(), archive)),
            HERE + "/mail?token=" + secret,
            t.of("mail.address.confirm"));
    site.notices()
        .send(account.withEmail(email), "address", t.of("mail.address.subject", archive), mail);
    show(context, person, "", t.of("mail.address.sent", email));
  }

  public void confirmMail(Context context, Person person) {
    site.requirePeople().confirmEmail(person.name(), QueryParams.text(context, "token"));
    Redirects.other(context, HERE);
  }

  public void endSession(Context context, Person person) {
    site.requirePeople().endSession(person.name(), context.pathParam("session"));
    People.AUDIT.info("{} ended a session", person.name());
    Redirects.other(context, HERE);
  }

  public void addToken(Context context, Person person) {
    FormData form = FormData.of(context);
    long longest = AccessToken.LONGEST.toDays();
    long days = Math.clamp(form.number("days", (int) longest), 1, longest);
    String token =
        site.requirePeople()
            .makeToken(
                person,
                form.get("password"),
                form.get("label"),
                Duration.ofDays(days),
                Authenticator.browser(context));
    People.AUDIT.info("{} made a token", person.name());
    show(context, person, token, "");
  }

  public void addPasskey(Context context, Person person) {
    FormData form = FormData.of(context);
    site.requirePeople()
        .addPasskey(
            person.name(),
            form.get("password"),
            form.get("label"),
            form.get("credential"),
            PasskeyHandler.address(site, context),
            Authenticator.browser(context));
    Redirects.other(context, HERE);
  }

  public void removePasskey(Context context, Person person) {
    site.requirePeople().removePasskey(person.name(), context.pathParam("passkey"));
    Redirects.other(context, HERE);
  }

  /** Whether the password alone signs in. */
  public void changePasskeyOnly(Context context, Person person) {
    FormData form = FormData.of(context);
    UserAgent browser = Authenticator.browser(context);
    boolean only = form.has("only");
    site.requirePeople().changePasskeyOnly(person.name(), form.get("password"), only, browser);
    Redirects.other(context, HERE);
  }

  public void endToken(Context context, Person person) {
    site.requirePeople().endToken(person.name(), context.pathParam("token"));
    People.AUDIT.info("{} removed a token", person.name());
    Redirects.other(context, HERE);
  }

  private void show(Context context, Person person, String token, String notice) {
    PageShell shell = site.shell(context, "account.title");
    People people = site.requirePeople();
    site.show(context, "account/account", new View(shell, person, people, token, notice));
  }

  /** Browser and system, as far as they can be told from what a browser calls itself. */
  public static String device(String agent) {
    String both = (first(BROWSERS, agent) + " " + first(SYSTEMS, agent)).strip();
    return both.isEmpty() ? agent : both;
  }

  private static String first(List<String> names, String agent) {
    return names.stream().filter(agent::contains).findFirst().orElse("");
  }

  /**
   * The page.
   *
   * @param token one that was just made, shown once; may be empty
   * @param notice what was wrong; may be empty
   */
  public record View(PageShell shell, Person person, People people, String token, String notice) {}
}
