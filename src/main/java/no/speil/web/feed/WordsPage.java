package no.speil.web.feed;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import no.speil.corpus.Coded;
import no.speil.corpus.DocumentId;
import no.speil.library.catalogue.WorkDay;
import no.speil.library.catalogue.WorkFilter;
import no.speil.library.catalogue.WorkWords;
import no.speil.web.http.RequestException.NotFound;
import no.speil.web.page.Download;
import no.speil.web.page.PageShell;
import no.speil.web.page.PageUrl;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;

/** How many words people have translated, corrected and reviewed, by period, folder and text. */
public final class WordsPage {
  /** Everybody's words. */
  private static final String PATH = "/activity/words";

  /** A table of the page has so many rows, the file all. */
  public static final int MOST_ROWS = 100;

  private static final List<String> NAMES = List.of("by", "folder", "from", "to");
  private static final List<String> COLUMNS =
      List.of(
          "from to document translated from_machine_drafts corrected reviewed person".split(" "));

  private final SiteContext site;

  public WordsPage(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) {
    String person = person(context);
    PageUrl address = address(context, person);
    Period period = Period.of(address);
    String folder = address.get("folder");
    List<WorkDay> days = days(address, person);
    var view =
        new View(
            person.isEmpty()
                ? site.shell(context, "words.everybody")
                : site.shell(context, "words.title", person),
            person,
            address,
            period,
            sums(days, day -> period.begin(day.date()), Comparator.reverseOrder()),
            most(person.isEmpty() ? days : List.of(), WorkDay::person),
            most(
                days.stream().filter(day -> !within(folder, day).isEmpty()).toList(),
                day -> within(folder, day)),
            most(days, WorkDay::id));
    site.show(context, "feed/words", view);
  }

  private static <K extends Comparable<? super K>> List<Map.Entry<K, WorkWords>> most(
      List<WorkDay> days, Function<WorkDay, K> by) {
    return sums(days, by, Comparator.naturalOrder()).entrySet().stream()
        .sorted(Comparator.comparingInt(each -> -each.getValue().sum()))
        .limit(MOST_ROWS)
        .toList();
  }

  private static <K> SequencedMap<K, WorkWords> sums(
      List<WorkDay> days, Function<WorkDay, K> by, Comparator<? super K> order) {
    var sums = new TreeMap<K, WorkWords>(order);
    days.forEach(day -> sums.merge(by.apply(day), day.words(), WorkWords::plus));
    return sums;
  }

  /** The folder next below another in which a text is; empty where it is in that one itself. */
  private static String within(String folder, WorkDay day) {
    int slash = day.document().indexOf('/', folder.isEmpty() ? 0 : folder.length() + 1);
    return slash < 0 ? "" : day.document().substring(0, slash);
  }

  /** The same by period, text and person. */
  public void download(Context context) {
    String person = person(context);
    PageUrl address = address(context, person);
    Period period = Period.of(address);
    SequencedMap<Total, WorkWords> totals =
        sums(
            days(address, person),
            day -> new Total(period.begin(day.date()), day.document(), day.person()),
            Total.ORDER);
    Download.csv(
        context,
        (person.isEmpty() ? "words" : person) + ".csv",
        COLUMNS,
        totals.entrySet().stream().map(each -> each.getKey().row(period, each.getValue())));
  }

  /** Whose words are asked for; empty for everybody's. */
  private String person(Context context) {
    String name = context.pathParamMap().getOrDefault("name", "");
    boolean isVisitor =
        site.access().person(context).filter(one -> one.name().equals(name)).isPresent();
    if (!name.isEmpty() && !isVisitor && !site.catalogue().people().contains(name)) {
      throw new NotFound("Nobody of that name has worked in this archive.");
    }
    return name;
  }

  private static PageUrl address(Context context, String person) {
    PageUrl address = PageUrl.of(context, person.isEmpty() ? PATH : SiteUrls.person(person), NAMES);
    return address.with("folder", address.get("folder").replaceAll("^/+|/+$", ""));
  }

  /** The days on which the person has worked on words in the folder. */
  private List<WorkDay> days(PageUrl address, String person) {
    String folder = address.get("folder");
    WorkFilter filter = ActivityPage.filter(address, person, null);
    return site.catalogue().worked(filter).stream()
        .filter(day -> !day.words().equals(WorkWords.NONE))
        .filter(day -> folder.isEmpty() || day.document().startsWith(folder + "/"))
        .toList();
  }

  /** What is counted together. */
  public enum Period implements Coded {
    WEEK,
    MONTH,
    YEAR;

    static Period of(PageUrl address) {
      return Coded.parse(values(), address.get("by")).orElse(WEEK);
    }

    LocalDate begin(LocalDate day) {
      return switch (this) {
        case WEEK -> day.with(previousOrSame(MONDAY));
        case MONTH -> day.withDayOfMonth(1);
        case YEAR -> day.withDayOfYear(1);
      };
    }

    /** Its last day. */
    public LocalDate end(LocalDate begin) {
      return switch (this) {
        case WEEK -> begin.plusDays(6);
        case MONTH -> begin.plusMonths(1).minusDays(1);
        case YEAR -> begin.plusYears(1).minusDays(1);
      };
    }
  }

  /** A line of the file. */
  private record Total(LocalDate begin, String document, String person) {
    private static final Comparator<Total> ORDER =
        Comparator.comparing(Total::begin)
            .thenComparing(Total::document)
            .thenComparing(Total::person);

    List<?> row(Period period, WorkWords words) {
      var cells = new ArrayList<Object>(List.of(begin, period.end(begin), document));
      cells.addAll(words.counts());
      cells.add(person);
      return cells;
    }
  }

  /**
   * The page.
   *
   * @param person empty for everybody
   * @param periods by their first days, the latest first
   * @param people those with most words first, as folders and texts
   * @param folders next below the one that is asked for
   */
  public record View(
      PageShell shell,
      String person,
      PageUrl address,
      Period by,
      SequencedMap<LocalDate, WorkWords> periods,
      List<Map.Entry<String, WorkWords>> people,
      List<Map.Entry<String, WorkWords>> folders,
      List<Map.Entry<DocumentId, WorkWords>> texts) {}
}
