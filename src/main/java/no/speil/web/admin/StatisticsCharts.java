package no.speil.web.admin;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.speil.corpus.text.Alphabet;
import no.speil.library.documents.BrowseIndex;
import no.speil.library.documents.BrowseIndex.Facet;
import no.speil.library.documents.BrowseIndex.Group;
import no.speil.web.page.KindLabels;
import no.speil.web.page.Messages;
import no.speil.web.page.SiteUrls;

/** Charts of the archive's documents by year and by kind; each bar links to its search. */
public final class StatisticsCharts {
  /** Number of years with a bar of their own; older ones share one. */
  private static final int YEARS = 15;

  private static final int MOST_YEARS = 300;
  private static final int MOST_KINDS = 12;

  private final Messages t;

  private StatisticsCharts(Messages t) {
    this.t = t;
  }

  /**
   * A bar chart.
   *
   * @param name of what is counted
   */
  public record Chart(String name, List<Bar> bars) {
    public Chart {
      bars = List.copyOf(bars);
    }
  }

  /**
   * A bar.
   *
   * @param href of the search for what is counted
   * @param width in percent of the longest bar
   */
  public record Bar(String label, String href, String count, double width) {}

  /** The charts that have any bars. */
  static List<Chart> of(Messages t, BrowseIndex browse) {
    var charts = new StatisticsCharts(t);
    return List.of(
            charts.chart("facet.year", charts.years(years(browse))),
            charts.chart("facet.kind", charts.kinds(browse.largest(Facet.KIND, MOST_KINDS))))
        .stream()
        .filter(chart -> !chart.bars().isEmpty())
        .toList();
  }

  private static List<Group> years(BrowseIndex browse) {
    return browse.groups(Facet.YEAR, Alphabet.ENGLISH, 0, MOST_YEARS).stream()
        .filter(group -> !group.value().isEmpty())
        .toList();
  }

  /** A bar without its width. */
  private record Category(String label, String href, int documents) {}

  private List<Category> years(List<Group> counts) {
    var categories = new ArrayList<Category>();
    List<Group> latest = counts.subList(0, Math.min(YEARS, counts.size()));
    latest.forEach(count -> categories.add(category("year", count, count.value())));
    List<Group> older = counts.subList(latest.size(), counts.size());
    if (!older.isEmpty()) {
      String newest = older.getFirst().value();
      String span = "date:" + older.getLast().value() + ".." + newest;
      int documents = older.stream().mapToInt(Group::documents).sum();
      categories.add(
          new Category(
              t.of("chart.until", newest),
              "/search?q=" + SiteUrls.encode(span) + "&group=document",
              documents));
    }
    return categories;
  }

  private List<Category> kinds(List<Group> counts) {
    return counts.stream()
        .map(count -> category("kind", count, KindLabels.of(t, count.value())))
        .toList();
  }

  private static Category category(String facet, Group count, String label) {
    String href = "/search?q=&" + facet + "=" + SiteUrls.encode(count.value()) + "&group=document";
    return new Category(label, href, count.documents());
  }

  private Chart chart(String name, List<Category> categories) {
    int longest = categories.stream().mapToInt(Category::documents).max().orElse(1);
    NumberFormat numbers = NumberFormat.getIntegerInstance(Locale.forLanguageTag(t.lang()));
    return new Chart(
        t.of(name),
        categories.stream()
            .map(
                each ->
                    new Bar(
                        each.label(),
                        each.href(),
                        numbers.format(each.documents()),
                        Math.round(1000.0 * each.documents() / longest) / 10.0))
            .toList());
  }
}
