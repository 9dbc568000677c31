/** Reads texts of other formats as Markdown. */
@NullMarked
package no.speil.exchange.convert;

import org.jspecify.annotations.NullMarked;
