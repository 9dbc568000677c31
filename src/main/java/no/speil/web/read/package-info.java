/** For readers: the first page, a document, a section by its address, help. */
@NullMarked
package no.speil.web.read;

import org.jspecify.annotations.NullMarked;
