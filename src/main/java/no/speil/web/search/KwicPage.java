package no.speil.web.search;

import io.javalin.http.Context;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.Coded;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.messages.NoticeTexts;
import no.speil.search.Concordance;
import no.speil.search.Concordance.TextLine;
import no.speil.search.ConcordanceRequest;
import no.speil.search.ConcordanceRequest.By;
import no.speil.search.DocumentRef;
import no.speil.search.SearchRequest;
import no.speil.search.SearchRequest.Group;
import no.speil.search.WordPattern;
import no.speil.web.http.Json;
import no.speil.web.http.QueryParams;
import no.speil.web.http.ResponseCaching;
import no.speil.web.page.Download;
import no.speil.web.page.PageShell;
import no.speil.web.page.PageUrl;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import org.jspecify.annotations.Nullable;

/**
 * Shows a search's hits as a concordance (keyword in context), one line for each. Its address is
 * the search's, but that {@code sort} may be {@code left}, {@code right} or, of sections as if
 * shuffled, {@code random:} and a seed, and that page and size count lines. There may be lines of
 * some words only: {@code word} has their forms in the language {@code side}, {@code beside} those
 * of a word that they stand up to {@code before} words before or {@code after} words after.
 */
public final class KwicPage {
  /** Lines on a page whose address has no other size. */
  private static final int LINES = 50;

  private static final Pattern RANDOM = Pattern.compile("random:([0-9]{1,18})");

  /** So many forms of a word are told. */
  private static final int MOST_TOLD = 3;

  private static final List<String> COLUMNS =
      List.of(
          "document",
          "title_no",
          "title_en",
          "date",
          "section",
          "lang",
          "before",
          "match",
          "after",
          "counterpart",
          "url");

  private final SiteContext site;

  public KwicPage(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) {
    SearchUrl address = SearchUrl.of(context);
    if (address.isEmpty() && written(context, "word").isEmpty()) {
      Redirects.other(context, address.href());
      return;
    }
    PageShell shell = site.aroundSearch(context, address.query(), "kwic.title");
    int size = address.size() == SearchUrl.SIZE ? LINES : address.size();
    ConcordanceRequest request = request(context, address.request().sized(size));
    Concordance found = site.library().search().concordance(request);
    var view = new View(shell, address, request, found, SearchPage.printed(site, context, shell));
    site.show(context, "search/kwic", view);
  }

  public void list(Context context) {
    SearchUrl address = SearchUrl.of(context);
    Concordance found = site.library().search().concordance(request(context, address.request()));
    ResponseCaching.varyByVisitor(context);
    List<String> notices = NoticeTexts.in(site.messages(context), found.notices());
    Json.write(context, KwicJson.of(address.query(), found, notices));
  }

  /** Sends all lines for spreadsheets, however many there are, in the order of their sections. */
  public void download(Context context) {
    ConcordanceRequest request = request(context, SearchUrl.of(context).request());
    var counterparts = new CounterpartSentences();
    String base = site.permanent(context, "");
    try (Stream<TextLine> lines = site.library().search().lines(request)) {
      ResponseCaching.varyByVisitor(context);
      ExportHandler.audit(site, context);
      Download.csv(
          context,
          "speil-concordance.csv",
          COLUMNS,
          lines.map(
              line -> {
                SectionId section = line.section().section();
                DocumentRef document = line.section().documentRef();
                String lang = QueryParams.lang(line.side());
                return List.of(
                    document.document().value(),
                    document.titles().original(),
                    document.titles().translation(),
                    document.date(),
                    section.value(),
                    lang,
                    line.context().before(),
                    line.context().match(),
                    line.context().after(),
                    counterparts.plain(line),
                    base + SiteUrls.section(section) + "?view=" + lang);
              }));
    }
  }

  private static ConcordanceRequest request(Context context, SearchRequest search) {
    String sort = QueryParams.text(context, "sort");
    By by = Coded.parse(By.values(), sort).orElse(By.SECTION);
    Matcher random = RANDOM.matcher(sort);
    Long seed = random.matches() ? Long.valueOf(random.group(1)) : null;
    var words =
        new WordPattern(
            QueryParams.side(context, "side").orElse(Side.ORIGINAL),
            written(context, "word"),
            written(context, "beside"),
            QueryParams.number(context, "before", WordPattern.STANDARD, 0, WordPattern.WIDEST),
            QueryParams.number(context, "after", WordPattern.STANDARD, 0, WordPattern.WIDEST));
    return new ConcordanceRequest(search, seed, by, words.words().isEmpty() ? null : words);
  }

  private static List<String> written(Context context, String name) {
    return context.queryParams(name).stream().filter(each -> !each.isBlank()).toList();
  }

  /** The first of these words. */
  public static String told(List<String> words) {
    String first = words.stream().limit(MOST_TOLD).collect(Collectors.joining(", "));
    return words.size() > MOST_TOLD ? first + " …" : first;
  }

  /** The address of the lines of some words; of all that the search marks if it is null. */
  public static PageUrl words(SearchUrl search, @Nullable WordPattern words) {
    PageUrl url = search.url().to("/kwic");
    return words == null
        ? url
        : url.with("side", words.side() == Side.ORIGINAL ? "" : QueryParams.lang(words.side()))
            .withAll("word", words.words())
            .withAll("beside", words.beside())
            .with("before", words.beside().isEmpty() ? "" : words.before())
            .with("after", words.beside().isEmpty() ? "" : words.after());
  }

  /** A query for some words, so that they are marked. */
  public static String query(WordPattern words) {
    String lang = QueryParams.lang(words.side());
    return Stream.of(words.words(), words.beside())
        .flatMap(List::stream)
        .map(each -> lang + ":\"" + each.replace("\"", "") + '"')
        .collect(Collectors.joining(" OR "));
  }

  /**
   * A page of a concordance.
   *
   * @param printed where and when a printed page was made, in words
   */
  public record View(
      PageShell shell,
      SearchUrl search,
      ConcordanceRequest request,
      Concordance found,
      String printed) {
    /** The address of this page. */
    public PageUrl address() {
      PageUrl url = words(search.grouped(Group.SECTION).onPage(search.page()), request.words());
      if (request.seed() != null) {
        return url.with("sort", "random:" + request.seed());
      }
      return request.by() == By.SECTION ? url : url.with("sort", request.by().code());
    }
  }
}
