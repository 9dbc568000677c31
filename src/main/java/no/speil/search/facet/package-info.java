/** The values that results are counted and narrowed by. */
@NullMarked
package no.speil.search.facet;

import org.jspecify.annotations.NullMarked;
