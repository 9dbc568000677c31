package no.speil.exchange;

import java.util.List;

/** Divides a section into what becomes a unit each: pairs of texts with that section's id. */
public interface Division {
  /** A section is one unit. */
  Division WHOLE = List::of;

  /** In their order; the pair itself where it is one unit. */
  List<Pair> of(Pair section);
}
