/** Texts that come back from translators' tools, and taking them back. */
@NullMarked
package no.speil.library.imports;

import org.jspecify.annotations.NullMarked;
