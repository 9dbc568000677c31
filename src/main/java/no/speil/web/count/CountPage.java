package no.speil.web.count;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import no.speil.corpus.Side;
import no.speil.messages.NoticeTexts;
import no.speil.search.SearchRequest;
import no.speil.search.WordList;
import no.speil.search.WordList.Contrast;
import no.speil.search.WordList.Row;
import no.speil.search.WordList.Source;
import no.speil.search.WordListRequest;
import no.speil.search.WordListRequest.Comparison;
import no.speil.web.http.Json;
import no.speil.web.http.QueryParams;
import no.speil.web.http.ResponseCaching;
import no.speil.web.page.Download;
import no.speil.web.page.PageShell;
import no.speil.web.page.Paging;
import no.speil.web.page.SiteContext;
import no.speil.web.search.SearchUrl;

/**
 * The words of a search's results, or of the whole archive, and how often they occur; or those of
 * them that are more frequent than elsewhere, or than the other language makes one expect. The
 * address is the search's; beside that, {@code side} says in which language, {@code by} whether
 * forms or headwords are counted, {@code n} how many words in a row, {@code common} whether common
 * words are listed, {@code against} what the words are compared with, and {@code show} whether
 * those are shown that are rarer.
 */
public final class CountPage {
  private static final List<String> COLUMNS =
      List.of(
          """
          word forms count per_10000 documents
          other_count other_per_10000 log_likelihood log_ratio sources
          """
              .split("\\s+"));

  private final SiteContext site;
  private final Kind kind;

  /** What the words are compared with, and so many columns their table has. */
  public enum Kind {
    WORDS(5),
    KEYWORDS(9),
    BETWEEN(10);

    private final int columns;

    Kind(int columns) {
      this.columns = columns;
    }
  }

  public CountPage(SiteContext site, Kind kind) {
    this.site = site;
    this.kind = kind;
  }

  public void show(Context context) {
    SearchUrl search = SearchUrl.of(context);
    WordListRequest request = request(context, search);
    PageShell shell = site.aroundSearch(context, search.query(), "count.title");
    site.show(context, "count/words", new CountView(shell, search, request, list(request)));
  }

  /** Sends the whole table for spreadsheets; the name of one of a sample says so. */
  public void download(Context context) {
    WordList list = list(request(context, SearchUrl.of(context)));
    ResponseCaching.varyByVisitor(context);
    Download.csv(
        context,
        "speil-%s%s.csv"
            .formatted(kind.name().toLowerCase(Locale.ROOT), list.exact() ? "" : "-sample"),
        COLUMNS.subList(0, kind.columns),
        list.rows().stream().map(row -> cells(list, row).subList(0, kind.columns)));
  }

  private static List<Object> cells(WordList list, Row row) {
    Contrast contrast = row.contrast();
    return List.of(
        row.word(),
        String.join(" ", row.forms()),
        row.count(),
        WordList.rate(row.count(), list.words()),
        row.documents(),
        contrast.count(),
        WordList.rate(contrast.count(), list.otherWords()),
        contrast.logLikelihood(),
        contrast.logRatio(),
        contrast.sources().stream().map(Source::word).collect(Collectors.joining(" ")));
  }

  /** Sends a page of the table for programs. */
  public void answer(Context context) {
    SearchUrl search = SearchUrl.of(context);
    WordList list = list(request(context, search));
    ResponseCaching.varyByVisitor(context);
    List<String> notices = NoticeTexts.in(site.messages(context), list.notices());
    List<Row> rows = Paging.rows(list.rows(), search.page(), search.size());
    Json.write(context, WordListJson.of(search.query(), list, rows, kind != Kind.WORDS, notices));
  }

  private WordList list(WordListRequest request) {
    return site.library().search().words(request);
  }

  private WordListRequest request(Context context, SearchUrl search) {
    boolean less = QueryParams.text(context, "show").equals("less");
    Optional<Side> side = QueryParams.side(context, "side");
    if (kind == Kind.BETWEEN) {
      return new WordListRequest(
          search.request(),
          side.orElse(Side.TRANSLATION),
          true,
          1,
          false,
          new Comparison(null, less));
    }
    SearchRequest other =
        search.unfiltered().asking(QueryParams.text(context, "against").strip()).request();
    int length = QueryParams.number(context, "n", 1, 1, WordListRequest.LONGEST);
    return new WordListRequest(
        search.request(),
        side.orElse(Side.ORIGINAL),
        length == 1 && !QueryParams.text(context, "by").equals("form"),
        length,
        QueryParams.text(context, "common").equals("yes"),
        kind == Kind.KEYWORDS ? new Comparison(other, less) : null);
  }
}
