/** Work on translations: queue, writing, marking, suggesting, aligning, and conflicts. */
@NullMarked
package no.speil.web.desk;

import org.jspecify.annotations.NullMarked;
