package no.speil.web.count;

import io.javalin.http.Context;
import java.util.List;
import java.util.stream.Stream;
import no.speil.corpus.Coded;
import no.speil.messages.NoticeTexts;
import no.speil.search.Facet;
import no.speil.search.Spread;
import no.speil.search.Spread.Row;
import no.speil.web.http.Json;
import no.speil.web.http.QueryParams;
import no.speil.web.http.ResponseCaching;
import no.speil.web.page.Download;
import no.speil.web.page.PageShell;
import no.speil.web.page.Paging;
import no.speil.web.page.SiteContext;
import no.speil.web.search.SearchUrl;

/**
 * How many sections of each year a search finds, or of each author, kind, folder or translator; of
 * the years also as a plot. The address is the search's, with {@code by}, and {@code show} if
 * sections are plotted and not per cent.
 */
public final class SpreadPage {
  public static final List<Facet> FACETS =
      List.of(Facet.YEAR, Facet.KIND, Facet.AUTHOR, Facet.FOLDER, Facet.TRANSLATOR);

  private final SiteContext site;

  public SpreadPage(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) {
    SearchUrl search = SearchUrl.of(context);
    PageShell shell = site.aroundSearch(context, search.query(), "count.title");
    boolean isShare = !search.isEmpty() && !QueryParams.text(context, "show").equals("sections");
    site.show(
        context, "count/spread", new SpreadView(shell, search, FACETS, spread(context), isShare));
  }

  /** Sends the table for spreadsheets. */
  public void download(Context context) {
    Spread spread = spread(context);
    ResponseCaching.varyByVisitor(context);
    Download.csv(
        context,
        "speil-%s.csv".formatted(spread.facet().code()),
        List.of(
            spread.facet().code(),
            "sections",
            "all_sections",
            "percent",
            "documents",
            "all_documents"),
        Stream.concat(spread.rows().stream(), Stream.of(spread.none())).map(SpreadPage::cells));
  }

  private static List<Object> cells(Row row) {
    return List.of(
        row.value(),
        row.sections(),
        row.allSections(),
        row.percent(),
        row.documents(),
        row.allDocuments());
  }

  /** Sends the table for programs. */
  public void answer(Context context) {
    Spread spread = spread(context);
    ResponseCaching.varyByVisitor(context);
    SearchUrl search = SearchUrl.of(context);
    var answer =
        new SpreadJson(
            search.query(),
            spread.facet(),
            spread.rows().size(),
            spread.exact(),
            Paging.rows(spread.rows(), search.page(), search.size()),
            spread.none(),
            spread.all(),
            NoticeTexts.in(site.messages(context), spread.notices()));
    Json.write(context, answer);
  }

  private Spread spread(Context context) {
    Facet[] facets = FACETS.toArray(Facet[]::new);
    Facet by = Coded.parse(facets, QueryParams.text(context, "by")).orElse(Facet.YEAR);
    return site.library().search().spread(SearchUrl.of(context).request(), by);
  }

  /**
   * A page of the table for programs.
   *
   * @param total rows on all pages
   * @param exact whether everything was counted
   * @param none of the sections without any value
   * @param all of all sections
   */
  record SpreadJson(
      String query,
      Facet by,
      int total,
      boolean exact,
      List<Row> rows,
      Row none,
      Row all,
      List<String> notices) {}
}
