package no.speil.record;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Optional;
import no.speil.corpus.SectionId;

/** "suggest": a proposed translation, or the text of a save that was refused. */
public record SuggestEvent(
    EventSignature signature,
    SectionId section,
    String text,
    @JsonSetter(nulls = Nulls.AS_EMPTY) String reason)
    implements SectionEvent {
  /** The reason of a saved text that is not in the file any more. */
  public static final String OVERWRITTEN = "overwritten";

  /** The reason of a draft by a program of the keeper's. */
  public static final String MACHINE = "machine";

  /** What an edit has saved and its file does not have any more; empty where it took a text out. */
  public static Optional<SuggestEvent> overwritten(EventSignature signature, EditEvent edit) {
    return Optional.ofNullable(edit.after().text())
        .filter(text -> !text.isEmpty())
        .map(text -> new SuggestEvent(signature.after(edit), edit.section(), text, OVERWRITTEN));
  }

  /** The suggestion's id, the same on every machine. */
  public String id() {
    return signature.idOf(text);
  }

  /** Whether it is a text that could not be saved, since somebody else had saved another. */
  public boolean isConflict() {
    return reason.equals("conflict");
  }

  /** Whether it was saved, and is not in the file any more. */
  public boolean isOverwritten() {
    return reason.equals(OVERWRITTEN);
  }

  @Override
  public int characters() {
    return text.length();
  }
}
