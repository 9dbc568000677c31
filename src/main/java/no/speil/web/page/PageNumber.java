package no.speil.web.page;

import io.javalin.http.Context;
import no.speil.web.http.QueryParams;

/** One of many pages of a list. */
public record PageNumber(int page, int pages, int size) {

  public static PageNumber of(Context context, long total, int size) {
    int pages = Math.clamp((total + size - 1) / size, 1, Integer.MAX_VALUE);
    return new PageNumber(QueryParams.number(context, "page", 1, 1, pages), pages, size);
  }

  public long from() {
    return (long) (page - 1) * size;
  }

  public Paging paging(Messages t, String path) {
    return new Paging(
        t.of("paging.page", page, pages),
        page > 1 ? path + "?page=" + (page - 1) : "",
        page < pages ? path + "?page=" + (page + 1) : "");
  }
}
