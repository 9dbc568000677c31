/** The values of the search: requests, results, and what is indexed. */
@NullMarked
package no.speil.search;

import org.jspecify.annotations.NullMarked;
