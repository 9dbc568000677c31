package no.speil.exchange.cite;

import no.speil.exchange.SingleLineText;

/**
 * The name of an author, in two parts if it is written as "Bryn, Trine Lise"; otherwise whole,
 * since a person and a group look alike.
 *
 * @param family the whole name if it has one part
 * @param given empty if it has one part
 */
record PersonName(String family, String given) {

  /** Names with more than one comma, or with a hyphen before it, are of ministries and the like. */
  static PersonName of(String written) {
    String name = SingleLineText.of(written);
    int comma = name.indexOf(',');
    boolean twoParts =
        comma > 0
            && comma == name.lastIndexOf(',')
            && name.charAt(comma - 1) != '-'
            && comma + 1 < name.length();
    return twoParts
        ? new PersonName(name.substring(0, comma).strip(), name.substring(comma + 1).strip())
        : new PersonName(name, "");
  }

  boolean isWhole() {
    return given.isEmpty();
  }
}
