package no.speil.web.search;

import io.javalin.http.Context;
import java.util.List;
import java.util.function.UnaryOperator;
import no.speil.corpus.SectionId;
import no.speil.web.http.PathParams;
import no.speil.web.http.QueryParams;
import no.speil.web.page.Messages;
import no.speil.web.page.PageShell;
import no.speil.web.page.SectionInDocument;
import no.speil.web.page.SectionRow;
import no.speil.web.page.SiteContext;
import no.speil.web.page.TaggedText;

/** Lists sections that are similar to one. */
public final class SimilarHandler {
  private static final int SIZE = 20;
  private static final int LARGEST = 100;

  private final SiteContext site;

  public SimilarHandler(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) {
    var section = SectionInDocument.of(site, PathParams.section(context));
    Messages t = site.messages(context);
    PageShell shell = site.pageShells().around(context, t.of("similar.title"));
    site.show(
        context,
        "similar",
        new View(
            shell,
            section.title(t),
            section.href(),
            section.row(site.rows(), shell),
            site.library().search().similar(section.id(), SIZE).stream()
                .map(hit -> new HitRows(t).of(hit, UnaryOperator.identity()))
                .toList()));
  }

  public void list(Context context) {
    SectionId id = PathParams.section(context);
    site.library().ids().documentOf(id);
    int size = QueryParams.number(context, "size", SIZE, 1, LARGEST);
    site.json()
        .write(
            context,
            new SimilarJson(
                id.value(),
                site.library().search().similar(id, size).stream()
                    .map(SearchJson.HitJson::of)
                    .toList()));
  }

  /**
   * A section and similar ones.
   *
   * @param href of the section in its document
   */
  public record View(
      PageShell shell,
      TaggedText title,
      String href,
      SectionRow row,
      List<SearchView.Result> found) {
    public View {
      found = List.copyOf(found);
    }
  }

  /** A section and similar ones. */
  record SimilarJson(String section, List<SearchJson.HitJson> hits) {}
}
