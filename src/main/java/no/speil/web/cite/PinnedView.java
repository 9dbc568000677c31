package no.speil.web.cite;

import java.util.List;
import no.speil.web.page.PageShell;
import no.speil.web.page.SectionNote;
import no.speil.web.page.SectionRow;
import no.speil.web.page.TaggedText;

/**
 * A section and one of its versions.
 *
 * @param href of the section in its document
 * @param notice what this server cannot keep; may be empty
 */
public record PinnedView(
    PageShell shell,
    TaggedText title,
    String href,
    String notice,
    SectionRow row,
    Verdict verdict) {

  /**
   * Whether the section has changed.
   *
   * @param cited wording that was cited, of the sides that have changed since, where it is known
   * @param attention whether its citation should be checked
   */
  public record Verdict(
      String words, List<TaggedText> cited, List<SectionNote.Change> changes, boolean attention) {
    public Verdict {
      cited = List.copyOf(cited);
      changes = List.copyOf(changes);
    }
  }
}
