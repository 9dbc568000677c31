package no.speil.web.work;

import java.util.List;
import no.speil.web.page.PageShell;
import no.speil.web.page.SectionNote;
import no.speil.web.page.SectionRow;
import no.speil.web.page.SuggestionLine;
import no.speil.web.page.TaggedText;

/**
 * A section's translation to be written.
 *
 * @param queued its place in the queue that one came from
 * @param row the section as it is now
 * @param aid what helps to write it
 * @param suggestions what others would have there
 */
public record EditView(
    PageShell shell,
    Place place,
    QueuePlace queuePlace,
    SectionRow row,
    Box box,
    Conflict conflict,
    OriginalChange originalChange,
    AidView aid,
    List<SuggestionLine> suggestions) {
  public EditView {
    suggestions = List.copyOf(suggestions);
  }

  /**
   * Where the section is.
   *
   * @param back its row on the document's page
   * @param previous editing the section before; may be empty
   * @param next editing the section after; may be empty
   */
  public record Place(
      String id, TaggedText title, String back, String previous, String next, boolean isTitle) {}

  /**
   * Where it stands in a queue.
   *
   * @param words empty where one came from no queue
   * @param previous may be empty
   * @param next may be empty
   */
  public record QueuePlace(String words, String href, String previous, String next) {
    public static final QueuePlace NONE = new QueuePlace("", "", "", "");

    public boolean isThere() {
      return !words.isEmpty();
    }
  }

  /**
   * The box to write in, and what its form carries along.
   *
   * @param version that was seen
   * @param original the blocks of its original
   * @param next where to go when it is saved; may be empty
   * @param kept ids of suggestions that the text was kept as
   * @param insertable whether the original can be put into it
   * @param unsaved whether it holds another text than the file
   */
  public record Box(
      String typed,
      String version,
      List<String> original,
      String next,
      String kept,
      boolean insertable,
      boolean unsaved) {
    public Box {
      original = List.copyOf(original);
    }
  }

  /**
   * That the original has changed while the text was written.
   *
   * @param words empty where it has not
   * @param change since then; none where it is shown beside the text
   */
  public record OriginalChange(String words, SectionNote.Change change) {
    public static final OriginalChange NONE = new OriginalChange("", SectionNote.Change.NONE);
  }

  /**
   * What somebody else saved meanwhile.
   *
   * @param what happened, in words; empty where nothing did
   * @param theirs the text as it is now
   * @param base the text that both began from; may be empty where it is not known
   * @param mine what was typed, where the box holds it merged with theirs; else empty
   */
  public record Conflict(String what, String theirs, String base, String mine) {
    public static final Conflict NONE = new Conflict("", "", "", "");

    public boolean happened() {
      return !what.isEmpty();
    }
  }
}
