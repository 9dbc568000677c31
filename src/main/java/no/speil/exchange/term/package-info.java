/** Terms as other programs keep them: TBX and tables. */
@NullMarked
package no.speil.exchange.term;

import org.jspecify.annotations.NullMarked;
