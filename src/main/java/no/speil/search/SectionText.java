package no.speil.search;

import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;

/**
 * A section's text as it was shown, with markup.
 *
 * @param hash of the section's side
 * @param markdown of its blocks, separated by blank lines
 */
public record SectionText(SectionId section, Side side, TextHash hash, String markdown) {}
