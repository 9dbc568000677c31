/** Aids for translators: translation memory, words, terms and checks. */
@NullMarked
package no.speil.library.aids;

import org.jspecify.annotations.NullMarked;
