package no.speil.exchange;

import java.util.List;

/** Splits a section into units: pairs of texts with the section's id. */
public interface UnitSplitter {
  /** Makes one unit of a section. */
  UnitSplitter WHOLE = List::of;

  /** The units in order; the pair itself if it is one unit. */
  List<TranslationUnit> of(TranslationUnit section);
}
