/** A document in lists, and the texts of its page. */
@NullMarked
package no.speil.web.document;

import org.jspecify.annotations.NullMarked;
