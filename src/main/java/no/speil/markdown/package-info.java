/** Everything that knows Markdown, in the packages below. */
@NullMarked
package no.speil.markdown;

import org.jspecify.annotations.NullMarked;
