package no.speil.web.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.speil.corpus.DocumentId;
import no.speil.corpus.text.Alphabet;
import no.speil.library.Library;
import no.speil.library.documents.LiveDocument;
import no.speil.messages.Messages;
import no.speil.search.DocumentHit;
import no.speil.search.DocumentRef;
import no.speil.search.Hit;
import no.speil.search.IndexedSection.Role;
import no.speil.search.MatchKind;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchRequest.Sort;
import no.speil.search.SearchResult;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;
import no.speil.web.page.TextDescription;
import no.speil.web.search.SearchView.Offer;
import no.speil.web.search.SearchView.Result;
import no.speil.web.search.SearchView.WholeText;

/** Groups the results of a page: those with the words, with translations of them, and guesses. */
record ResultGroups(Library library, Messages t, SearchUrl address, SearchResult result) {

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
    HitUrl marks = HitUrl.marksOnly(address);
    return new Result(
        marks.href(SiteUrls.document(hit.documentRef().document())),
        hit.documentRef(),
        path(hit.documentRef()),
        hit.sections().stream()
            .map(each -> new SearchView.Section(each, marks.href(HitTexts.row(each))))
            .toList(),
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
    return new Result(
        href,
        hit.documentRef(),
        path(hit.documentRef()),
        List.of(new SearchView.Section(hit, href)),
        null);
  }

  private String path(DocumentRef document) {
    var catalogue = library.catalogue();
    return catalogue
        .summary(document.document())
        .filter(each -> catalogue.browse().sharesTitle(each.entry(), Alphabet.of(t.lang())))
        .map(each -> each.entry().id().value())
        .orElse("");
  }

  private Result whole(Hit hit) {
    DocumentId id = hit.documentRef().document();
    SearchUrl within = address.asking(address.query() + " " + SiteUrls.within(id.value()));
    long results = library.search().counts(List.of(within.request())).getFirst();
    Optional<LiveDocument> document = library.documents().findLoadable(id);
    String lang = TaggedText.title(hit.documentRef(), t.lang()).lang();
    return new Result(
        HitUrl.of(address, 0).href(SiteUrls.document(id)),
        hit.documentRef(),
        path(hit.documentRef()),
        List.of(),
        new WholeText(
            document.map(each -> t.of("search.total", each.sections().size())).orElse(""),
            new TaggedText(lang, document.map(each -> TextDescription.in(each, lang)).orElse("")),
            new Offer(t.of("hit.within", results), "", within.href())));
  }
}
