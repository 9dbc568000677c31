package no.speil.search;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import no.speil.corpus.Coded;

/** What sections are counted and filtered by. Its code is its field in the index. */
public enum Facet implements Coded {
  KIND,
  AUTHOR,
  PUBLISHER,
  YEAR,
  LANGUAGE,
  STATE,
  FRESHNESS,
  SUBJECT,
  RIGHTS,
  TRANSLATOR,
  FOLDER,
  TASK,
  /** Reveals reports, so only the queue filters by it. */
  WORK;

  /** Those that pages show, in that order. */
  public static final List<Facet> SHOWN = List.copyOf(EnumSet.range(KIND, RIGHTS));

  /** Values of {@link #WORK} that are no tasks: any work, and nothing but a review. */
  public static final String ANY_WORK = "any";

  public static final String ONLY_REVIEW = "only-review";

  /** The facet with that code, if everybody may filter by it. */
  public static Optional<Facet> named(String code) {
    return Coded.parse(values(), code).filter(facet -> facet != WORK);
  }

  /** Whether queries search its words, as in {@code author:}; others match by their codes. */
  public boolean hasWords() {
    return EnumSet.of(KIND, AUTHOR, PUBLISHER, SUBJECT, RIGHTS, TRANSLATOR).contains(this);
  }

  /** Whether a section may have several of its values. */
  public boolean hasSeveralValues() {
    return EnumSet.of(AUTHOR, SUBJECT, PUBLISHER, RIGHTS, TRANSLATOR, WORK).contains(this);
  }
}
