/**
 * The terms of the domain as plain values, with normalisation and hashes. Depends on no other
 * package.
 */
@NullMarked
package no.speil.corpus;

import org.jspecify.annotations.NullMarked;
