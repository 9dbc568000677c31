package no.speil.qa;

import java.util.Collections;
import java.util.Set;

/**
 * A number, a month, a percent sign or a currency in a text.
 *
 * @param written as it stands there
 * @param values what it may be worth, in a form that both languages share
 * @param firm whether the other text must have it too; what is not firm only answers to others
 * @param measured whether a unit of measure follows
 */
record Quantity(String written, Set<String> values, boolean firm, boolean measured) {
  Quantity {
    values = Set.copyOf(values);
  }

  Quantity(String written, Set<String> values, boolean firm) {
    this(written, values, firm, false);
  }

  boolean isSameAs(Quantity other) {
    return !Collections.disjoint(values, other.values);
  }
}
