/** Loads documents, and keeps the catalogue of all and a cache of some. */
@NullMarked
package no.speil.library.documents;

import org.jspecify.annotations.NullMarked;
