/** Hands documents and sections to the formats of translators' tools. */
@NullMarked
package no.speil.library.exports;

import org.jspecify.annotations.NullMarked;
