package no.speil.web.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import no.speil.corpus.DocumentId;
import no.speil.library.Library;
import no.speil.library.documents.LiveDocument;
import no.speil.messages.Messages;
import no.speil.messages.NoticeTexts;
import no.speil.search.Hit;
import no.speil.search.IndexedSection.Role;
import no.speil.search.MatchKind;
import no.speil.search.SearchNotice;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchRequest.Sort;
import no.speil.search.SearchResult;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;
import no.speil.web.page.TextDescription;

/** Groups the results of a page: those with the words, with translations of them, and guesses. */
final class ResultGroups {
  private final Messages t;
  private final SearchUrl address;
  private final SearchResult result;
  private final Library library;
  private final HitRows rows;

  ResultGroups(Library library, Messages t, SearchUrl address, SearchResult result) {
    this.library = library;
    this.t = t;
    this.address = address;
    this.result = result;
    this.rows = new HitRows(t);
  }

  /** What is said about the search as a whole. */
  List<String> notices() {
    return NoticeTexts.in(
        t, result.notices().stream().filter(each -> !each.kind().isOfGuesses()).toList());
  }

  List<SearchView.ResultGroup> list() {
    var groups = new ArrayList<SearchView.ResultGroup>();
    if (address.group() == Group.DOCUMENT) {
      UnaryOperator<String> carried = HitUrl.marksOnly(address)::href;
      add(
          groups,
          result.total() == 0 ? MatchKind.GUESS : MatchKind.WORDS,
          result.documents().stream().map(hit -> rows.of(hit, carried)).toList());
      return groups;
    }
    var results = new EnumMap<MatchKind, List<SearchView.Result>>(MatchKind.class);
    for (int i = 0; i < result.hits().size(); i++) {
      Hit hit = result.hits().get(i);
      MatchKind kind = shown(hit);
      results.computeIfAbsent(kind, key -> new ArrayList<>()).add(found(hit, i));
    }
    results.forEach((kind, each) -> add(groups, kind, each));
    return groups;
  }

  private SearchView.Result found(Hit hit, int onPage) {
    boolean isOnTop = onPage == 0 && address.page() == 1 && address.sort() == Sort.RELEVANCE;
    return isOnTop
            && hit.pair().place().role() == Role.TITLE
            && hit.documentRef().titles().have(address.query())
        ? whole(hit)
        : rows.of(hit, HitUrl.of(address, onPage)::href);
  }

  private SearchView.Result whole(Hit hit) {
    DocumentId id = hit.documentRef().document();
    SearchUrl within = address.asking(address.query() + " " + SiteUrls.within(id.value()));
    long results = library.search().counts(List.of(within.request())).getFirst();
    Optional<LiveDocument> document = library.documents().findLoadable(id);
    String lang = TaggedText.title(hit.documentRef(), t.lang()).lang();
    return rows.whole(
        hit,
        HitUrl.of(address, 0).href(SiteUrls.document(id)),
        new SearchView.WholeText(
            document.map(each -> t.of("search.total", each.sections().size())).orElse(""),
            new TaggedText(lang, document.map(each -> TextDescription.in(each, lang)).orElse("")),
            new SearchView.Offer(t.of("hit.within", results), "", within.href())));
  }

  /** Other orders than by relevance mix what has the words and what has translations. */
  private MatchKind shown(Hit hit) {
    MatchKind kind = hit.rank().match();
    return kind == MatchKind.TRANSLATION && address.sort() != Sort.RELEVANCE
        ? MatchKind.WORDS
        : kind;
  }

  private void add(
      List<SearchView.ResultGroup> groups, MatchKind kind, List<SearchView.Result> results) {
    if (!results.isEmpty()) {
      boolean guesses = kind == MatchKind.GUESS;
      groups.add(
          new SearchView.ResultGroup(
              heading(kind),
              count(kind, results.size()),
              guesses,
              guesses ? notes() : List.of(),
              results));
    }
  }

  private String heading(MatchKind kind) {
    return switch (kind) {
      case WORDS -> isTiered() ? t.of("search.words") : "";
      case TRANSLATION -> t.of("search.translations");
      case GUESS -> t.of(notes().equals(ofParts()) ? "search.parts" : "search.guesses");
    };
  }

  private boolean isTiered() {
    return result.total() > result.words() && address.sort() == Sort.RELEVANCE;
  }

  private String count(MatchKind kind, int shown) {
    return switch (kind) {
      case WORDS -> t.of("search.count", result.words());
      case TRANSLATION -> t.of("search.count", result.total() - result.words());
      case GUESS -> t.of("search.count", shown);
    };
  }

  private List<String> ofParts() {
    return NoticeTexts.in(t, List.of(SearchNotice.of(SearchNotice.Kind.PARTS)));
  }

  private List<String> notes() {
    return NoticeTexts.in(
        t, result.notices().stream().filter(each -> each.kind().isOfGuesses()).toList());
  }
}
