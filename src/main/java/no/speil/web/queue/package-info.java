/** The list of sections that wait for somebody. */
@NullMarked
package no.speil.web.queue;

import org.jspecify.annotations.NullMarked;
