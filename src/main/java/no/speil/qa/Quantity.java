package no.speil.qa;

import java.util.Collections;
import java.util.Set;

/**
 * A number, a month, a percent sign or a currency in a text.
 *
 * @param written as it is written in the text
 * @param values what it may be, in a form that both languages share: 14, m5 for May, % or ¤usd
 * @param firm whether the other text must have it too; others only serve as counterparts
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
