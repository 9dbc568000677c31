package no.speil.web.search;

import io.javalin.http.Context;
import no.speil.web.http.PathParams;
import no.speil.web.page.Messages;
import no.speil.web.page.PageShell;
import no.speil.web.page.SectionInDocument;
import no.speil.web.page.SiteContext;

/** Sections that say much the same as one, below it. */
public final class SimilarPage {
  private static final int MOST = 20;

  private final SiteContext site;

  public SimilarPage(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) {
    var section = SectionInDocument.of(site, PathParams.section(context));
    Messages t = site.pageShells().messages(context);
    PageShell shell = site.pageShells().around(context, t.of("similar.title"));
    site.pages()
        .show(
            context,
            "similar",
            new SimilarView(
                shell,
                section.title(t),
                section.href(),
                section.row(site.rows(), shell),
                site.library().search().similar(section.id(), MOST).stream()
                    .map(new HitRows(t)::of)
                    .toList()));
  }
}
