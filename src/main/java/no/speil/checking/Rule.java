package no.speil.checking;

import java.util.List;

/** Looks for one kind of slip; in doubt it finds nothing, since advice that errs is not read. */
interface Rule {
  List<Finding> find(Pair pair);
}
