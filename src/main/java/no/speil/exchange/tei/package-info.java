/** Documents in both languages as TEI P5, with the links between their sections. */
@NullMarked
package no.speil.exchange.tei;

import org.jspecify.annotations.NullMarked;
