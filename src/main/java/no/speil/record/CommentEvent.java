package no.speil.record;

import no.speil.corpus.SectionId;

/** "comment": a remark on a section, open until somebody resolves it. */
public record CommentEvent(EventSignature signature, SectionId section, String text)
    implements RemarkEvent {
  /** The most characters of a comment that the server accepts. */
  public static final int MOST = 10_000;

  /** The comment's id, the same on every machine. */
  @Override
  public String id() {
    return signature.idOf(text);
  }

  /** Whether the text is longer than {@link #MOST}. */
  public static boolean isTooLong(String text) {
    return length(text) > MOST;
  }

  /** The length in Unicode code points. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  @Override
  public int characters() {
    return text.length();
  }
}
