package no.speil.web.edit;

import no.speil.web.edit.EditView.Conflict;
import no.speil.web.edit.EditView.Term;

/**
 * What an edit page shows beyond the draft.
 *
 * @param preview whether to render the draft
 * @param earlier what the box holds if it is an earlier text, in words; else empty
 */
record EditExtras(boolean preview, Conflict conflict, Term term, String earlier) {
  static final EditExtras NONE = new EditExtras(false, Conflict.NONE, Term.NONE, "");

  static EditExtras preview(Term typed) {
    return new EditExtras(true, Conflict.NONE, typed, "");
  }

  static EditExtras of(Conflict conflict) {
    return new EditExtras(false, conflict, Term.NONE, "");
  }

  static EditExtras of(Term term) {
    return new EditExtras(false, Conflict.NONE, term, "");
  }

  static EditExtras of(String earlier) {
    return new EditExtras(false, Conflict.NONE, Term.NONE, earlier);
  }
}
