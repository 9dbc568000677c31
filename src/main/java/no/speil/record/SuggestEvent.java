package no.speil.record;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Objects;
import java.util.Optional;
import no.speil.corpus.Coded;
import no.speil.corpus.SectionId;

/** "suggest": a proposed translation, or the text of a save that was refused. */
public record SuggestEvent(
    EventSignature signature,
    SectionId section,
    String text,
    @JsonSetter(nulls = Nulls.SET) Reason reason)
    implements RemarkEvent {

  /** A line may lack its reason. */
  public SuggestEvent {
    reason = Objects.requireNonNullElse(reason, Reason.NONE);
  }

  /** Why a text is a suggestion; what only another version of the program says is kept. */
  public record Reason(String code) {
    public static final Reason NONE = new Reason("");

    /** Somebody made it as one. */
    public static final Reason PROPOSED = new Reason("proposed");

    /** It could not be saved, since somebody else had saved another. */
    public static final Reason CONFLICT = new Reason("conflict");

    /** It was saved, and is not in the file any more. */
    public static final Reason OVERWRITTEN = new Reason("overwritten");

    /** It is a draft by a program of the keeper's. */
    public static final Reason MACHINE = new Reason("machine");

    private static final String IMPORT = "import-";

    /** Why an import did not put it in. */
    public static Reason ofImport(Coded why) {
      return new Reason(IMPORT + why.code());
    }

    /** The code that an import gave; empty if it was none. */
    public String ofImport() {
      return code.startsWith(IMPORT) ? code.substring(IMPORT.length()) : "";
    }

    @Override
    public String toString() {
      return code;
    }
  }

  /** What an edit has saved and its file does not have any more; empty where it took a text out. */
  public static Optional<SuggestEvent> overwritten(EventSignature signature, EditEvent edit) {
    return Optional.ofNullable(edit.after().text())
        .filter(text -> !text.isEmpty())
        .map(
            text ->
                new SuggestEvent(signature.after(edit), edit.section(), text, Reason.OVERWRITTEN));
  }

  /** The suggestion's id, the same on every machine. */
  @Override
  public String id() {
    return signature.idOf(text);
  }

  /** Whether it is a text that could not be saved, since somebody else had saved another. */
  public boolean isConflict() {
    return reason.equals(Reason.CONFLICT);
  }

  /** Whether a program of the keeper's has drafted it, which nobody has read yet. */
  public boolean isByMachine() {
    return reason.equals(Reason.MACHINE);
  }

  /** Whether it was saved, and is not in the file any more. */
  public boolean isOverwritten() {
    return reason.equals(Reason.OVERWRITTEN);
  }

  /** Whether a person wrote it, not a program. */
  public boolean isByPerson() {
    return !reason.equals(Reason.MACHINE) && !signature.by().equals(EventSignature.PROGRAM);
  }

  @Override
  public int characters() {
    return text.length();
  }
}
