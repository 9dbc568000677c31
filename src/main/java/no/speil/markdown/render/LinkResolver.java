package no.speil.markdown.render;

/** Resolves an address in a file for the page that shows it. */
@FunctionalInterface
public interface LinkResolver {
  /**
   * The address for the page; an empty string removes the link and keeps its words, or says that
   * the picture is missing and keeps its alternative text.
   *
   * @param picture whether it is the address of a picture to show
   */
  String resolve(String address, boolean picture);

  /** What stands before the alternative text of a picture that is missing. */
  default Notice missingPicture() {
    return new Notice("", "");
  }

  /**
   * Words of the page that shows the file.
   *
   * @param lang their language tag
   */
  record Notice(String lang, String words) {}

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
