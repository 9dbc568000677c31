/**
 * Keeps the identity of sections: matches the blocks of a new revision with those that were
 * recorded. Pure.
 */
@NullMarked
package no.speil.align.identity;

import org.jspecify.annotations.NullMarked;
