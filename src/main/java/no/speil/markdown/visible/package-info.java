/** What a reader sees of a block, for comparing two versions of it. */
@NullMarked
package no.speil.markdown.visible;

import org.jspecify.annotations.NullMarked;
