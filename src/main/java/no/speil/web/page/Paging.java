package no.speil.web.page;

/** Links to the previous and next page; empty at the ends. */
public record Paging(String words, String previous, String next) {
  public static final Paging NONE = new Paging("", "", "");

  public boolean isNeeded() {
    return !previous.isEmpty() || !next.isEmpty();
  }
}
