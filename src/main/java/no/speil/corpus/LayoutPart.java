package no.speil.corpus;

/** A part of a section that a layout may leave as it was. */
public enum LayoutPart {
  ORIGINAL("original"),
  TRANSLATION("translation"),
  ALIGNMENT("how");

  private final String code;

  LayoutPart(String code) {
    this.code = code;
  }

  /** The name of the section's member in records. */
  public String code() {
    return code;
  }

  Object of(SectionLayout section) {
    return switch (this) {
      case ORIGINAL -> section.original();
      case TRANSLATION -> section.translation();
      case ALIGNMENT -> section.alignment();
    };
  }
}
