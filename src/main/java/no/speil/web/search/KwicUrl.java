package no.speil.web.search;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.speil.search.ConcordanceRequest;
import no.speil.search.ConcordanceRequest.By;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchRequest.Sort;
import no.speil.web.http.QueryParams;

/**
 * A search for words in their contexts as it stands in an address: {@code sort} is {@code left},
 * {@code right}, or what it is for results.
 *
 * @param search its page and size are of lines
 */
record KwicUrl(SearchUrl search, By by) {
  private static final String PATH = "/kwic";

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

  /** The lines of the best sections of a search, as they come. */
  static KwicUrl of(SearchUrl search) {
    return new KwicUrl(search.grouped(Group.SECTION), By.SECTION);
  }

  ConcordanceRequest request() {
    return new ConcordanceRequest(search.request(), by);
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
