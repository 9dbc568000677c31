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
 */
public record PinnedView(
    PageShell shell, TaggedText title, String href, SectionRow row, Verdict verdict) {

  /**
   * Whether the section has changed.
   *
   * @param attention whether its citation should be checked
   */
  public record Verdict(String words, List<SectionNote.Change> changes, boolean attention) {
    public Verdict {
      changes = List.copyOf(changes);
    }
  }
}
