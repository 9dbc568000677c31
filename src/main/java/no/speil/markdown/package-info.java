/**
 * Markdown text to blocks and back: front matter, rendering, and replacing a block's source and
 * nothing else. Flexmark and YAML live here.
 */
@NullMarked
package no.speil.markdown;

import org.jspecify.annotations.NullMarked;
