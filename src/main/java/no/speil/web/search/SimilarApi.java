package no.speil.web.search;

import io.javalin.http.Context;
import java.util.List;
import no.speil.corpus.SectionId;
import no.speil.web.http.PathParams;
import no.speil.web.http.QueryParams;
import no.speil.web.page.SiteContext;

/** Sections like another one, for programs. */
public final class SimilarApi {
  private static final int SIZE = 20;
  private static final int LARGEST = 100;

  private final SiteContext site;

  public SimilarApi(SiteContext site) {
    this.site = site;
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

  /** A section and the hits like it. */
  record SimilarJson(String section, List<SearchJson.HitJson> hits) {}
}
