package no.speil.lexicon;

import no.speil.lexicon.LexiconSources.Entry;

/**
 * A line of the glossary that holds an entry.
 *
 * @param number from 1, in the file
 * @param note the keeper's; may be empty
 */
public record GlossaryLine(int number, Entry entry, String note) {}
