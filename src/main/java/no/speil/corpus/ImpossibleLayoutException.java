package no.speil.corpus;

/** A layout that is impossible whatever the texts are. */
public final class ImpossibleLayoutException extends IllegalArgumentException {
  private final transient SectionId section;

  public ImpossibleLayoutException(SectionId section, String why) {
    super("section " + section + " " + why);
    this.section = section;
  }

  /** The section that is impossible. */
  public SectionId section() {
    return section;
  }
}
