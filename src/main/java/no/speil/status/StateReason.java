package no.speil.status;

import no.speil.corpus.State;
import no.speil.record.EventSignature;

/** Why a section has its state. */
public sealed interface StateReason {

  /** There is no translation, and none was ever marked. */
  record NeverTranslated() implements StateReason {}

  /** There was a translation with a state, and it was removed. */
  record TranslationRemoved(State marked) implements StateReason {}

  /** A person left the passage out of the translation on purpose. */
  record LeftOut(EventSignature by) implements StateReason {}

  /** A person left it out on purpose, and the original has since been changed. */
  record LeftOutBefore(EventSignature by) implements StateReason {}

  /** There is a translation, and nobody has marked it. */
  record NeverMarked() implements StateReason {}

  /** A person gave this text its state. */
  record AsMarked() implements StateReason {}

  /** It had a state, and a person has since saved another text. */
  record EditedBy(EventSignature editor, State marked) implements StateReason {}

  /** It had a state, and the text has since been changed in the file. */
  record EditedOutside(State marked) implements StateReason {}
}
