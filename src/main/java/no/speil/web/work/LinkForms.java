package no.speil.web.work;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import no.speil.align.correct.Correction;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.library.actions.ActionResult;
import no.speil.library.actions.Actor;
import no.speil.library.actions.ExpectedVersion;
import no.speil.library.actions.RealignResult;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.LiveDocument;
import no.speil.status.TrackedSection;
import no.speil.web.http.FormData;
import no.speil.web.http.IfMatch;
import no.speil.web.http.PathParams;
import no.speil.web.http.RequestException;
import no.speil.web.page.DocumentVersion;
import no.speil.web.page.Messages;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;

/** The forms of the page where the alignment is put right. */
public final class LinkForms {
  private final SiteContext site;
  private final AlignPage page;

  public LinkForms(SiteContext site) {
    this.site = site;
    this.page = new AlignPage(site);
  }

  public void link(Context context) throws IOException {
    Actor actor = site.writers().actor(context, "web");
    SectionId id = PathParams.section(context);
    FormData form = FormData.of(context);
    DocumentId document = site.library().ids().documentOf(id);
    Messages t = site.pageShells().messages(context);
    try {
      SectionId now = link(id, form, actor).section().id();
      Redirects.other(context, SiteUrls.aligning(document, now));
    } catch (ActionRefusedException.StaleVersion e) {
      page.refuse(context.status(412), document, id, t.of("error.stale-version"));
    } catch (ActionRefusedException.NotNow e) {
      page.refuse(context.status(409), document, id, t.of("refused." + code(e)));
    }
  }

  public void confirm(Context context) throws IOException {
    Actor actor = site.writers().actor(context, "web");
    DocumentId id = PathParams.document(context);
    FormData form = FormData.of(context);
    SectionId last = SectionId.parse(form.get("through")).orElse(null);
    if (last != null) {
      confirm(context, form, id, last, actor);
      return;
    }
    List<ExpectedVersion> wanted = MarkPage.expected(form.get("sections"));
    double above = number(form, "above", 100) / 100.0;
    List<ActionResult> actionResults =
        site.library().alignment().confirmAll(id, above, wanted, actor);
    Optional<ActionResult> refused =
        actionResults.stream().filter(actionResult -> actionResult.refused() != null).findFirst();
    if (refused.isPresent()) {
      Messages t = site.pageShells().messages(context);
      page.refuse(context.status(412), id, refused.get().id(), MarkPage.why(t, refused.get()));
    } else if (wanted.isEmpty()) {
      Redirects.other(context, SiteUrls.aligning(id));
    } else {
      Redirects.other(context, SiteUrls.aligning(id, wanted.getFirst().id()));
    }
  }

  /** Confirms all up to that section, on whatever page, if the texts are those that were seen. */
  private void confirm(Context context, FormData form, DocumentId id, SectionId last, Actor actor) {
    LiveDocument document = site.document(id);
    List<TrackedSection> sections = document.sections();
    int to = document.section(last).map(sections::indexOf).orElse(-1);
    boolean seen = DocumentVersion.of(document).toString().equals(form.get("edition"));
    List<ExpectedVersion> wanted =
        sections.subList(0, to + 1).stream()
            .filter(each -> !SectionLinks.isConfirmed(each.section()))
            .map(each -> new ExpectedVersion(each.section().id(), each.version()))
            .toList();
    if (to < 0
        || !seen
        || site.library().alignment().confirmAll(id, 0, wanted, actor).stream()
            .anyMatch(actionResult -> actionResult.refused() != null)) {
      page.refuse(
          context.status(412),
          id,
          last,
          site.pageShells().messages(context).of("error.stale-version"));
      return;
    }
    Redirects.other(context, SiteUrls.aligning(id, last));
  }

  /** Aligns a whole document again, or takes that back, and says what came of it. */
  public void again(Context context) throws IOException {
    Actor actor = site.writers().actor(context, "web");
    DocumentId id = PathParams.document(context);
    boolean undo = FormData.of(context).get("action").equals("undo");
    try {
      RealignResult done =
          undo
              ? site.library().realignment().undo(id, actor)
              : site.library().realignment().again(id, actor);
      Redirects.other(
          context,
          SiteUrls.aligning(id) + "?changed=" + done.changed() + "&weighed=" + done.weighed());
    } catch (ActionRefusedException.NotNow e) {
      Messages t = site.pageShells().messages(context);
      page.refuse(context.status(409), id, t.of("refused." + code(e)));
    }
  }

  private static String code(ActionRefusedException.NotNow refused) {
    return refused.reason().name().toLowerCase(Locale.ROOT);
  }

  private TrackedSection link(SectionId id, FormData form, Actor actor) {
    return switch (form.get("action")) {
      case "join-previous" -> join(id, form, "previous", actor);
      case "join-next" -> join(id, form, "next", actor);
      case "original-previous" -> move(id, form, Side.ORIGINAL, "previous", actor);
      case "original-next" -> move(id, form, Side.ORIGINAL, "next", actor);
      case "translation-previous" -> move(id, form, Side.TRANSLATION, "previous", actor);
      case "translation-next" -> move(id, form, Side.TRANSLATION, "next", actor);
      case "split" -> {
        int original = number(form, "original", 0);
        int translation = number(form, "translation", 0);
        yield link(new Correction.Split(id, original, translation), actor, expected(id, form));
      }
      case "unlink" -> link(new Correction.Unlink(id), actor, expected(id, form));
      case "confirm" -> link(new Correction.Confirm(Set.of(id)), actor, expected(id, form));
      case "undo" -> site.library().alignment().undo(expected(id, form), actor).section();
      default -> throw new RequestException.BadRequest("There is no such button.");
    };
  }

  private TrackedSection join(SectionId id, FormData form, String which, Actor actor) {
    ExpectedVersion other = neighbour(form, which);
    return link(new Correction.Join(id, other.id()), actor, expected(id, form), other);
  }

  private TrackedSection move(SectionId id, FormData form, Side side, String to, Actor actor) {
    int blocks = number(form, "blocks", 1);
    ExpectedVersion other = neighbour(form, to);
    return link(
        new Correction.Move(id, side, blocks, other.id()), actor, expected(id, form), other);
  }

  private TrackedSection link(Correction correction, Actor actor, ExpectedVersion... expected) {
    return site.library().alignment().correct(correction, List.of(expected), actor).section();
  }

  private static ExpectedVersion expected(SectionId id, FormData form) {
    return new ExpectedVersion(id, IfMatch.of(form));
  }

  private static ExpectedVersion neighbour(FormData form, String which) {
    List<ExpectedVersion> named = MarkPage.expected(form.get(which));
    if (named.size() != 1) {
      throw new RequestException.BadRequest("There is no section on that side.");
    }
    return named.getFirst();
  }

  private static int number(FormData form, String name, int otherwise) {
    String written = form.get(name);
    if (written.isEmpty()) {
      return otherwise;
    }
    try {
      return Integer.parseInt(written);
    } catch (NumberFormatException e) {
      throw new RequestException.BadRequest("Not a number: " + name);
    }
  }
}
