/** Formats of other programs: exports and XML; below it citations, books, units and texts. */
@NullMarked
package no.speil.exchange;

import org.jspecify.annotations.NullMarked;
