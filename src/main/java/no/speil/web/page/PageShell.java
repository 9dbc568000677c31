package no.speil.web.page;

import java.util.List;

/** What every page has around its own content. */
public record PageShell(Messages t, Visitor visitor, Place place, Assets assets) {

  /**
   * Who looks at the page.
   *
   * @param obstacle what keeps them from writing: an empty code where nothing does
   * @param mayReport whether they may report errors
   */
  public record Visitor(String name, String obstacle, boolean mayReport) {
    public boolean mayWrite() {
      return obstacle.isEmpty();
    }

    /** Under which name they write; empty for who may not. */
    public String writer() {
      return mayWrite() ? name : "";
    }
  }

  /**
   * Where the page is.
   *
   * @param title in the browser's tab
   * @param here path and query, to come back to
   * @param canonical absolute address that stands for all addresses of the same content; may be
   *     empty
   * @param query what the search box holds
   */
  public record Place(
      String title, String here, String canonical, List<Alternate> alternates, String query) {
    public Place {
      alternates = List.copyOf(alternates);
    }

    /** This page, with the words in another language. */
    public String inLanguage(String lang) {
      return here + (here.contains("?") ? "&" : "?") + "lang=" + lang;
    }
  }

  /** The same content in one language. */
  public record Alternate(String hreflang, String href) {}

  /** Addresses of the files beside the pages; they change with their content. */
  public record Assets(
      String style,
      String script,
      String reading,
      String typing,
      String report,
      List<String> desk,
      String sentences,
      String queue,
      String icon) {
    public Assets {
      desk = List.copyOf(desk);
    }
  }
}
