package no.speil.library.glossary;

/** A change that was made for another version of the glossary than the one on the disk. */
public final class GlossaryChangedException extends RuntimeException {
  private final transient GlossarySnapshot now;

  GlossaryChangedException(GlossarySnapshot now) {
    super(
        "The glossary has changed since you saw it, and nothing was written: load it again, see"
            + " whether the change is still wanted, and send it with the new version.");
    this.now = now;
  }

  /** The glossary as it is. */
  public GlossarySnapshot now() {
    return now;
  }
}
