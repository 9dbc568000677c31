package no.speil.web.section;

import java.time.Instant;
import java.util.List;
import no.speil.status.TrackedSection;
import no.speil.status.grading.DiffPart;
import no.speil.web.page.FileLink;
import no.speil.web.page.PageShell;
import no.speil.web.page.Paging;
import no.speil.web.page.TaggedText;

/**
 * All about a section; its history with the latest event first.
 *
 * @param title of the document
 * @param href of the section in its document
 * @param address that the section can always be found at
 * @param page path of this page
 */
public record HistoryView(
    PageShell shell,
    TaggedText title,
    String href,
    String address,
    SectionCitation citation,
    SectionRow row,
    List<ReportLine> reports,
    TrackedSection section,
    Instant now,
    String page,
    History history) {
  public HistoryView {
    reports = List.copyOf(reports);
  }

  /**
   * The section's citation.
   *
   * @param text in words
   * @param href of the page with all formats
   */
  public record SectionCitation(String text, String href, List<FileLink> files) {
    public SectionCitation {
      files = List.copyOf(files);
    }
  }

  /** A page of the history; the next page has earlier events. */
  public record History(List<Entry> entries, Paging paging) {
    public History {
      entries = List.copyOf(entries);
    }
  }

  /**
   * One event.
   *
   * @param diff excerpt of how it changed the translation; empty if it did not, or if that is long
   * @param whole address of the page with its full texts; empty if they are not cut
   */
  public record Entry(String what, String at, List<DiffPart> diff, List<Text> texts, String whole) {
    public Entry {
      diff = List.copyOf(diff);
      texts = List.copyOf(texts);
    }
  }

  /**
   * A text of an event.
   *
   * @param lang {@code no} for an original, {@code en} for a translation; else empty
   * @param open whether it is shown at once
   * @param use address of the page where it can be saved again; empty if it is no translation, or
   *     for users who may not write
   */
  public record Text(String label, String text, String lang, boolean open, String use) {
    /** The same with another text, such as its beginning. */
    public Text with(String other) {
      return new Text(label, other, lang, open, use);
    }
  }
}
