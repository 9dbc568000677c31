/** Completions, corrections of queries, and similar sections. */
@NullMarked
package no.speil.search.suggest;

import org.jspecify.annotations.NullMarked;
