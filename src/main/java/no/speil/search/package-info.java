/**
 * What others ask a search with, tell the index, and are answered with: values alone, under which
 * the rooms of the search stand.
 */
@NullMarked
package no.speil.search;

import org.jspecify.annotations.NullMarked;
