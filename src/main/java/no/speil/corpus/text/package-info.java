/**
 * Words of a text and how they are compared: folding of letters, edit distance, number words. And
 * text escaped for HTML.
 */
@NullMarked
package no.speil.corpus.text;

import org.jspecify.annotations.NullMarked;
