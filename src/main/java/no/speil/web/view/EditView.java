package no.speil.web.view;

/**
 * A section's translation to be written.
 *
 * @param original HTML of the original, safe as it is
 * @param typed what the box holds
 * @param version that was seen
 */
public record EditView(
    Shell shell,
    Place place,
    Row.Cell original,
    String typed,
    String preview,
    String version,
    Clash clash) {

  /**
   * Where the section is.
   *
   * @param back its row on the document's page
   * @param previous editing the section before; may be empty
   * @param next editing the section after; may be empty
   */
  public record Place(
      String id, Wording title, String back, String previous, String next, boolean isTitle) {}

  /**
   * What somebody else saved meanwhile.
   *
   * @param what happened, in words; empty where nothing did
   * @param theirs the text as it is now
   * @param base the text that both began from; may be empty where it is not known
   */
  public record Clash(String what, String theirs, String base) {
    public static final Clash NONE = new Clash("", "", "");

    public boolean happened() {
      return !what.isEmpty();
    }
  }
}
