package no.speil.web.count;

import java.util.List;
import java.util.stream.Stream;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.search.SearchRequest;
import no.speil.search.WordList;
import no.speil.search.WordList.Row;
import no.speil.search.WordListRequest;
import no.speil.search.WordListRequest.Comparison;
import no.speil.search.WordPattern;
import no.speil.web.http.QueryParams;
import no.speil.web.page.PageShell;
import no.speil.web.page.PageUrl;
import no.speil.web.page.Paging;
import no.speil.web.search.KwicPage;
import no.speil.web.search.SearchUrl;
import org.jspecify.annotations.Nullable;

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

  /** Whether the words are compared with what the other language makes one expect. */
  public boolean isExpectation() {
    return request.comparison() != null && request.comparison().with() == null;
  }

  /** The address of this page. */
  public PageUrl address() {
    @Nullable Comparison comparison = request.comparison();
    if (comparison == null) {
      return words();
    }
    @Nullable SearchRequest with = comparison.with();
    PageUrl url =
        with == null
            ? words().to("/count/between").with("side", QueryParams.lang(request.side()))
            : words().to("/count/keywords").with("against", with.query());
    return url.with("show", comparison.less() ? "less" : "");
  }

  /** The address of the table for spreadsheets. */
  public String download() {
    return address().to(address().path() + ".csv").href();
  }

  public List<Row> rows() {
    return Paging.rows(list.rows(), search.page(), ROWS);
  }

  /** The address of the lines that have a word in one of its forms. */
  public String lines(Side side, List<String> forms) {
    PageUrl lines = KwicPage.words(search.plain(), new WordPattern(side, forms, List.of(), 0, 0));
    return (isExpectation() ? lines.withAll("state", states()) : lines).href();
  }

  /** The states that a translation can have, of those that are asked for. */
  private List<String> states() {
    List<String> asked = search.url().all("state");
    return Stream.of(State.values())
        .filter(state -> state != State.UNTRANSLATED)
        .map(State::code)
        .filter(code -> asked.isEmpty() || asked.contains(code))
        .toList();
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
