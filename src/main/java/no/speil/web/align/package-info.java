/** The page where sections are linked otherwise. */
@NullMarked
package no.speil.web.align;

import org.jspecify.annotations.NullMarked;
