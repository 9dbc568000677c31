/** Loads documents, keeps a cache of some, and brings their records up to date. */
@NullMarked
package no.speil.library.documents;

import org.jspecify.annotations.NullMarked;
