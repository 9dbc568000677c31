/** Facets: counting and filtering results by values. */
@NullMarked
package no.speil.search.facet;

import org.jspecify.annotations.NullMarked;
