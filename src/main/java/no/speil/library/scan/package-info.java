/**
 * Looks at all files of the archive: what has changed, and every document once without an index.
 */
@NullMarked
package no.speil.library.scan;

import org.jspecify.annotations.NullMarked;
