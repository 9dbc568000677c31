package no.speil.web.word;

import io.javalin.http.Context;
import no.speil.corpus.Side;
import no.speil.library.words.WordRequest;
import no.speil.library.words.WordRequest.ExampleFilter;
import no.speil.library.words.WordRequest.Kind;
import no.speil.web.http.QueryParams;
import no.speil.web.page.PageUrl;
import no.speil.web.page.SiteUrls;
import org.jspecify.annotations.Nullable;

/**
 * The address of a word's page. Its language is not named {@code lang}, since that is the language
 * of the page.
 *
 * @param side null where the address does not say
 */
record WordUrl(String word, @Nullable Side side, ExampleFilter wanted, int page) {
  private static final String DIFFERING = "differing";
  private static final String UNALIGNED = "unaligned";

  static WordUrl of(Context context) {
    return new WordUrl(
        context.pathParam("word"),
        side(QueryParams.text(context, "in")),
        wanted(QueryParams.text(context, "as"), QueryParams.text(context, "show")),
        QueryParams.number(context, "page", 1, 1, WordRequest.MOST_PAGES));
  }

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
      case DIFFERING -> new ExampleFilter(Kind.DIFFERING, "");
      case UNALIGNED -> new ExampleFilter(Kind.UNALIGNED, "");
      default -> ExampleFilter.ALL;
    };
  }

  WordRequest request() {
    return new WordRequest(word, side, wanted, page);
  }

  /** The same of that language. */
  WordUrl in(Side other) {
    return new WordUrl(word, other, wanted, page);
  }

  WordUrl showing(ExampleFilter other) {
    return new WordUrl(word, side, other, 1);
  }

  WordUrl onPage(int other) {
    return new WordUrl(word, side, wanted, other);
  }

  String href() {
    return PageUrl.at(SiteUrls.word(word))
        .with("in", side == null ? "" : language(side))
        .with("as", wanted.key())
        .with(
            "show",
            switch (wanted.kind()) {
              case ALIGNED, TRANSLATION -> "";
              case DIFFERING -> DIFFERING;
              case UNALIGNED -> UNALIGNED;
            })
        .onPage(page)
        .href();
  }

  /** The code of a language in addresses, which is its tag too. */
  static String language(Side side) {
    return side == Side.ORIGINAL ? "no" : "en";
  }
}
