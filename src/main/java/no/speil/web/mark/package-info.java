/** States, claims, comments and dismissals of sections. */
@NullMarked
package no.speil.web.mark;

import org.jspecify.annotations.NullMarked;
