package no.speil.web.page;

/** Where one is in many pages; an empty address where there is no such page. */
public record Paging(String words, String previous, String next) {
  public static final Paging NONE = new Paging("", "", "");

  public boolean isNeeded() {
    return !previous.isEmpty() || !next.isEmpty();
  }
}
