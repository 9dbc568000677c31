/**
 * The live archive: wires documents, actions, synchronisation, activity and aids, and hands out the
 * part that a caller needs.
 */
@NullMarked
package no.speil.library;

import org.jspecify.annotations.NullMarked;
