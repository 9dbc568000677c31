package no.speil.web.word;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import no.speil.corpus.Coded;
import no.speil.corpus.SectionId;
import no.speil.library.documents.LiveSection;
import no.speil.library.words.WordRequest;
import no.speil.library.words.WordRequest.ExampleFilter;
import no.speil.library.words.WordRequest.Kind;
import no.speil.library.words.WordUsage;
import no.speil.library.words.WordUsage.PlacedWord;
import no.speil.messages.Messages;
import no.speil.messages.NoticeTexts;
import no.speil.web.http.Json;
import no.speil.web.http.QueryParams;
import no.speil.web.http.RequestException.NotFound;
import no.speil.web.http.ResponseCaching;
import no.speil.web.page.PageShell;
import no.speil.web.page.PageUrl;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import org.jspecify.annotations.Nullable;

/**
 * How a word has been translated. In the address, {@code in} is its language, since {@code lang} is
 * that of the page; {@code as} or {@code show} says which examples are wanted, and {@code section}
 * where it is looked up.
 */
public final class WordPage {
  private final SiteContext site;

  public WordPage(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) {
    Messages t = site.messages(context);
    WordRequest request = request(context);
    WordUsage usage = site.library().words().of(request);
    String word = usage.asked().word();
    PageShell shell = site.aroundSearch(context, word, "usage.title");
    PageUrl address =
        PageUrl.at(SiteUrls.word(word)).with("in", QueryParams.lang(usage.asked().side()));
    var view =
        new WordView(
            shell,
            WordView.showing(address, request.wanted()).onPage(request.page()),
            request,
            usage,
            lookup(context, usage),
            notices(t, usage));
    site.show(context, "word/word", view);
  }

  /** Leads from the form of the help page to the page of the word that is typed there. */
  public void find(Context context) {
    String word = QueryParams.text(context, "word").strip();
    Redirects.other(context, word.isEmpty() ? "/help#word" : SiteUrls.word(word));
  }

  /** The section in the address; null if there is none. */
  private @Nullable LiveSection section(Context context) {
    String written = QueryParams.text(context, "section");
    return written.isEmpty()
        ? null
        : site.section(
            SectionId.parse(written)
                .orElseThrow(() -> new NotFound("No section can have this id.")));
  }

  private List<PlacedWord> places(LiveSection section, WordUsage usage) {
    return site.library().words().in(section.section().section(), usage.asked());
  }

  /** Of several places in the section, that nearest to the one in the address. */
  private WordView.@Nullable Lookup lookup(Context context, WordUsage usage) {
    LiveSection section = section(context);
    int at = QueryParams.number(context, "at", 0, 0, Integer.MAX_VALUE);
    return section == null
        ? null
        : new WordView.Lookup(
            section,
            places(section, usage).stream()
                .min(Comparator.comparingInt(each -> Math.abs(each.word().from() - at)))
                .orElse(null));
  }

  public void list(Context context) {
    WordRequest request = request(context);
    WordUsage usage = site.library().words().of(request);
    ResponseCaching.varyByVisitor(context);
    List<String> notices = notices(site.messages(context), usage);
    LiveSection section = section(context);
    Json.write(
        context,
        WordJson.of(
            usage, section == null ? null : places(section, usage), request.page(), notices));
  }

  private static WordRequest request(Context context) {
    return new WordRequest(
        context.pathParam("word"),
        QueryParams.side(context, "in").orElse(null),
        wanted(QueryParams.text(context, "as"), QueryParams.text(context, "show")),
        QueryParams.number(context, "page", 1, 1, WordRequest.MOST_PAGES));
  }

  private static ExampleFilter wanted(String translation, String show) {
    if (!translation.isEmpty()) {
      return ExampleFilter.translatedAs(translation);
    }
    return Coded.parse(WordView.NAMED.toArray(Kind[]::new), show)
        .map(kind -> new ExampleFilter(kind, ""))
        .orElse(ExampleFilter.ALL);
  }

  private static List<String> notices(Messages t, WordUsage usage) {
    WordUsage.Reading reading = usage.extent().reading();
    var notices = new ArrayList<>(NoticeTexts.in(t, reading.notices()));
    if (usage.asked().isCommon() && usage.extent().times() > 0) {
      notices.add(t.of("usage.common"));
    }
    if (reading.read() < reading.toRead()) {
      notices.add(t.of("usage.read", reading.read(), reading.toRead()));
    }
    return notices;
  }
}
