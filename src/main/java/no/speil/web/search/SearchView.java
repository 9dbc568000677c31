package no.speil.web.search;

import java.util.List;
import java.util.Map;
import no.speil.library.documents.LiveDocument;
import no.speil.search.DocumentRef;
import no.speil.search.Hit;
import no.speil.search.MatchKind;
import no.speil.search.SearchRequest.Sort;
import no.speil.search.SearchResult;
import no.speil.status.TrackedSection;
import no.speil.web.page.PageShell;
import org.jspecify.annotations.Nullable;

/**
 * Results of a search.
 *
 * @param address of what was searched for
 * @param typed what was asked for, where a query is searched for instead that is spelt nearly
 *     alike; else null
 * @param markable the sections of this page that can be marked at once
 * @param printed where and when a printed page was made, in words
 */
public record SearchView(
    PageShell shell,
    SearchUrl address,
    SearchResult result,
    @Nullable SearchUrl typed,
    Map<MatchKind, List<Result>> groups,
    @Nullable Nothing nothing,
    List<TrackedSection> markable,
    String printed) {
  /** Sort orders for readers; the others are about work. */
  public static final List<Sort> READERS = List.of(Sort.RELEVANCE, Sort.DATE, Sort.OLDEST);

  /** The words of a query, in order. */
  public static List<String> words(SearchUrl address) {
    return List.of(address.query().split("\\s+", -1));
  }

  /**
   * What is offered where nothing was found.
   *
   * @param isCounted whether the words are counted as missing
   */
  public record Nothing(List<Offer> offers, boolean isCounted) {}

  /** A search that finds something, and how much, in words. */
  public record Offer(String label, String count, String href) {}

  /**
   * Results of one document.
   *
   * @param isDocument whether the document is shown once for several sections
   * @param text where the document as a whole is the result; else null
   */
  public record Result(
      String href,
      DocumentRef document,
      List<Hit> hits,
      boolean isDocument,
      @Nullable WholeText text) {}

  /**
   * A document whose title is what was searched for.
   *
   * @param document null if it cannot be read
   * @param within the same search in that document
   * @param results of it
   */
  public record WholeText(@Nullable LiveDocument document, SearchUrl within, long results) {}
}
