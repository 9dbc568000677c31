package no.speil.web.edit;

import io.javalin.http.Context;
import java.util.stream.Stream;
import no.speil.web.http.QueryParams;

/**
 * What an edit page shows beyond the draft.
 *
 * @param preview whether to render the draft
 * @param earlier what the box holds if it is an earlier text, in words; else empty
 * @param saved what the save before led to, {@link #CHANGED}, {@link #REMOVED} or {@link
 *     #REPEATED}; else empty
 * @param savedSection id of the section that it saved, for the script; else empty
 */
public record EditExtras(
    boolean preview,
    Conflict conflict,
    TermForm term,
    String earlier,
    String saved,
    String savedSection) {
  /** The original has changed meanwhile. */
  public static final String CHANGED = "changed";

  /** The translation is gone. */
  public static final String REMOVED = "removed";

  /** Other sections have the same original and no translation. */
  public static final String REPEATED = "repeated";

  static final EditExtras NONE = new EditExtras(false, Conflict.NONE, TermForm.NONE, "", "", "");

  static EditExtras of(Conflict conflict) {
    return new EditExtras(false, conflict, TermForm.NONE, "", "", "");
  }

  static EditExtras of(TermForm term, boolean preview) {
    return new EditExtras(preview, Conflict.NONE, term, "", "", "");
  }

  static EditExtras earlier(String whose) {
    return new EditExtras(false, Conflict.NONE, TermForm.NONE, whose, "", "");
  }

  static EditExtras saved(Context context) {
    String saved =
        Stream.of(REMOVED, REPEATED, CHANGED)
            .filter(each -> QueryParams.text(context, each).equals("1"))
            .findFirst()
            .orElse("");
    String section = QueryParams.text(context, "saved");
    return new EditExtras(false, Conflict.NONE, TermForm.NONE, "", saved, section);
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
    static final Conflict NONE = refusal("", "");

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
