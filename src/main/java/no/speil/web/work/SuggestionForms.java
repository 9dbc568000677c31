package no.speil.web.work;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.library.actions.Actor;
import no.speil.library.actions.EditBase;
import no.speil.library.actions.SectionUpdate;
import no.speil.library.documents.ActionRefusedException.StaleVersion;
import no.speil.status.TrackedSection;
import no.speil.web.http.FormData;
import no.speil.web.http.IfMatch;
import no.speil.web.http.PathParams;
import no.speil.web.http.RequestException;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.work.EditView.Clash;

/** Accepts suggestions and puts them aside. */
public final class SuggestionForms {
  private final SiteContext site;
  private final EditPage page;

  public SuggestionForms(SiteContext site) {
    this.site = site;
    this.page = new EditPage(site);
  }

  public void resolve(Context context) throws IOException {
    Actor actor = site.writers().actor(context, "web");
    SectionId id = PathParams.section(context);
    String suggestion = context.pathParam("suggestion");
    FormData form = FormData.of(context);
    String next = Redirects.onward(form.get("next"));
    try {
      DocumentId document = site.library().ids().documentOf(id);
      boolean stands =
          switch (form.get("do")) {
            case "accept" ->
                site.library()
                    .edits()
                    .accept(id, suggestion, IfMatch.of(form), actor)
                    .map(SectionUpdate::section)
                    .isPresent();
            case "dismiss" -> {
              site.library().edits().dismiss(id, suggestion, actor);
              yield true;
            }
            default -> throw new RequestException.BadRequest("“do” is accept or dismiss.");
          };
      String onward = next.isEmpty() ? EditPage.href(id) : next;
      Redirects.other(context, stands ? onward : SiteUrls.document(document));
    } catch (StaleVersion e) {
      compareAgain(context, e.now());
    }
  }

  private void compareAgain(Context context, TrackedSection now) {
    String words = site.pageShells().messages(context).of("edit.clash.suggestion");
    var draft = new EditDraft(now.markdown(Side.TRANSLATION), EditBase.of(now), "", List.of());
    page.show(context.status(412), now, draft, new Clash(words, "", "", ""));
  }
}
