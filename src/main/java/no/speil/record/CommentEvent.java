package no.speil.record;

import java.util.List;
import no.speil.corpus.SectionId;

/** "comment": a remark on a section. */
public record CommentEvent(EventSignature signature, SectionId section, String text)
    implements Event {
  /** More characters than one remark needs; the server takes none that is longer. */
  public static final int MOST = 10_000;

  /** Whether it is more than the server takes. */
  public static boolean isTooLong(String text) {
    return length(text) > MOST;
  }

  /** As people count characters. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  @Override
  public List<SectionId> concerns() {
    return List.of(section);
  }

  @Override
  public int characters() {
    return text.length();
  }
}
