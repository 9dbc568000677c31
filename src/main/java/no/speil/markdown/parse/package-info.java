/**
 * Markdown and front matter to blocks, with the place of each in the source. Flexmark and YAML live
 * here.
 */
@NullMarked
package no.speil.markdown.parse;

import org.jspecify.annotations.NullMarked;
