package no.speil.exchange.cite;

import no.speil.exchange.SingleLineText;

/**
 * A name in a list of authors: in two parts where it is written "Bryn, Trine Lise", else whole,
 * since nothing tells a person from a group.
 *
 * @param family the whole name where it has one part
 * @param given empty where it has one part
 */
record PersonName(String family, String given) {

  /** Names with more commas than one, or with a hyphen before it, are of ministries and such. */
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
