package no.speil.web.word;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import no.speil.corpus.Side;
import no.speil.library.words.WordRequest;
import no.speil.library.words.WordRequest.ExampleFilter;
import no.speil.library.words.WordRequest.Kind;
import no.speil.library.words.WordUsage;
import no.speil.messages.Messages;
import no.speil.messages.NoticeTexts;
import no.speil.web.http.QueryParams;
import no.speil.web.http.ResponseCaching;
import no.speil.web.page.PageShell;
import no.speil.web.page.PageUrl;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import org.jspecify.annotations.Nullable;

/**
 * How a word has been translated. In the address, {@code in} is its language, since {@code lang} is
 * that of the page; {@code as} or {@code show} says which examples are wanted.
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
    String title = t.of("usage.title");
    PageShell shell = site.around(context, word.isEmpty() ? title : word + " – " + title, word);
    PageUrl address =
        PageUrl.at(SiteUrls.word(word)).with("in", WordView.lang(usage.asked().side()));
    var view =
        new WordView(
            shell,
            WordView.showing(address, request.wanted()).onPage(request.page()),
            request,
            usage,
            notices(t, usage));
    site.show(context, "word/word", view);
  }

  public void list(Context context) {
    WordRequest request = request(context);
    WordUsage usage = site.library().words().of(request);
    ResponseCaching.varyByVisitor(context);
    List<String> notices = notices(site.messages(context), usage);
    site.answer(context, WordJson.of(usage, request.page(), notices));
  }

  private static WordRequest request(Context context) {
    return new WordRequest(
        context.pathParam("word"),
        side(QueryParams.text(context, "in")),
        wanted(QueryParams.text(context, "as"), QueryParams.text(context, "show")),
        QueryParams.number(context, "page", 1, 1, WordRequest.MOST_PAGES));
  }

  /** Null where the address does not say. */
  private static @Nullable Side side(String language) {
    return switch (language) {
      case "no" -> Side.ORIGINAL;
      case "en" -> Side.TRANSLATION;
      default -> null;
    };
  }

  private static ExampleFilter wanted(String translation, String show) {
    if (!translation.isEmpty()) {
      return ExampleFilter.translatedAs(translation);
    }
    return switch (show) {
      case WordView.DIFFERING -> new ExampleFilter(Kind.DIFFERING, "");
      case WordView.UNALIGNED -> new ExampleFilter(Kind.UNALIGNED, "");
      default -> ExampleFilter.ALL;
    };
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
