package no.speil.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntFunction;
import no.speil.messages.Messages;

/**
 * Links to the other pages of a list; {@code previous} and {@code next} are empty at the ends.
 *
 * @param words where one is; may be empty if there are numbers
 * @param numbers of the pages at hand; empty where pages have none
 */
public record Paging(String words, String previous, String next, List<Step> numbers) {
  public static final Paging NONE = turning("", "", "");

  /** So many pages are at hand before and after the current one. */
  private static final int AT_HAND = 2;

  /** Pages that have no numbers. */
  public static Paging turning(String words, String previous, String next) {
    return new Paging(words, previous, next, List.of());
  }

  /** How many pages so many items need; at least 1. */
  public static int pages(long total, int size) {
    return Math.clamp((total + size - 1) / size, 1, Integer.MAX_VALUE);
  }

  /** The rows of a page of a list. */
  public static <T> List<T> rows(List<T> all, int page, int size) {
    return all.stream().skip((page - 1L) * size).limit(size).toList();
  }

  /** Numbered pages of a list; the current page may be past the last. */
  public static Paging of(int page, long total, int size, IntFunction<String> href) {
    return numbered("", page, pages(total, size), href);
  }

  /**
   * Pages of the sections of a document.
   *
   * @param from position of the first section shown
   * @param href address of the page that begins with a position
   */
  public static Paging ofSections(
      Messages t, int from, int total, int size, IntFunction<String> href) {
    return numbered(
        t.of("paging.sections", from + 1, Math.min(total, from + size), total),
        from / size + 1,
        pages(total, size),
        page -> href.apply((page - 1) * size));
  }

  /**
   * Numbered pages.
   *
   * @param page from 1; may be past the last
   * @param href address of a page
   */
  public static Paging numbered(String words, int page, int pages, IntFunction<String> href) {
    var wanted = new TreeSet<Integer>(List.of(1, pages));
    for (int i = Math.max(1, page - AT_HAND); i <= Math.min(pages, page + AT_HAND); i++) {
      wanted.add(i);
    }
    var numbers = new ArrayList<Step>();
    int last = 0;
    for (int each : wanted) {
      if (each - last == 2) {
        numbers.add(new Step(each - 1, href.apply(each - 1)));
      } else if (each - last > 2) {
        numbers.add(Step.GAP);
      }
      numbers.add(new Step(each, each == page ? "" : href.apply(each)));
      last = each;
    }
    return new Paging(
        words,
        page > 1 ? href.apply(Math.min(page - 1, pages)) : "",
        page < pages ? href.apply(page + 1) : "",
        numbers);
  }

  public boolean isNeeded() {
    return !previous.isEmpty() || !next.isEmpty();
  }

  /**
   * The number of a page.
   *
   * @param number 0 for pages that are left out
   * @param href empty for the current page
   */
  public record Step(int number, String href) {
    private static final Step GAP = new Step(0, "");

    public boolean isGap() {
      return number == 0;
    }

    public boolean isCurrent() {
      return !isGap() && href.isEmpty();
    }
  }
}
