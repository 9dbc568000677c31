package no.speil.search;

/** The values of the facet {@code work} that are no tasks. */
public final class WorkFacet {
  /** Of every section that needs any work. */
  public static final String ANY = "any";

  /** Of a section that needs nothing but a review. */
  public static final String ONLY_REVIEW = "only-review";

  private WorkFacet() {}
}
