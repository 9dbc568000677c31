package no.speil.web.count;

import java.util.List;
import no.speil.library.words.CollocateUsage;
import no.speil.search.CollocateRequest;
import no.speil.search.CollocateRequest.Measure;
import no.speil.search.Collocates;
import no.speil.search.Collocates.Row;
import no.speil.search.WordPattern;
import no.speil.web.http.QueryParams;
import no.speil.web.page.PageShell;
import no.speil.web.page.PageUrl;
import no.speil.web.page.Paging;
import no.speil.web.search.KwicPage;
import no.speil.web.search.SearchUrl;

/**
 * A page of the words beside a word.
 *
 * @param word that is asked for; empty if it is the query
 * @param side that is asked for; empty if it is where the word was found
 */
public record CollocateView(
    PageShell shell, SearchUrl search, String word, String side, CollocateUsage usage) {
  static final int ROWS = 50;

  public Collocates found() {
    return usage.found();
  }

  /** The address of this page. */
  public PageUrl address() {
    CollocateRequest request = found().request();
    return search
        .plain()
        .url()
        .to("/count/collocates")
        .with("word", word)
        .with("side", QueryParams.lang(request.side()))
        .with("by", request.headwords() ? "" : "form")
        .with("common", request.common() ? "yes" : "")
        .with("before", request.before())
        .with("after", request.after())
        .with("least", request.least())
        .with("measure", request.measure() == Measure.LOG_DICE ? "" : request.measure().code());
  }

  public List<Row> rows() {
    return Paging.rows(found().rows(), search.page(), ROWS);
  }

  public Paging paging() {
    return Paging.of(
        search.page(), found().rows().size(), ROWS, page -> address().onPage(page).href());
  }

  /** The address of the lines in which a word stands beside the other. */
  public String lines(Row row) {
    CollocateRequest request = found().request();
    SearchUrl among = word.isEmpty() ? search.asking("") : search;
    var words =
        new WordPattern(
            request.side(), row.forms(), found().forms(), request.before(), request.after());
    return KwicPage.words(among.plain(), words).href();
  }

  /** How much of the longest bar a row has, in percent. */
  public double share(Row row) {
    double most = measured(found().rows().getFirst());
    return most == 0 ? 0 : 100 * measured(row) / most;
  }

  private double measured(Row row) {
    return found().request().measure() == Measure.LOG_DICE
        ? Math.max(0, row.logDice())
        : row.logLikelihood();
  }
}
