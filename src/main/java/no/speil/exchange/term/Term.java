package no.speil.exchange.term;

/**
 * A pair of terms.
 *
 * @param line of the file, from 1; of a table that of the row, of TBX that of the entry
 * @param note what is said of it; may be empty
 */
public record Term(int line, String norwegian, String english, String note) {}
