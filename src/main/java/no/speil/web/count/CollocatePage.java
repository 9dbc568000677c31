package no.speil.web.count;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import no.speil.corpus.Coded;
import no.speil.library.words.CollocateUsage;
import no.speil.library.words.CollocateUsage.Counterparts;
import no.speil.library.words.WordUsages;
import no.speil.messages.NoticeTexts;
import no.speil.search.CollocateRequest;
import no.speil.search.CollocateRequest.Measure;
import no.speil.search.Collocates;
import no.speil.search.Collocates.Row;
import no.speil.search.WordPattern;
import no.speil.web.http.Json;
import no.speil.web.http.QueryParams;
import no.speil.web.http.ResponseCaching;
import no.speil.web.page.Download;
import no.speil.web.page.PageShell;
import no.speil.web.page.Paging;
import no.speil.web.page.SiteContext;
import no.speil.web.search.SearchUrl;

/**
 * The words that stand beside a word in a search's results, or in the whole archive. The address is
 * the search's, with the {@code word}, {@code side}, {@code by} and {@code common} as in word
 * lists, how many words {@code before} and {@code after} it are counted, {@code least}, and the
 * {@code measure}. Without a word, it is the query, and counted in the whole archive.
 */
public final class CollocatePage {
  private static final int STANDARD_LEAST = 3;

  private final SiteContext site;

  public CollocatePage(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) {
    SearchUrl search = SearchUrl.of(context);
    PageShell shell = site.aroundSearch(context, search.query(), "count.title");
    String word = QueryParams.text(context, "word").strip();
    CollocateUsage usage = find(context, CollocateView.ROWS);
    site.show(
        context,
        "count/collocates",
        new CollocateView(shell, search, word, QueryParams.text(context, "side"), usage));
  }

  /** Sends the whole table for spreadsheets; the name of one of a sample says so. */
  public void download(Context context) {
    Collocates collocates = find(context, 0).found();
    ResponseCaching.varyByVisitor(context);
    Download.csv(
        context,
        "speil-collocates%s.csv".formatted(collocates.exact() ? "" : "-sample"),
        List.of("word", "forms", "count", "documents", "elsewhere", "log_dice", "log_likelihood"),
        collocates.rows().stream().map(CollocatePage::cells));
  }

  private static List<Object> cells(Row row) {
    return List.of(
        row.word(),
        String.join(" ", row.forms()),
        row.count(),
        row.documents(),
        row.elsewhere(),
        row.logDice(),
        row.logLikelihood());
  }

  /** Sends a page of the table for programs. */
  public void answer(Context context) {
    SearchUrl search = SearchUrl.of(context);
    CollocateUsage usage = find(context, search.size());
    Collocates found = usage.found();
    ResponseCaching.varyByVisitor(context);
    var answer =
        new CollocatesJson(
            search.query(),
            found.request().word(),
            QueryParams.lang(found.request().side()),
            found.forms(),
            found.times(),
            found.sections(),
            found.documents(),
            found.rows().size(),
            found.exact(),
            Paging.rows(found.rows(), search.page(), search.size()),
            usage.translations(),
            NoticeTexts.in(site.messages(context), found.notices()));
    Json.write(context, answer);
  }

  private CollocateUsage find(Context context, int size) {
    SearchUrl search = SearchUrl.of(context);
    String word = QueryParams.text(context, "word").strip();
    String wanted = word.isEmpty() ? search.query() : word;
    WordUsages words = site.library().words();
    var request =
        new CollocateRequest(
            (word.isEmpty() ? search.asking("") : search).request(),
            QueryParams.side(context, "side").orElseGet(() -> words.side(wanted)),
            wanted,
            !QueryParams.text(context, "by").equals("form"),
            QueryParams.text(context, "common").equals("yes"),
            QueryParams.number(context, "before", WordPattern.STANDARD, 0, WordPattern.WIDEST),
            QueryParams.number(context, "after", WordPattern.STANDARD, 0, WordPattern.WIDEST),
            QueryParams.number(context, "least", STANDARD_LEAST, 1, Integer.MAX_VALUE),
            Coded.parse(Measure.values(), QueryParams.text(context, "measure"))
                .orElse(Measure.LOG_DICE));
    return words.collocates(request, search.page(), size);
  }

  /**
   * A page of the table for programs.
   *
   * @param forms of the word that were looked for
   * @param times that the word stands in the sections that were read
   * @param sections that have it, of those
   * @param documents that these belong to
   * @param total rows on all pages
   * @param exact whether all sections were read
   * @param translations by word of a row, how it is translated there
   */
  record CollocatesJson(
      String query,
      String word,
      String lang,
      List<String> forms,
      long times,
      int sections,
      int documents,
      int total,
      boolean exact,
      List<Row> rows,
      Map<String, Counterparts> translations,
      List<String> notices) {}
}
