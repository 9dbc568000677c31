/** A section's entry in the index: its fields, how they are filled, and how they are read back. */
@NullMarked
package no.speil.search.schema;

import org.jspecify.annotations.NullMarked;
