package no.speil.exchange;

import java.util.List;

/** Divides a section into what becomes a unit each: pairs of texts with that section's id. */
public interface UnitSplitter {
  /** A section is one unit. */
  UnitSplitter WHOLE = List::of;

  /** In their order; the pair itself where it is one unit. */
  List<TranslationUnit> of(TranslationUnit section);
}
