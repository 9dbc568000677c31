/**
 * How a word has been translated in the archive, counted from the alignment of the words of its
 * sections.
 */
@NullMarked
package no.speil.library.words;

import org.jspecify.annotations.NullMarked;
