/** Blocks to HTML that is safe to show. */
@NullMarked
package no.speil.markdown.render;

import org.jspecify.annotations.NullMarked;
