package no.speil.web.edit;

import java.util.Arrays;
import java.util.List;
import no.speil.corpus.Side;
import no.speil.library.actions.EditBase;
import no.speil.record.SectionVersion;
import no.speil.record.SuggestEvent;
import no.speil.status.TrackedSection;
import no.speil.web.http.FormData;
import no.speil.web.http.IfMatch;
import no.speil.web.http.RequestException.BadRequest;
import no.speil.web.page.Redirects;

/**
 * A text being written, as its form carries it from page to page until it is saved.
 *
 * @param base the section that it is written on
 * @param next where to go when it is saved; may be empty
 * @param kept ids of suggestions that refused saves were kept as, and of the machine's draft that
 *     it was made of
 * @param mark whether it is marked as translated when it is saved
 */
public record EditDraft(String text, EditBase base, String next, List<String> kept, boolean mark) {
  /** Longest original in characters that the form carries; far above any section. */
  private static final int LONGEST_ORIGINAL = 20_000;

  static EditDraft of(FormData form) {
    if (!form.has("markdown")) {
      throw new BadRequest("The form has no text.");
    }
    SectionVersion seen = IfMatch.of(form);
    return new EditDraft(
        form.get("markdown"),
        EditBase.of(seen, form.all("original")).orElseGet(() -> EditBase.of(seen)),
        Redirects.onward(form.get("next")),
        Arrays.stream(form.get("kept").split(" ", -1)).filter(id -> !id.isEmpty()).toList(),
        form.has("mark"));
  }

  /** The section's own text, which nobody has changed yet. */
  static EditDraft of(TrackedSection section, String next) {
    return new EditDraft(
        section.markdown(Side.TRANSLATION), EditBase.of(section), next, List.of(), true);
  }

  /** The version of the section that it is written on. */
  public SectionVersion seen() {
    return base.version();
  }

  /** The blocks of the original that it is written for; none where they are far too long. */
  public List<String> original() {
    int length = base.original().stream().mapToInt(String::length).sum();
    return length > LONGEST_ORIGINAL ? List.of() : base.original();
  }

  /** The machine's draft, to be read and saved. */
  EditDraft of(SuggestEvent draft) {
    return new EditDraft(draft.text(), base, next, List.of(draft.id()), mark);
  }

  EditDraft saying(String other) {
    return new EditDraft(other, base, next, kept, mark);
  }
}
