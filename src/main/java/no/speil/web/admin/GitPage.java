package no.speil.web.admin;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.speil.delivery.Webhook;
import no.speil.git.GitStatus;
import no.speil.git.GitSync;
import no.speil.library.actions.Actor;
import no.speil.messages.Messages;
import no.speil.messages.ProblemLine;
import no.speil.web.http.Authenticator;
import no.speil.web.http.FormData;
import no.speil.web.http.RequestBody;
import no.speil.web.http.RequestException.NotFound;
import no.speil.web.http.RequestException.Unsigned;
import no.speil.web.page.PageShell;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import org.jspecify.annotations.Nullable;

/** How the archive stands in git: for its keeper, and for forges that say that there is news. */
public final class GitPage {
  private static final String PREFIX = "sha256=";

  private final SiteContext site;

  public GitPage(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) {
    GitSync git = git();
    Messages t = site.messages(context);
    GitStatus status = git.status();
    var view =
        new View(
            site.shell(context, "git.title"),
            status,
            ProblemLine.all(t, status.problems(), context.contextPath()));
    site.show(context, "admin/git", view);
  }

  /** Commits and fetches at once, settles a file, or goes on from a rewritten history. */
  public void act(Context context, Actor actor) {
    GitSync git = git();
    FormData form = FormData.of(context);
    String kept = form.get("keep");
    if (!kept.isEmpty()) {
      git.keep(kept, actor.name());
    } else if (form.get("do").equals("accept")) {
      git.acceptRewritten();
    } else {
      git.syncSoon();
    }
    Redirects.other(context, "/git");
  }

  /**
   * Fetches soon, and does nothing else, whatever is posted: as GitHub, Gitea and Forgejo sign it,
   * or with the token that GitLab sends.
   *
   * @throws NotFound if nothing is taken from forges
   * @throws Unsigned if the secret is another
   */
  public void hook(Context context) {
    site.requirePeople(); // a server that writes nothing fetches nothing
    GitSync git = git();
    String secret = Optional.ofNullable(git.hookSecret()).orElseThrow(GitPage::noGit);
    String signed = Webhook.signature(secret, RequestBody.read(context));
    boolean isSigned =
        Stream.of("X-Hub-Signature-256", "X-Gitea-Signature", "X-Forgejo-Signature")
            .anyMatch(name -> Authenticator.isSame(digits(context.header(name)), signed));
    if (!isSigned && !Authenticator.isSame(context.header("X-Gitlab-Token"), secret)) {
      throw new Unsigned("The signature is not made with the secret of --git-hook-secret-file.");
    }
    git.fetchSoon();
    context.status(202);
  }

  private static @Nullable String digits(@Nullable String header) {
    return header != null && header.startsWith(PREFIX) ? header.substring(PREFIX.length()) : header;
  }

  private GitSync git() {
    return Optional.ofNullable(site.git()).orElseThrow(GitPage::noGit);
  }

  private static NotFound noGit() {
    return new NotFound("This archive is not kept in git: start the server with --git.");
  }

  /** The page. */
  public record View(PageShell shell, GitStatus status, List<ProblemLine> problems) {}
}
