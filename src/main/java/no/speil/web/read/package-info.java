/** For readers: the home page, documents, sections by their addresses, help. */
@NullMarked
package no.speil.web.read;

import org.jspecify.annotations.NullMarked;
