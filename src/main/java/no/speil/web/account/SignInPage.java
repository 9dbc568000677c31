package no.speil.web.account;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import no.speil.messages.Messages;
import no.speil.people.NewSession;
import no.speil.people.People;
import no.speil.people.UserAgent;
import no.speil.web.http.AccessPolicy.NotSignedIn;
import no.speil.web.http.Authenticator;
import no.speil.web.http.FormData;
import no.speil.web.http.QueryParams;
import no.speil.web.http.RequestException;
import no.speil.web.http.ServerSettings.Oidc;
import no.speil.web.http.SitePath;
import no.speil.web.page.PageShell;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import org.jspecify.annotations.Nullable;

/**
 * Signing in with name and password, or with the token of the machine. Whoever was signed out in
 * the middle of a form finds it again afterwards; the page where one translates stays where it is
 * instead (saving.js).
 */
public final class SignInPage {
  private static final String ACTION = "resume";
  private static final String FIELD = "resume.";

  /** The field of a form that names who was signed in when a text was begun. */
  public static final String WRITER = "writer";

  /** The fields that hold a text which somebody typed, to be shown. */
  public static final Set<String> LONG_TEXTS = Set.of("markdown", "text");

  private final SiteContext site;

  public SignInPage(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) {
    String token = QueryParams.text(context, "token");
    if (!token.isEmpty()) {
      People people = site.requirePeople();
      var attempt = new Attempt("", "/", Interrupted.NONE);
      begin(context, attempt, browser -> people.signInAtMachine(token, browser));
      return;
    }
    String back = Redirects.local(QueryParams.text(context, "back"));
    show(context, new Attempt("", back, Interrupted.NONE), "");
  }

  public void signIn(Context context) {
    FormData form = FormData.of(context);
    String name = form.get("name");
    String token = form.get("token").strip();
    People people = site.requirePeople();
    begin(
        context,
        new Attempt(name, Redirects.local(form.get("back")), interrupted(form)),
        browser ->
            token.isEmpty()
                ? people.signIn(name, form.get("password"), form.has("stay"), browser)
                : people.signInAtMachine(token, browser));
  }

  /** Asks for signing in where a page or a form needs it; what was typed is kept. */
  public void ask(Context context, NotSignedIn failure) {
    if (context.req().getMethod().equals("GET")) {
      String back = SiteContext.here(context);
      Redirects.other(context, "/sign-in?back=" + SiteUrls.encode(back));
      return;
    }
    Interrupted form = posted(context);
    show(
        context.status(401),
        new Attempt("", "/", form),
        site.messages(context).of("account.interrupted"));
  }

  private static Interrupted posted(Context context) {
    try {
      return new Interrupted(SitePath.path(context), FormData.of(context));
    } catch (RequestException e) {
      return Interrupted.NONE; // it was no form
    }
  }

  private static Interrupted interrupted(FormData form) {
    String action = Redirects.onward(form.get(ACTION));
    var fields = new LinkedHashMap<String, List<String>>();
    for (String name : form.fields().keySet()) {
      if (name.startsWith(FIELD)) {
        fields.put(name.substring(FIELD.length()), form.all(name));
      }
    }
    return action.isEmpty() ? Interrupted.NONE : new Interrupted(action, new FormData(fields));
  }

  void begin(Context context, Attempt attempt, Function<UserAgent, NewSession> signIn) {
    AccountRefusals.attempt(
        site,
        context,
        401,
        () -> {
          NewSession session = signIn.apply(Authenticator.browser(context));
          site.authenticator().keep(context, session);
          goOn(context, attempt, session.name());
        },
        why -> show(context, attempt, why));
  }

  private void goOn(Context context, Attempt attempt, String name) {
    // The address may hold a token. With no-referrer the form would send "Origin: null".
    context.header("Cache-Control", "no-store").header("Referrer-Policy", "strict-origin");
    if (attempt.interrupted().form().fields().isEmpty()) {
      Redirects.other(context, attempt.back());
      return;
    }
    Messages t = site.messages(context);
    String writer = attempt.interrupted().form().get(WRITER);
    if (!writer.isEmpty() && !writer.equals(name)) {
      show(context, attempt, t.of("account.resume.other", writer));
      return;
    }
    var view =
        new ResumeView(site.shell(context, "account.resume.title"), name, attempt.interrupted());
    site.show(context, "account/resume", view);
  }

  void show(Context context, Attempt attempt, String notice) {
    context.header("Cache-Control", "no-store");
    String title = site.messages(context).of("account.sign-in");
    String here = "/sign-in?back=" + SiteUrls.encode(attempt.back());
    PageShell shell = site.around(context, new PageShell.Place(title, here, "", List.of(), ""));
    var view = new SignInView(shell, site.requirePeople(), attempt, notice, site.settings().oidc());
    site.show(context, "account/signIn", view);
  }

  /**
   * What the form for signing in holds.
   *
   * @param back where to go then
   */
  public record Attempt(String name, String back, Interrupted interrupted) {}

  /**
   * A form that came when its sender was no longer signed in.
   *
   * @param action its address; empty if there is none
   */
  public record Interrupted(String action, FormData form) {
    static final Interrupted NONE = new Interrupted("", FormData.NONE);
  }

  /**
   * The page for signing in.
   *
   * @param notice what was wrong; may be empty
   * @param oidc null where none signs people in
   */
  public record SignInView(
      PageShell shell, People people, Attempt attempt, String notice, @Nullable Oidc oidc) {}

  /** The form that was interrupted, to be sent again. */
  public record ResumeView(PageShell shell, String name, Interrupted interrupted) {}
}
