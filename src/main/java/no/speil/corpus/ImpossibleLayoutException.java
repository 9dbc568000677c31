package no.speil.corpus;

/** A division of a document into sections that cannot be, whatever its texts are. */
public final class ImpossibleLayoutException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final transient SectionId section;

  public ImpossibleLayoutException(SectionId section, String why) {
    super("section " + section + " " + why);
    this.section = section;
  }

  /** The section that cannot be as it is said to be. */
  public SectionId section() {
    return section;
  }
}
