/** Work on translations: queue, writing, marking, suggesting, aligning, and conflicts. */
@NullMarked
package no.speil.web.work;

import org.jspecify.annotations.NullMarked;
