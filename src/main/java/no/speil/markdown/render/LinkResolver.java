package no.speil.markdown.render;

/** Resolves an address in a file for the page that shows it. */
@FunctionalInterface
public interface LinkResolver {
  /** Keeps every address. */
  LinkResolver AS_WRITTEN = (address, picture) -> address;

  /**
   * The address for the page; an empty string removes the link and keeps its words.
   *
   * @param picture whether it is the address of a picture to show
   */
  String resolve(String address, boolean picture);

  /**
   * The address of a page that a site generator would fill in; an empty string if there is none.
   *
   * @param path of the page or the end of its path, with or without an extension, perhaps with a
   *     fragment
   */
  default String resolvePath(String path) {
    return "";
  }
}
