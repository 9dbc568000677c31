package no.speil.web.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Objects;
import java.util.Optional;
import no.speil.people.Account;
import no.speil.people.People;
import no.speil.people.Person;
import no.speil.web.account.OidcProvider.Authentication;
import no.speil.web.account.OidcProvider.OidcException;
import no.speil.web.account.OidcProvider.RequestState;
import no.speil.web.account.SignInPage.Interrupted;
import no.speil.web.http.QueryParams;
import no.speil.web.http.RequestException.NotFound;
import no.speil.web.http.ServerSettings.Oidc;
import no.speil.web.http.SitePath;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import org.jspecify.annotations.Nullable;

/** Signing in at an organisation, and signing out here and there. */
public final class OidcSignIn {
  /** Where it begins. */
  public static final String PATH = "/sign-in/organization";

  /** Where the organisation sends people back to. */
  public static final String BACK = PATH + "/back";

  /** Where people sign out. */
  public static final String OUT = "/sign-out";

  private static final String COOKIE = "speil-attempt";
  private static final String ID_TOKEN = "speil-id-token";
  private static final int LASTS_SECONDS = 15 * 60;
  private static final String BETWEEN = "~";
  private static final int PARTS = 4;

  /** Characters: proxies take 4096 bytes of headers, all of them together. */
  private static final int LONGEST_TOKEN = 2000;

  private final SiteContext site;
  private final @Nullable OidcProvider provider;

  public OidcSignIn(SiteContext site) {
    this.site = site;
    Oidc settings = site.settings().oidc();
    this.provider = settings == null ? null : new OidcProvider(settings);
  }

  private OidcProvider provider() {
    return Optional.ofNullable(provider).orElseThrow(() -> new NotFound("There is no such page."));
  }

  private URI back(Context context) {
    return URI.create(site.absolute(context, BACK));
  }

  /** Sends the browser there; it keeps what the answer must fit. */
  public void begin(Context context) {
    OidcProvider organization = provider();
    String onward = Redirects.local(QueryParams.text(context, "back"));
    var request = RequestState.create();
    try {
      URI address = organization.address(request, back(context));
      String kept =
          String.join(
              BETWEEN,
              request.state(),
              request.nonce(),
              request.verifier(),
              SiteUrls.encode(onward));
      site.authenticator().setCookie(context, COOKIE, kept, LASTS_SECONDS);
      context.header("Cache-Control", "no-store");
      context.status(302).header("Location", address.toString());
    } catch (OidcException e) {
      fail(context, String.valueOf(e.getMessage()), onward);
    }
  }

  /** Takes the answer that the browser brings back. */
  public void finish(Context context) {
    OidcProvider organization = provider();
    People people = site.requirePeople();
    String cookie = context.cookie(COOKIE);
    String[] kept = cookie == null ? new String[0] : cookie.split(BETWEEN, -1);
    site.authenticator().setCookie(context, COOKIE, "", 0);
    if (kept.length != PARTS) {
      fail(context, "this browser has not begun to sign in", "/");
      return;
    }
    String onward = "/";
    try {
      onward = Redirects.local(URLDecoder.decode(kept[PARTS - 1], UTF_8));
      var request = new RequestState(kept[0], kept[1], kept[2]);
      URI answer = URI.create("/?" + context.queryString());
      Authentication who = organization.authentication(request, answer, back(context));
      new SignInPage(site)
          .begin(context, towards(onward), browser -> people.signIn(who.identity(), browser));
      keepToken(context, who.idToken());
    } catch (OidcException | IllegalArgumentException e) {
      fail(context, String.valueOf(e.getMessage()), onward);
    }
  }

  /** Until the browser is closed, as the session is. */
  private void keepToken(Context context, String token) {
    if (token.length() <= LONGEST_TOKEN) {
      String path = SitePath.before(context, OUT);
      site.authenticator().setCookie(context, ID_TOKEN, token, token.isEmpty() ? 0 : -1, path);
    }
  }

  private static SignInPage.Attempt towards(String onward) {
    return new SignInPage.Attempt("", onward, Interrupted.NONE);
  }

  private void fail(Context context, String why, String onward) {
    People.AUDIT.warn("nobody was signed in by the organisation: {}", why);
    String notice = site.messages(context).of("account.organization.failed");
    new SignInPage(site).show(context.status(502), towards(onward), notice);
  }

  /** Ends the session, and the one at the organisation of a person whom it knows. */
  public void signOut(Context context) {
    Optional<String> name = site.access().person(context).map(Person::name);
    name.ifPresent(each -> People.AUDIT.info("{} signed out", each));
    Optional<String> subject =
        name.flatMap(site.requirePeople()::find)
            .map(Account::subject)
            .filter(each -> !each.isEmpty());
    site.authenticator().signOut(context);
    Optional<URI> there = subject.flatMap(each -> there(context, each));
    if (there.isPresent()) {
      context.status(303).header("Location", there.get().toString());
    } else {
      Redirects.other(context, "/");
    }
  }

  private Optional<URI> there(Context context, String subject) {
    if (provider == null) {
      return Optional.empty();
    }
    String token = Objects.requireNonNullElse(context.cookie(ID_TOKEN), "");
    keepToken(context, "");
    try {
      return provider.signOut(subject, token, URI.create(site.absolute(context, "/")));
    } catch (OidcException e) {
      People.AUDIT.warn("nobody was signed out at the organisation: {}", e.getMessage());
      return Optional.empty();
    }
  }
}
