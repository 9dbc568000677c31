/** A section's entry in the index: its fields, and how they are written and read. */
@NullMarked
package no.speil.search.schema;

import org.jspecify.annotations.NullMarked;
