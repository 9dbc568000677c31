/** Citations of documents and sections in the common formats. */
@NullMarked
package no.speil.exchange.cite;

import org.jspecify.annotations.NullMarked;
