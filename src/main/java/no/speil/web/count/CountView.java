package no.speil.web.count;

import java.util.List;
import no.speil.corpus.Side;
import no.speil.search.WordList;
import no.speil.search.WordList.Row;
import no.speil.search.WordListRequest;
import no.speil.search.WordPattern;
import no.speil.web.http.QueryParams;
import no.speil.web.page.PageShell;
import no.speil.web.page.PageUrl;
import no.speil.web.page.Paging;
import no.speil.web.search.KwicPage;
import no.speil.web.search.SearchUrl;

/** A page of a word list. */
public record CountView(PageShell shell, SearchUrl search, WordListRequest request, WordList list) {
  /** Rows on a page. */
  private static final int ROWS = 50;

  /** Where single words or sequences are counted, without what other pages of counts ask for. */
  public PageUrl words() {
    return search
        .plain()
        .url()
        .to("/count")
        .with("side", request.side() == Side.ORIGINAL ? "" : QueryParams.lang(request.side()))
        .with("by", request.headwords() || request.length() > 1 ? "" : "form")
        .with("n", request.length() == 1 ? "" : request.length())
        .with("common", request.common() ? "yes" : "");
  }

  /** The address of this page. */
  public PageUrl address() {
    return request.comparison() == null
        ? words()
        : words()
            .to("/count/keywords")
            .with("against", request.comparison().with().query())
            .with("show", request.comparison().less() ? "less" : "");
  }

  /** The address of the table for spreadsheets. */
  public String download() {
    return address().to(address().path() + ".csv").href();
  }

  public List<Row> rows() {
    return Paging.rows(list.rows(), search.page(), ROWS);
  }

  /** The address of the lines that have the word in one of its forms. */
  public String lines(Row row) {
    return KwicPage.words(
            search.plain(), new WordPattern(request.side(), row.forms(), List.of(), 0, 0))
        .href();
  }

  /** How much of the longest bar a row has, in percent. */
  public double share(Row row) {
    Row first = list.rows().getFirst();
    return request.comparison() == null
        ? 100.0 * row.count() / first.count()
        : 100 * row.contrast().logLikelihood() / first.contrast().logLikelihood();
  }

  public Paging paging() {
    return Paging.of(
        search.page(), list.rows().size(), ROWS, page -> address().onPage(page).href());
  }
}
