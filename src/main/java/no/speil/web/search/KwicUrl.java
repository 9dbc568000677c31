package no.speil.web.search;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.speil.search.ConcordanceRequest;
import no.speil.search.ConcordanceRequest.By;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchRequest.Sort;
import no.speil.web.http.QueryParams;

/**
 * The parameters of a concordance's address. {@code sort} is {@code left}, {@code right}, or as for
 * results.
 *
 * @param search its page and size count lines
 */
record KwicUrl(SearchUrl search, By by) {
  private static final String PATH = "/kwic";

  /** Lines on a page whose address has no other size. */
  private static final int LINES = 50;

  static KwicUrl of(Context context) {
    SearchUrl search = SearchUrl.of(context);
    By by =
        switch (QueryParams.text(context, "sort")) {
          case "left" -> By.LEFT;
          case "right" -> By.RIGHT;
          default -> By.SECTION;
        };
    return new KwicUrl(search.grouped(Group.SECTION).onPage(search.page()), by);
  }

  /** The concordance of a search, by relevance. */
  static KwicUrl of(SearchUrl search) {
    return new KwicUrl(search.grouped(Group.SECTION), By.SECTION);
  }

  /** A page of lines, as many as a program asked for. */
  ConcordanceRequest request() {
    return new ConcordanceRequest(search.request(), by);
  }

  /** A page of lines for people. */
  ConcordanceRequest pageRequest() {
    return new ConcordanceRequest(search.request().sized(size()), by);
  }

  /** Lines on a page for people. */
  int size() {
    return search.size() == SearchUrl.SIZE ? LINES : search.size();
  }

  KwicUrl onPage(int other) {
    return new KwicUrl(search.onPage(other), by);
  }

  KwicUrl sorted(Sort sort) {
    return new KwicUrl(search.sorted(sort), By.SECTION);
  }

  KwicUrl sorted(By other) {
    return new KwicUrl(search.sorted(Sort.RELEVANCE), other);
  }

  String href() {
    String href = search.href(PATH);
    return by == By.SECTION ? href : href + "&sort=" + by.code();
  }

  /** Parameters that stay when the query changes. */
  Map<String, List<String>> kept() {
    var kept = new LinkedHashMap<>(search.kept());
    if (by != By.SECTION) {
      kept.put("sort", List.of(by.code()));
    }
    return kept;
  }
}
