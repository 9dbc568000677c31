/** Programs that the build runs. */
@NullMarked
package no.speil.search.build;

import org.jspecify.annotations.NullMarked;
