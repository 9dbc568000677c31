package no.speil.web.searching;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.speil.search.ConcordanceRequest;
import no.speil.search.ConcordanceRequest.By;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchRequest.Sort;
import no.speil.web.request.Query;

/**
 * A search for words in their contexts as it stands in an address: {@code sort} is {@code left},
 * {@code right}, or what it is for results.
 *
 * @param search its page and size are of lines
 */
record KwicAddress(SearchAddress search, By by) {
  private static final String PATH = "/kwic";

  static KwicAddress of(Context context) {
    SearchAddress search = SearchAddress.of(context);
    By by =
        switch (Query.text(context, "sort")) {
          case "left" -> By.LEFT;
          case "right" -> By.RIGHT;
          default -> By.SECTION;
        };
    return new KwicAddress(search.grouped(Group.SECTION).onPage(search.page()), by);
  }

  /** The lines of the best sections of a search, as they come. */
  static KwicAddress of(SearchAddress search) {
    return new KwicAddress(search.grouped(Group.SECTION), By.SECTION);
  }

  ConcordanceRequest request() {
    return new ConcordanceRequest(search.request(), by);
  }

  KwicAddress onPage(int other) {
    return new KwicAddress(search.onPage(other), by);
  }

  KwicAddress sorted(Sort sort) {
    return new KwicAddress(search.sorted(sort), By.SECTION);
  }

  KwicAddress sorted(By other) {
    return new KwicAddress(search.sorted(Sort.RELEVANCE), other);
  }

  String href() {
    String href = search.href(PATH);
    return by == By.SECTION ? href : href + "&sort=" + code();
  }

  /** What stays when the query is changed. */
  Map<String, List<String>> kept() {
    var kept = new LinkedHashMap<>(search.kept());
    if (by != By.SECTION) {
      kept.put("sort", List.of(code()));
    }
    return kept;
  }

  private String code() {
    return by.name().toLowerCase(Locale.ROOT);
  }
}
