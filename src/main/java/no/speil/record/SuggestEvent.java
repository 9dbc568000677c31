package no.speil.record;

import java.util.List;
import no.speil.corpus.SectionId;

/** "suggest": a proposed translation, or the text of a save that was refused. */
public record SuggestEvent(EventSignature signature, SectionId section, String text, String reason)
    implements Event {
  /** The reason of a saved text that an old copy of the file was put over. */
  public static final String OVERWRITTEN = "overwritten";

  /** The suggestion's id, the same on every machine. */
  public String id() {
    return signature.idOf(text);
  }

  /** Whether it is a text that could not be saved, since somebody else had saved another. */
  public boolean isConflict() {
    return reason.equals("conflict");
  }

  /** Whether it was saved, and an old copy of the file was put over it. */
  public boolean isOverwritten() {
    return reason.equals(OVERWRITTEN);
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
