package no.speil.web.page;

import io.javalin.http.Context;
import java.util.List;
import no.speil.web.http.QueryParams;

/** One of many pages of a list. */
public record PageNumber(int page, int pages, int size) {

  public static PageNumber of(Context context, long total, int size) {
    return of(QueryParams.number(context, "page", 1, 1, Integer.MAX_VALUE), total, size);
  }

  /** That page, or the last if there are fewer. */
  public static PageNumber of(int page, long total, int size) {
    int pages = Paging.pages(total, size);
    return new PageNumber(Math.min(page, pages), pages, size);
  }

  /** What is on the page, of all that the list has. */
  public <T> List<T> of(List<T> all) {
    return all.subList((int) from(), (int) Math.min(all.size(), from() + size));
  }

  public long from() {
    return (long) (page - 1) * size;
  }

  /**
   * Links to the other pages.
   *
   * @param path of the first page, with or without a query
   */
  public Paging paging(String path) {
    return Paging.numbered("", page, pages, n -> n == 1 ? path : SiteUrls.with(path, "page=" + n));
  }
}
