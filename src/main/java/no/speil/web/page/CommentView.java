package no.speil.web.page;

/**
 * A comment that was not taken, in a box to be shortened.
 *
 * @param href the section's place in its document
 * @param why it was not taken
 */
public record CommentView(PageShell shell, String href, SectionRow row, String why, Fields fields) {

  /**
   * What the form was sent with.
   *
   * @param view in which the section was shown
   * @param next where to go when the comment is taken; may be empty
   */
  public record Fields(String text, String view, String next) {}
}
