/** A document's sections as pages and programs see them, with notes, history and places. */
@NullMarked
package no.speil.web.section;

import org.jspecify.annotations.NullMarked;
