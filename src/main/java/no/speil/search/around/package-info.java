/**
 * What is offered around a search: completions before it, corrections after it, and sections alike.
 */
@NullMarked
package no.speil.search.around;

import org.jspecify.annotations.NullMarked;
