/** The page of a word: how it has been translated in this archive. */
@NullMarked
package no.speil.web.word;

import org.jspecify.annotations.NullMarked;
