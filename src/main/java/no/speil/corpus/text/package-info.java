/** Words of a text and how they are compared: folding of letters, edit distance, number words. */
@NullMarked
package no.speil.corpus.text;

import org.jspecify.annotations.NullMarked;
