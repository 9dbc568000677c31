/**
 * Parses Markdown and front matter into blocks with their places in the source. Flexmark and YAML
 * live here.
 */
@NullMarked
package no.speil.markdown.parse;

import org.jspecify.annotations.NullMarked;
