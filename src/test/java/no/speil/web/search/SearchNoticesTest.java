package no.speil.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.speil.messages.Messages;
import no.speil.search.SearchNotice;
import no.speil.search.SearchNotice.Kind;
import no.speil.search.SearchRequest;
import no.speil.web.Served;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** What was not understood of a query is said on the page, in the reader's language. */
class SearchNoticesTest {
  private static final Map<Kind, String> QUERIES =
      Map.ofEntries(
          Map.entry(Kind.QUERY_CUT, "styret ".repeat(100)),
          Map.entry(Kind.WORDS_CUT, words(33, "")),
          Map.entry(Kind.FUZZY_CUT, words(9, "~")),
          Map.entry(Kind.UNKNOWN_FIELD, "colour:styret"),
          Map.entry(Kind.UNKNOWN_VALUE, "date:styret"),
          Map.entry(Kind.FIELD_EMPTY, "no: styret"),
          Map.entry(Kind.FOREIGN_SIGN, "styret && board"),
          Map.entry(Kind.UNCLOSED_QUOTE, "\"styret"),
          Map.entry(Kind.UNBALANCED_PARENTHESIS, "(styret"),
          Map.entry(Kind.TOO_DEEP, "(((((((((styret)))))))))"),
          Map.entry(Kind.WILDCARD_TOO_SHORT, "st*"),
          Map.entry(Kind.WILDCARD_MISPLACED, "sty*et"),
          Map.entry(Kind.DANGLING_OPERATOR, "styret OR"),
          Map.entry(Kind.NEAR_NEEDS_WORDS, "styret NEAR boar*"),
          Map.entry(Kind.NOTHING_TO_SEARCH, "()"),
          Map.entry(Kind.COMMON_WORDS, "the styret"),
          Map.entry(Kind.UNKNOWN_FILTER, "styret&colour=red"),
          Map.entry(Kind.PARTS, "brevstyret"),
          Map.entry(Kind.PARTIAL, "styret vedtaket"),
          Map.entry(Kind.SPELT_ALIKE, "no:menneskeretigheter&typed=true"),
          Map.entry(Kind.PAGE_LIMIT, "styret&page=5000"));

  @Served private static TestServer testServer;

  @Test
  void everythingThatCanBeMisunderstoodIsSaidInBothLanguages() {
    QUERIES.forEach(
        (kind, query) -> {
          String[] parts = query.split("&(?=colour|page|typed)", 2);
          String rest = parts.length > 1 ? "&" + parts[1] : "";
          String path = "/search?q=" + URLEncoder.encode(parts[0], StandardCharsets.UTF_8) + rest;
          String key = "notice." + kind.name().toLowerCase(Locale.ROOT);
          assertThat(said(path + "&lang=en"))
              .as(query)
              .anyMatch(said -> says(said, Messages.ENGLISH.of(key)));
          assertThat(said(path + "&lang=nb"))
              .as(query)
              .anyMatch(said -> says(said, Messages.NORWEGIAN.of(key)));
        });
    // Only a clock of its own makes a search take too long, only many lines are too many for a
    // concordance, only many sections for a count, only an archive that has taught words guesses
    // by them: see HostileQueryTest, ConcordanceTest, SampleCountTest and QueryExpanderTest. For
    // indexing see IndexingTest.
    assertThat(
            EnumSet.complementOf(
                EnumSet.of(
                    Kind.GUESSED_WORDS,
                    Kind.TIMED_OUT,
                    Kind.LINES_LIMIT,
                    Kind.SAMPLE_COUNTED,
                    Kind.INDEXING,
                    Kind.INDEXING_PROGRESS,
                    Kind.INDEXING_LAST_MINUTE,
                    Kind.INDEXING_MINUTES)))
        .isEqualTo(QUERIES.keySet());
  }

  @Test
  void aFieldWithASpaceBehindItIsNoWord() {
    assertThat(testServer.library().search().run(SearchRequest.of("no: styret")).total())
        .isEqualTo(testServer.library().search().run(SearchRequest.of("styret")).total());
    assertThat(
            testServer
                .library()
                .search()
                .run(SearchRequest.of("styret author:*"))
                .notices()
                .stream()
                .map(SearchNotice::kind))
        .contains(Kind.FIELD_EMPTY);
  }

  /** Whether a sentence is that message with something in its places. */
  private static boolean says(String sentence, String message) {
    String[] pieces = message.split("\\{\\d}", -1);
    return sentence.startsWith(pieces[0]) && sentence.endsWith(pieces[pieces.length - 1]);
  }

  private static List<String> said(String path) {
    return Jsoup.parse(testServer.get(path).body()).select(".notice, .guesses > .hint").eachText();
  }

  private static String words(int number, String sign) {
    return IntStream.range(0, number)
        .mapToObj(i -> "styret" + i + sign)
        .collect(Collectors.joining(" "));
  }
}
