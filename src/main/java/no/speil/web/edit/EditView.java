package no.speil.web.edit;

import java.time.Instant;
import java.util.List;
import no.speil.corpus.SectionId;
import no.speil.library.documents.FailedCheck;
import no.speil.status.TrackedSection;
import no.speil.web.page.PageShell;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;
import no.speil.web.queue.QueuePositions;
import no.speil.web.section.SectionNote;
import no.speil.web.section.SectionRow;

/**
 * The page where a section's translation is written.
 *
 * @param queuePlace its place in the queue that the user came from
 * @param texts the section as it is now, and those around it
 * @param term of the glossary that is being added
 * @param aid help for writing it
 * @param section with what others have said of it
 * @param checks of the saved text that fail, also dismissed ones
 */
public record EditView(
    PageShell shell,
    Place place,
    QueuePositions.Place queuePlace,
    Texts texts,
    Box box,
    Conflict conflict,
    OriginalChange originalChange,
    Term term,
    AidView aid,
    TrackedSection section,
    List<FailedCheck> checks,
    Instant now) {

  /** The address of this page. */
  public String here() {
    return SiteUrls.edit(new SectionId(place.id()), box.next());
  }

  /**
   * Where the section is.
   *
   * @param number in the document, from 1; 0 for its title
   * @param back its row on the document's page
   * @param previous edit page of the section before; may be empty
   * @param next edit page of the section after; may be empty
   * @param claims who is at the parts that it is in, in words
   */
  public record Place(
      String id,
      TaggedText title,
      int number,
      String back,
      String previous,
      String next,
      List<String> claims) {
    public Place {
      claims = List.copyOf(claims);
    }

    public boolean isTitle() {
      return number == 0;
    }
  }

  /**
   * The section among its neighbours.
   *
   * @param before sections above it
   * @param after sections below it
   * @param markdown of its original
   * @param change of its original since somebody vouched for the translation
   */
  public record Texts(
      List<SectionRow> before,
      SectionRow row,
      List<SectionRow> after,
      String markdown,
      SectionNote.Change change) {
    public Texts {
      before = List.copyOf(before);
      after = List.copyOf(after);
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
   * @param mark whether to mark it as translated when it is saved
   * @param earlier whose text it is if it is taken from the history, in words; else empty
   * @param removed the translation that has just been removed; else empty
   */
  public record Box(
      String typed,
      String version,
      List<String> original,
      String next,
      String kept,
      boolean insertable,
      boolean unsaved,
      boolean mark,
      String earlier,
      String removed) {
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
   * The fields of a word that is added to the glossary.
   *
   * @param added the word that was just added, in words; else empty
   * @param refusal why it was not; else empty
   */
  public record Term(String norwegian, String english, String note, String added, String refusal) {
    public static final Term NONE = new Term("", "", "", "", "");

    /** The same, refused for that reason. */
    Term refused(String why) {
      return new Term(norwegian, english, note, "", why);
    }

    public boolean isTyped() {
      return !(norwegian + english + note).isBlank();
    }
  }

  /**
   * Why a text was not saved.
   *
   * @param title key of its heading
   * @param what happened, in words; empty for no conflict
   * @param theirs the text as it is now
   * @param base the common ancestor; empty if unknown
   * @param mine the typed text if the box holds a merged one; else empty
   */
  public record Conflict(String title, String what, String theirs, String base, String mine) {
    static final String REMOVAL = "edit.remove";
    public static final Conflict NONE = refusal("", "");

    static Conflict refusal(String title, String what) {
      return new Conflict(title, what, "", "", "");
    }

    public boolean isRemoval() {
      return title.equals(REMOVAL);
    }

    public boolean happened() {
      return !what.isEmpty();
    }
  }
}
