/** Reading: a document and a section by its address, with outline, facts and pictures. */
@NullMarked
package no.speil.web.read;

import org.jspecify.annotations.NullMarked;
