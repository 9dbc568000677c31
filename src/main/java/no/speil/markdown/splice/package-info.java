/**
 * Changes single things in a file: the source of some blocks, keys of the front matter, addresses.
 */
@NullMarked
package no.speil.markdown.splice;

import org.jspecify.annotations.NullMarked;
