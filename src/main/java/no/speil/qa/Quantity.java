package no.speil.qa;

import java.util.Collections;
import java.util.Set;

/**
 * A number, a month, a percent sign, a currency or a unit in a text.
 *
 * @param written as it is written in the text
 * @param values what it may be, in a form that both languages share: 14, m5 for May, %, ¤usd or gb
 * @param firm whether the other text must have it too; others only serve as counterparts
 * @param measured whether a unit of measure follows
 */
record Quantity(String written, Set<String> values, boolean firm, boolean measured) {

  Quantity(String written, Set<String> values, boolean firm) {
    this(written, values, firm, false);
  }

  /** Whether it counts how often there is one; a sign may stand for several: "10 and 20 %". */
  boolean isNumber() {
    return values.stream().anyMatch(value -> Character.isDigit(value.charAt(0)));
  }

  boolean isSameAs(Quantity other) {
    return !Collections.disjoint(values, other.values);
  }
}
