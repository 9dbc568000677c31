package no.speil.web.account;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import no.speil.corpus.TextHash;
import no.speil.people.People;
import no.speil.people.Person;
import no.speil.web.account.SignInPage.Attempt;
import no.speil.web.account.SignInPage.Interrupted;
import no.speil.web.http.FormData;
import no.speil.web.http.Json;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;

/** Passkeys as browsers ask for them (passkey.js), and signing in with one. */
public final class PasskeyHandler {
  /** ES256, EdDSA and RS256, by their numbers in COSE. */
  private static final List<Integer> ALGORITHMS = List.of(-7, -8, -257);

  private static final String REQUIRED = "required";

  private final SiteContext site;

  public PasskeyHandler(SiteContext site) {
    this.site = site;
  }

  /** What a browser hands to the authenticator to sign in. */
  public void ask(Context context) {
    context.header("Cache-Control", "no-store");
    Json.write(
        context,
        Map.of(
            "challenge", site.requirePeople().passkeyChallenge(),
            "rpId", address(site, context).getHost(),
            "userVerification", REQUIRED));
  }

  /** What a browser hands to the authenticator to make a passkey of that person's. */
  public void offer(Context context, Person person) {
    People people = site.requirePeople();
    byte[] id = TextHash.sha256(person.name());
    String user = Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    String name = site.archiveName(site.messages(context));
    var algorithms =
        ALGORITHMS.stream().map(each -> Map.of("type", "public-key", "alg", each)).toList();
    var known =
        people.find(person.name()).stream()
            .flatMap(account -> account.preferences().passkeys().stream())
            .map(each -> Map.of("type", "public-key", "id", each.id()))
            .toList();
    Json.write(
        context,
        Map.of(
            "challenge", people.passkeyChallenge(),
            "rp", Map.of("id", address(site, context).getHost(), "name", name),
            "user", Map.of("id", user, "name", person.name(), "displayName", person.name()),
            "pubKeyCredParams", algorithms,
            "excludeCredentials", known,
            "authenticatorSelection",
                Map.of("residentKey", REQUIRED, "userVerification", REQUIRED)));
  }

  public void signIn(Context context) {
    FormData form = FormData.of(context);
    People people = site.requirePeople();
    new SignInPage(site)
        .begin(
            context,
            new Attempt("", Redirects.local(form.get("back")), Interrupted.NONE),
            browser ->
                people.signInByPasskey(
                    form.get("credential"), address(site, context), form.has("stay"), browser));
  }

  /** Where the browser is: scheme, host and port. */
  static URI address(SiteContext site, Context context) {
    URI here = URI.create(site.absolute(context, ""));
    return URI.create(here.getScheme() + "://" + here.getRawAuthority());
  }
}
