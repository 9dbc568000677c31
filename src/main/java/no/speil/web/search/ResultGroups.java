package no.speil.web.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.speil.search.Hit;
import no.speil.search.MatchKind;
import no.speil.search.SearchNotice;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchRequest.Sort;
import no.speil.search.SearchResult;
import no.speil.web.page.Messages;
import no.speil.web.page.NoticeTexts;

/** Groups the results of a page: those with the words, with translations of them, and guesses. */
final class ResultGroups {
  private static final Set<SearchNotice.Kind> OF_GUESSES =
      Set.of(
          SearchNotice.Kind.GUESSED_WORDS,
          SearchNotice.Kind.PARTIAL,
          SearchNotice.Kind.SPELT_ALIKE);

  private static final int MOST_WORDS = 4;

  private final Messages t;
  private final SearchUrl address;
  private final SearchResult result;
  private final HitRows rows;

  ResultGroups(Messages t, SearchUrl address, SearchResult result) {
    this.t = t;
    this.address = address;
    this.result = result;
    this.rows = new HitRows(t);
  }

  /** What is said about the search as a whole. */
  List<String> notices() {
    return NoticeTexts.in(
        t, result.notices().stream().filter(each -> !OF_GUESSES.contains(each.kind())).toList());
  }

  List<SearchView.ResultGroup> list() {
    var groups = new ArrayList<SearchView.ResultGroup>();
    if (address.group() == Group.DOCUMENT) {
      add(
          groups,
          isGuessed() ? MatchKind.GUESS : MatchKind.WORDS,
          result.documents().stream().map(rows::of).toList(),
          List.of());
      return groups;
    }
    for (MatchKind kind : MatchKind.values()) {
      List<Hit> hits = result.hits().stream().filter(hit -> shown(hit) == kind).toList();
      add(groups, kind, hits.stream().map(rows::of).toList(), hits);
    }
    return groups;
  }

  private boolean isGuessed() {
    return result.total() == 0;
  }

  /** Other orders than by relevance mix what has the words and what has translations. */
  private MatchKind shown(Hit hit) {
    MatchKind kind = hit.rank().match();
    return kind == MatchKind.TRANSLATION && address.sort() != Sort.RELEVANCE
        ? MatchKind.WORDS
        : kind;
  }

  private void add(
      List<SearchView.ResultGroup> groups,
      MatchKind kind,
      List<SearchView.Result> results,
      List<Hit> hits) {
    if (!results.isEmpty()) {
      boolean guesses = kind == MatchKind.GUESS;
      groups.add(
          new SearchView.ResultGroup(
              heading(kind, results.size(), hits),
              guesses,
              guesses ? notes() : List.of(),
              results));
    }
  }

  private String heading(MatchKind kind, int shown, List<Hit> hits) {
    long translated = result.total() - result.words();
    return switch (kind) {
      case WORDS ->
          translated > 0 && address.sort() == Sort.RELEVANCE
              ? t.of("search.words", result.words())
              : "";
      case TRANSLATION -> t.of("search.translations", translated, words(hits));
      case GUESS -> t.of("search.guesses", shown);
    };
  }

  /** The words that the results were found by. */
  private static String words(List<Hit> hits) {
    var words = new LinkedHashSet<String>();
    hits.forEach(hit -> words.addAll(hit.rank().translations()));
    return String.join(", ", words.stream().limit(MOST_WORDS).toList())
        + (words.size() > MOST_WORDS ? " …" : "");
  }

  private List<String> notes() {
    return NoticeTexts.in(
        t, result.notices().stream().filter(each -> OF_GUESSES.contains(each.kind())).toList());
  }
}
