/** The words of the domain as plain values, with normalisation and hashes; depends on nothing. */
@NullMarked
package no.speil.corpus;

import org.jspecify.annotations.NullMarked;
