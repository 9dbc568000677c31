package no.speil.web.page;

import java.util.List;
import no.speil.status.grading.Change;
import no.speil.status.grading.DiffPart;

/** Says how an original has changed: how gravely, and in which words. */
public final class ChangeLines {
  private ChangeLines() {}

  /**
   * The grade in words, and what was put in and taken out.
   *
   * @param lang of the original
   */
  public static SectionNote.Change of(Messages t, String lang, Change change) {
    String words =
        t.of(change.olderTextIsKnown() ? "change." + change.grade().code() : "change.unknown");
    List<DiffPart> diff = change.diff();
    return new SectionNote.Change(words, lang, diff);
  }

  /** The same with only the words around each difference. */
  static SectionNote.Change excerpt(Messages t, String lang, Change change) {
    return new SectionNote.Change(of(t, lang, change).words(), lang, DiffExcerpt.of(change.diff()));
  }
}
