package no.speil.web.work;

import java.util.List;
import no.speil.web.page.PageShell;
import no.speil.web.page.SectionNote;
import no.speil.web.page.SectionRow;
import no.speil.web.page.SuggestionLine;
import no.speil.web.page.TaggedText;

/**
 * The page where a section's translation is written.
 *
 * @param queuePlace its place in the queue that the user came from
 * @param row the section as it is now
 * @param aid help for writing it
 * @param suggestions open ones
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
   * @param previous edit page of the section before; may be empty
   * @param next edit page of the section after; may be empty
   * @param claims who is at the parts that it is in, in words
   */
  public record Place(
      String id,
      TaggedText title,
      String back,
      String previous,
      String next,
      boolean isTitle,
      List<String> claims) {
    public Place {
      claims = List.copyOf(claims);
    }
  }

  /**
   * Its place in a queue.
   *
   * @param words empty if the user came from no queue
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
   * @param insertable whether the original can be inserted
   * @param unsaved whether the text differs from the file
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
   * A change of the original while the text was written.
   *
   * @param words empty if there is none
   * @param change since then; none if it is shown beside the text
   */
  public record OriginalChange(String words, SectionNote.Change change) {
    public static final OriginalChange NONE = new OriginalChange("", SectionNote.Change.NONE);
  }

  /**
   * A conflict with what somebody else saved.
   *
   * @param what happened, in words; empty for no conflict
   * @param theirs the text as it is now
   * @param base the common ancestor; empty if unknown
   * @param mine the typed text if the box holds a merged one; else empty
   */
  public record Conflict(String what, String theirs, String base, String mine) {
    public static final Conflict NONE = new Conflict("", "", "", "");

    public boolean happened() {
      return !what.isEmpty();
    }
  }
}
