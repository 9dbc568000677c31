/**
 * What is offered around a search: completions before it, corrections after it, and sections alike.
 */
@NullMarked
package no.speil.search.suggest;

import org.jspecify.annotations.NullMarked;
