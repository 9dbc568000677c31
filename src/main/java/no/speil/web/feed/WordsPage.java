package no.speil.web.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.previousOrSame;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import no.speil.corpus.DocumentId;
import no.speil.exchange.CsvWriter;
import no.speil.exchange.ExportFormat;
import no.speil.library.catalogue.WorkDay;
import no.speil.library.catalogue.WorkFilter;
import no.speil.library.catalogue.WorkWords;
import no.speil.messages.Messages;
import no.speil.web.http.RequestException.NotFound;
import no.speil.web.page.Download;
import no.speil.web.page.PageShell;
import no.speil.web.page.PageUrl;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;

/** How many words a person has translated, corrected and reviewed, by week or month and text. */
public final class WordsPage {
  /** The page names so many texts, the file all. */
  private static final int MOST_TEXTS = 100;

  private static final List<String> NAMES = List.of("by", "from", "to");
  private static final List<String> COLUMNS =
      List.of(
          "from", "to", "document", "translated", "from_machine_drafts", "corrected", "reviewed");

  private final SiteContext site;

  public WordsPage(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) {
    String person = person(context);
    PageUrl address = PageUrl.of(context, SiteUrls.person(person), NAMES);
    var periods = new TreeMap<LocalDate, WorkWords>();
    var documents = new TreeMap<DocumentId, WorkWords>();
    for (WorkDay day : days(address, person)) {
      periods.merge(begin(address, day.date()), day.words(), WorkWords::plus);
      documents.merge(day.id(), day.words(), WorkWords::plus);
    }
    Messages t = site.messages(context);
    List<Text> texts =
        documents.entrySet().stream()
            .sorted(Comparator.comparingInt(each -> -sum(each.getValue())))
            .limit(MOST_TEXTS)
            .map(
                each ->
                    new Text(
                        each.getKey(), ActivityPage.title(site, t, each.getKey()), each.getValue()))
            .toList();
    var view =
        new View(
            site.shell(context, "words.title", person),
            person,
            address,
            periods.descendingMap(),
            texts);
    site.show(context, "feed/words", view);
  }

  /** The same by period and text. */
  public void download(Context context) {
    String person = person(context);
    PageUrl address = PageUrl.of(context, SiteUrls.person(person), NAMES);
    context.contentType(ExportFormat.CSV.mediaType());
    Download.name(context, person + ".csv");
    Download.send(
        context,
        out -> {
          out.write((CsvWriter.MARK + CsvWriter.line(COLUMNS)).getBytes(UTF_8));
          var periods =
              days(address, person).stream()
                  .collect(
                      groupingBy(
                          day -> begin(address, day.date()),
                          TreeMap::new,
                          toMap(WorkDay::id, WorkDay::words, WorkWords::plus, TreeMap::new)));
          for (var period : periods.entrySet()) {
            for (var document : period.getValue().entrySet()) {
              var cells = new ArrayList<Object>(List.of(period.getKey()));
              cells.addAll(List.of(end(address, period.getKey()), document.getKey().value()));
              cells.addAll(document.getValue().counts());
              String line = CsvWriter.line(cells.stream().map(String::valueOf).toList());
              out.write(line.getBytes(UTF_8));
            }
          }
        });
  }

  private String person(Context context) {
    String name = context.pathParam("name");
    boolean isVisitor =
        site.access().person(context).filter(one -> one.name().equals(name)).isPresent();
    if (!isVisitor && !site.catalogue().people().contains(name)) {
      throw new NotFound("Nobody of that name has worked in this archive.");
    }
    return name;
  }

  /** The days on which the person has worked on words. */
  private List<WorkDay> days(PageUrl address, String person) {
    WorkFilter filter = ActivityPage.filter(address, person, null);
    return site.catalogue().worked(filter, null, Integer.MAX_VALUE).days().stream()
        .filter(day -> !day.words().equals(WorkWords.NONE))
        .toList();
  }

  private static int sum(WorkWords words) {
    return words.counts().stream().mapToInt(Integer::intValue).sum();
  }

  private static boolean isByMonth(PageUrl address) {
    return address.get("by").equals("month");
  }

  private static LocalDate begin(PageUrl address, LocalDate day) {
    return isByMonth(address) ? day.withDayOfMonth(1) : day.with(previousOrSame(MONDAY));
  }

  private static LocalDate end(PageUrl address, LocalDate begin) {
    return isByMonth(address) ? begin.plusMonths(1).minusDays(1) : begin.plusDays(6);
  }

  /** What was done in a text in all these periods. */
  public record Text(DocumentId id, TaggedText title, WorkWords words) {}

  /**
   * The page.
   *
   * @param periods by their first days, the latest first
   * @param texts those with most words first
   */
  public record View(
      PageShell shell,
      String person,
      PageUrl address,
      SequencedMap<LocalDate, WorkWords> periods,
      List<Text> texts) {

    public boolean isByMonth() {
      return WordsPage.isByMonth(address);
    }

    /** A week or month in words. */
    public String period(LocalDate begin) {
      Messages t = shell.t();
      return isByMonth()
          ? t.date(YearMonth.from(begin).toString())
          : t.day(begin) + " – " + t.day(end(address, begin));
    }
  }
}
