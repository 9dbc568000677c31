/** Runs requests: searches for sections or documents, concordances, and exports of all results. */
@NullMarked
package no.speil.search.execute;

import org.jspecify.annotations.NullMarked;
