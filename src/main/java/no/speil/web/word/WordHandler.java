package no.speil.web.word;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import no.speil.corpus.Side;
import no.speil.library.words.WordRequest.ExampleFilter;
import no.speil.library.words.WordUsage;
import no.speil.messages.Messages;
import no.speil.messages.NoticeTexts;
import no.speil.web.http.ResponseCaching;
import no.speil.web.page.LinkChoice;
import no.speil.web.page.PageShell;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;

/** Shows how a word has been translated. */
public final class WordHandler {
  private final SiteContext site;

  public WordHandler(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) {
    Messages t = site.messages(context);
    WordUrl address = WordUrl.of(context);
    WordUsage usage = site.library().words().of(address.request());
    String word = usage.asked().word();
    String title = t.of("usage.title");
    PageShell shell =
        site.pageShells().around(context, word.isEmpty() ? title : word + " – " + title, word);
    WordUrl canonical = new WordUrl(word, usage.asked().side(), address.wanted(), address.page());
    var rows = new WordRows(t, canonical, usage);
    site.show(
        context,
        "word/word",
        new WordView(
            shell,
            head(t, canonical, usage),
            notices(t, usage),
            rows.translations(),
            rows.tables(),
            rows.consistency(),
            rows.examples()));
  }

  public void list(Context context) {
    WordUrl address = WordUrl.of(context);
    WordUsage usage = site.library().words().of(address.request());
    ResponseCaching.varyByVisitor(context);
    List<String> notices = notices(site.messages(context), usage);
    site.answer(context, WordJson.of(usage, address.page(), notices));
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

  private static WordView.Head head(Messages t, WordUrl address, WordUsage usage) {
    WordUsage.QueriedWord asked = usage.asked();
    Side other = asked.side().other();
    String elsewhere =
        asked.elsewhere() == 0 ? "" : address.in(other).showing(ExampleFilter.ALL).href();
    WordUsage.Extent extent = usage.extent();
    return new WordView.Head(
        new TaggedText(WordUrl.language(asked.side()), asked.word()),
        t.of(
            extent.exact() ? "usage.where" : "usage.where.at-least",
            t.of(asked.side() == Side.ORIGINAL ? "usage.norwegian" : "usage.english"),
            extent.times(),
            extent.sections(),
            extent.documents()),
        isBlank(asked) ? "" : "/search?q=" + SiteUrls.encode(asked.word()),
        new LinkChoice(
            t.of(other == Side.ORIGINAL ? "usage.elsewhere.no" : "usage.elsewhere.en"),
            elsewhere,
            false),
        unknown(t, usage));
  }

  private static WordView.Unknown unknown(Messages t, WordUsage usage) {
    WordUsage.QueriedWord asked = usage.asked();
    if (usage.extent().times() > 0) {
      return WordView.Unknown.NOT;
    }
    if (asked.words().isEmpty()) {
      return new WordView.Unknown(t.of("usage.none"), "", List.of());
    }
    if (!asked.isOneWord()) {
      return new WordView.Unknown(
          t.of("usage.several"), t.of("usage.several.each"), links(asked.side(), asked.words()));
    }
    List<String> dictionary = usage.neighbours().dictionary();
    return new WordView.Unknown(
        t.of("usage.nobody"),
        dictionary.isEmpty() ? "" : t.of("usage.dictionary"),
        links(asked.side().other(), dictionary));
  }

  private static boolean isBlank(WordUsage.QueriedWord asked) {
    return asked.word().chars().noneMatch(Character::isLetterOrDigit);
  }

  private static List<WordView.TaggedLink> links(Side side, List<String> words) {
    String lang = WordUrl.language(side);
    return words.stream()
        .map(each -> new WordView.TaggedLink(new TaggedText(lang, each), SiteUrls.word(each, side)))
        .toList();
  }
}
