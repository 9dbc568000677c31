/** The catalogue of all documents in memory: what lists, counts and links need to know of each. */
@NullMarked
package no.speil.library.catalogue;

import org.jspecify.annotations.NullMarked;
