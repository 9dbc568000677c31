/** Copies of a whole archive in one file, made while it is served, and bringing them back. */
@NullMarked
package no.speil.archive.backup;

import org.jspecify.annotations.NullMarked;
