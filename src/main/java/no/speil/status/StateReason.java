package no.speil.status;

import no.speil.corpus.State;
import no.speil.record.EventSignature;

/** Why a section has the state that it has. */
public sealed interface StateReason {

  /** There is no translation and never was one that somebody marked. */
  record NeverTranslated() implements StateReason {}

  /** There was a translation, marked so, and it is gone. */
  record TranslationRemoved(State marked) implements StateReason {}

  /** A person left the passage out of the translation on purpose. */
  record LeftOut(EventSignature by) implements StateReason {}

  /** A person left it out on purpose, and the original has since been changed. */
  record LeftOutBefore(EventSignature by) implements StateReason {}

  /** There is a translation, and nobody has said what it is worth. */
  record NeverMarked() implements StateReason {}

  /** Somebody marked this very text so. */
  record AsMarked() implements StateReason {}

  /** It was marked so, and a person has since saved another text. */
  record EditedBy(EventSignature editor, State marked) implements StateReason {}

  /** It was marked so, and the text has since been changed in the file. */
  record EditedOutside(State marked) implements StateReason {}
}
