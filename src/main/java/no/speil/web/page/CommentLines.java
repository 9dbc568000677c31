package no.speil.web.page;

import java.util.List;
import no.speil.corpus.SectionId;
import no.speil.record.CommentEvent;
import no.speil.status.TrackedSection;

/** Prepares a section's comments. */
public final class CommentLines {
  private CommentLines() {}

  /** The latest open comments, long ones cut. */
  public static List<CommentLine> open(Messages t, TrackedSection section) {
    return of(t, section.section().id(), section.openComments());
  }

  /** The latest of these comments on a section, long ones cut. */
  public static List<CommentLine> of(Messages t, SectionId section, List<CommentEvent> comments) {
    return HistoryWindow.latest(comments, HistoryWindow.Limits.NOTE).events().stream()
        .map(each -> line(t, section, each))
        .toList();
  }

  private static CommentLine line(Messages t, SectionId section, CommentEvent comment) {
    return new CommentLine(
        t.of("remark.comment", comment.signature().by(), t.minute(comment.signature().at())),
        ShortText.of(comment.text(), HistoryWindow.Limits.NOTE.text()),
        href(section, comment));
  }

  static String href(SectionId section, CommentEvent comment) {
    return SiteUrls.section(section) + "/comments/" + comment.id();
  }
}
