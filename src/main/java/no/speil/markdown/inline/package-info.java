/**
 * Parts a Markdown text into what is translated, with its inline codes, and the block markup around
 * it, and puts the two together again.
 */
@NullMarked
package no.speil.markdown.inline;

import org.jspecify.annotations.NullMarked;
