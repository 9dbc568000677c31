/** Text units: what translators' tools get of a section, and what comes back from them. */
@NullMarked
package no.speil.exchange.unit;

import org.jspecify.annotations.NullMarked;
