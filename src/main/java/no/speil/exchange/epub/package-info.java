/** Documents as electronic books: EPUB 3. */
@NullMarked
package no.speil.exchange.epub;

import org.jspecify.annotations.NullMarked;
