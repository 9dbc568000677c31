/** Loads documents, keeps the catalogue of all and a cache of some, and finds sections by id. */
@NullMarked
package no.speil.library.documents;

import org.jspecify.annotations.NullMarked;
