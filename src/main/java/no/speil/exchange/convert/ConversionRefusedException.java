package no.speil.exchange.convert;

import no.speil.corpus.text.Message;

/** A file that cannot be read as text. */
public final class ConversionRefusedException extends RuntimeException {
  private final transient Message said;

  public ConversionRefusedException(Message said) {
    super(said.key() + " " + said.values());
    this.said = said;
  }

  /** Why, as a sentence without a full stop, to stand after what cannot be read. */
  public Message said() {
    return said;
  }
}
