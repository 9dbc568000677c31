package no.speil.web.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import no.speil.corpus.DocumentId;
import no.speil.library.Library;
import no.speil.library.documents.LiveDocument;
import no.speil.search.DocumentHit;
import no.speil.search.Hit;
import no.speil.search.IndexedSection.Role;
import no.speil.search.MatchKind;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchRequest.Sort;
import no.speil.search.SearchResult;
import no.speil.web.page.SiteUrls;
import no.speil.web.search.SearchView.Result;
import no.speil.web.search.SearchView.WholeText;
import org.jspecify.annotations.Nullable;

/** Groups the results of a page: those with the words, with translations of them, and guesses. */
record ResultGroups(Library library, SearchUrl address, SearchResult result) {

  Map<MatchKind, List<Result>> byKind() {
    var groups = new EnumMap<MatchKind, List<Result>>(MatchKind.class);
    if (address.group() == Group.DOCUMENT && !result.documents().isEmpty()) {
      groups.put(
          result.total() == 0 ? MatchKind.GUESS : MatchKind.WORDS,
          result.documents().stream().map(this::found).toList());
    }
    for (int i = 0; i < result.hits().size(); i++) {
      Hit hit = result.hits().get(i);
      groups.computeIfAbsent(kind(hit), kind -> new ArrayList<>()).add(found(hit, i));
    }
    return groups;
  }

  /** Other orders than by relevance mix what has the words and what has translations. */
  private MatchKind kind(Hit hit) {
    MatchKind kind = hit.rank().match();
    return kind == MatchKind.TRANSLATION && address.sort() != Sort.RELEVANCE
        ? MatchKind.WORDS
        : kind;
  }

  private Result found(DocumentHit hit) {
    return new Result(
        HitUrl.marksOnly(address).href(SiteUrls.document(hit.documentRef().document())),
        hit.documentRef(),
        hit.sections(),
        true,
        null);
  }

  private Result found(Hit hit, int onPage) {
    boolean isOnTop = onPage == 0 && address.page() == 1 && address.sort() == Sort.RELEVANCE;
    if (isOnTop
        && hit.pair().place().role() == Role.TITLE
        && hit.documentRef().titles().have(address.query())) {
      return whole(hit);
    }
    String href = HitUrl.of(address, onPage).href(HitTexts.row(hit));
    return new Result(href, hit.documentRef(), List.of(hit), false, null);
  }

  private Result whole(Hit hit) {
    DocumentId id = hit.documentRef().document();
    SearchUrl within = address.asking(address.query() + " " + SiteUrls.within(id.value()));
    long results = library.search().counts(List.of(within.request())).getFirst();
    @Nullable LiveDocument document = library.documents().findLoadable(id).orElse(null);
    return new Result(
        HitUrl.of(address, 0).href(SiteUrls.document(id)),
        hit.documentRef(),
        List.of(),
        true,
        new WholeText(document, within, results));
  }
}
