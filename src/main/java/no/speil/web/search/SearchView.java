package no.speil.web.search;

import java.util.List;
import java.util.Map;
import no.speil.corpus.State;
import no.speil.messages.NoticeTexts;
import no.speil.search.DocumentRef;
import no.speil.search.Hit;
import no.speil.search.MatchKind;
import no.speil.search.SearchNotice;
import no.speil.search.SearchRequest;
import no.speil.search.SearchRequest.Sort;
import no.speil.search.SearchResult;
import no.speil.status.TrackedSection;
import no.speil.web.page.PageShell;
import no.speil.web.page.Paging;
import no.speil.web.page.TaggedText;
import org.jspecify.annotations.Nullable;

/**
 * Results of a search.
 *
 * @param address of what was searched for
 * @param typed what was asked for, where a query is searched for instead that is spelt nearly
 *     alike; else null
 * @param printed where and when a printed page was made, in words
 */
public record SearchView(
    PageShell shell,
    SearchUrl address,
    SearchResult result,
    @Nullable SearchUrl typed,
    Map<MatchKind, List<Result>> groups,
    @Nullable Nothing nothing,
    MarkForm markForm,
    String printed) {
  /** Sort orders for readers; the others are about work. */
  private static final List<Sort> READERS = List.of(Sort.RELEVANCE, Sort.DATE, Sort.OLDEST);

  /** The words of a query, in order. */
  public static List<String> words(SearchUrl address) {
    return List.of(address.query().split("\\s+", -1));
  }

  /** What to know about how the query was read, or what the guesses are. */
  public List<String> notices(boolean ofGuesses) {
    return NoticeTexts.in(
        shell.t(),
        result.notices().stream().filter(each -> each.kind().isOfGuesses() == ofGuesses).toList());
  }

  public List<Sort> sorts() {
    return SearchUrl.SORTS.stream()
        .filter(
            sort -> shell.visitor().mayWrite() || READERS.contains(sort) || sort == address.sort())
        .toList();
  }

  public boolean hasPartsOnly() {
    return result.notices().stream()
        .map(SearchNotice::kind)
        .filter(SearchNotice.Kind::isOfGuesses)
        .toList()
        .equals(List.of(SearchNotice.Kind.PARTS));
  }

  /** Pages end at the last result that can be paged to. */
  public Paging paging() {
    long reachable = Math.min(result.total(), SearchRequest.FURTHEST);
    return Paging.of(
        address.page(), reachable, address.size(), page -> address.onPage(page).href());
  }

  /**
   * What is offered where nothing was found.
   *
   * @param isCounted whether the words are counted as missing
   */
  public record Nothing(List<Offer> offers, boolean isCounted) {}

  /** A search that finds something; the count may be empty. */
  public record Offer(String label, String count, String href) {}

  /**
   * The form that marks the sections of this page.
   *
   * @param states that the person can give any of them
   * @param more address of the page with as many results as possible; may be empty
   */
  public record MarkForm(List<TrackedSection> sections, List<State> states, String more) {
    static final MarkForm NONE = new MarkForm(List.of(), List.of(), "");
  }

  /**
   * Results of one document.
   *
   * @param path of the document where another has the same title; else empty
   * @param text where the document as a whole is the result; else null
   */
  public record Result(
      String href,
      DocumentRef document,
      String path,
      List<Section> sections,
      @Nullable WholeText text) {
    /** Whether the document is shown once for several sections. */
    public boolean isDocument() {
      return sections.size() != 1 || !sections.getFirst().href().equals(href);
    }
  }

  /** A section that matches, and its row on the document's page. */
  public record Section(Hit hit, String href) {}

  /**
   * What is said of a document whose title is what was searched for.
   *
   * @param sections how many it has, in words
   * @param beginning in the language of the title; may be empty
   * @param within the same search in that document
   */
  public record WholeText(String sections, TaggedText beginning, Offer within) {}
}
