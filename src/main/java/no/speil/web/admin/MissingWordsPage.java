package no.speil.web.admin;

import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import no.speil.archive.MissingWords;
import no.speil.web.http.FormData;
import no.speil.web.page.Download;
import no.speil.web.page.PageShell;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;

/** What readers search for and the archive does not have, if its keeper wants it counted. */
public final class MissingWordsPage {
  private static final String PATH = "/missing-words";

  /** The page has so many words, the file all. */
  public static final int MOST_ROWS = 200;

  private final SiteContext site;

  public MissingWordsPage(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) {
    MissingWords missing = site.library().missingWords();
    List<Row> rows = rows(missing).limit(MOST_ROWS).toList();
    var view = new View(site.shell(context, "missing-words.title"), missing.areCounted(), rows);
    site.show(context, "admin/missingWords", view);
  }

  public void download(Context context) {
    Download.csv(
        context,
        "missing-words.csv",
        List.of("year", "word", "searches"),
        rows(site.library().missingWords())
            .map(row -> List.of(row.year(), row.word(), row.searches())));
  }

  public void change(Context context) {
    MissingWords missing = site.library().missingWords();
    if (FormData.of(context).get("do").equals("start")) {
      missing.start();
    } else {
      missing.stop();
    }
    Redirects.other(context, PATH);
  }

  /** The latest year first, in it what was searched for most. */
  private static Stream<Row> rows(MissingWords missing) {
    return missing.counts().descendingMap().entrySet().stream()
        .flatMap(
            year ->
                year.getValue().entrySet().stream()
                    .map(word -> new Row(year.getKey(), word.getKey(), word.getValue()))
                    .sorted(
                        Comparator.comparingInt(Row::searches)
                            .reversed()
                            .thenComparing(Row::word)));
  }

  /** A word, and how many searches for it found nothing in that year. */
  public record Row(int year, String word, int searches) {}

  /** The page. */
  public record View(PageShell shell, boolean areCounted, List<Row> rows) {}
}
