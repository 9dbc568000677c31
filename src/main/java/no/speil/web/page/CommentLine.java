package no.speil.web.page;

import java.time.Instant;
import java.util.List;
import no.speil.corpus.SectionId;
import no.speil.record.CommentEvent;
import no.speil.status.TrackedSection;

/**
 * An open comment as shown to users who may write.
 *
 * @param head who wrote it and when, in words
 * @param href address that the form posts to
 */
public record CommentLine(String head, String text, String href) {
  /** The latest open comments, long ones cut. */
  public static List<CommentLine> open(Messages t, TrackedSection section, Instant now) {
    SectionId id = section.section().id();
    return HistoryWindow.latest(section.openComments(), HistoryWindow.Limits.NOTE).events().stream()
        .map(each -> line(t, id, each, now))
        .toList();
  }

  private static CommentLine line(
      Messages t, SectionId section, CommentEvent comment, Instant now) {
    return new CommentLine(
        t.of("remark.comment", comment.signature().by(), t.lately(comment.signature().at(), now)),
        ShortText.of(comment.text(), HistoryWindow.Limits.NOTE.text()),
        href(section, comment));
  }

  /** The address that its form posts to. */
  public static String href(SectionId section, CommentEvent comment) {
    return SiteUrls.section(section) + "/comments/" + comment.id();
  }
}
