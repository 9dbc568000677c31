package no.speil.web.count;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import no.speil.search.Facet;
import no.speil.search.Spread;
import no.speil.search.Spread.Row;
import no.speil.web.page.PageShell;
import no.speil.web.page.PageUrl;
import no.speil.web.page.Paging;
import no.speil.web.search.SearchUrl;

/**
 * A page of how a search is spread.
 *
 * @param facets by which it can be counted
 * @param isShare whether per cent of all sections are plotted, not their number
 */
public record SpreadView(
    PageShell shell, SearchUrl search, List<Facet> facets, Spread spread, boolean isShare) {
  private static final int ROWS = 100;

  /** At most so many lines are drawn across the plot. */
  private static final int MOST_LINES = 5;

  /** At most so many years are named below the plot. */
  private static final int MOST_YEARS = 6;

  /** The address of this page. */
  public PageUrl address() {
    return by(spread.facet()).with("show", isShare || search.isEmpty() ? "" : "sections");
  }

  /** The address of the same counted by a facet. */
  public PageUrl by(Facet facet) {
    PageUrl url = search.plain().url().to("/count/spread");
    return url.with("by", facet == Facet.YEAR ? "" : facet.code());
  }

  /** The address of the sections of a value that are found. */
  public String sections(Row row) {
    SearchUrl plain = search.plain();
    String facet = spread.facet().code();
    return (plain.has(facet, row.value()) ? plain : plain.toggled(facet, row.value())).href();
  }

  public List<Row> rows() {
    return Paging.rows(spread.rows(), search.page(), ROWS);
  }

  public Paging paging() {
    return Paging.of(
        search.page(), spread.rows().size(), ROWS, page -> address().onPage(page).href());
  }

  /** What is plotted of a value. */
  public double value(Row row) {
    return isShare ? row.percent() : row.sections();
  }

  /** The years from the first to the last that has texts. */
  public List<Integer> years() {
    int first = Integer.parseInt(spread.rows().getFirst().value());
    return IntStream.rangeClosed(first, Integer.parseInt(spread.rows().getLast().value()))
        .boxed()
        .toList();
  }

  /** So many years are between those that are named. */
  public int yearStep() {
    return (int) Math.max(1, step(years().size(), MOST_YEARS));
  }

  /** The values at which lines are drawn, from 0 to at least the largest value. */
  public List<Double> lines() {
    double most = spread.rows().stream().mapToDouble(this::value).max().orElse(0);
    double step = most == 0 ? 1 : Math.max(step(most, MOST_LINES), isShare ? 0 : 1);
    return DoubleStream.iterate(0, line -> line < most + step, line -> line + step)
        .boxed()
        .toList();
  }

  /** The smallest round number that goes into a number no more than so many times. */
  private static double step(double number, int most) {
    double unit = Math.pow(10, Math.floor(Math.log10(number / most)));
    return DoubleStream.of(1, 2, 5, 10)
        .map(each -> each * unit)
        .filter(each -> each * most >= number)
        .findFirst()
        .orElse(number);
  }
}
