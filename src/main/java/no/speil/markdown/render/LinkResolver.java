package no.speil.markdown.render;

/** Says where an address written in a file leads on the page that shows it. */
@FunctionalInterface
public interface LinkResolver {
  /** Leaves every address alone. */
  LinkResolver AS_WRITTEN = (address, picture) -> address;

  /**
   * The address to put in the page; the empty string drops the link and keeps its words.
   *
   * @param picture whether it is the address of a picture to show
   */
  String resolve(String address, boolean picture);

  /**
   * The address of a page that the maker of a site would have filled in; the empty string where
   * there is none.
   *
   * @param path of the page or the end of its path, with or without an extension, perhaps with a
   *     fragment
   */
  default String resolvePath(String path) {
    return "";
  }
}
